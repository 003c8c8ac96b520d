using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CrmRoi.Data;

/// <summary>A short list that is part of one value and that nobody asks the database for alone: one column of JSON.</summary>
internal static class ListColumn
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new MonthAsText() } };

    public static void HasList<T>(this PropertyBuilder<IReadOnlyList<T>> property) => property.HasConversion(new Converter<T>(), new Comparer<T>());

    private static string Write<T>(IReadOnlyList<T> items) => JsonSerializer.Serialize(items, Options);

    // A row that is older than the column holds an empty text.
    private static T[] Read<T>(string text) => text.Length == 0 ? [] : JsonSerializer.Deserialize<T[]>(text, Options)!;

    private sealed class Converter<T>() : ValueConverter<IReadOnlyList<T>, string>(items => Write(items), text => Read<T>(text));

    private sealed class Comparer<T>() : ValueComparer<IReadOnlyList<T>>(
        (left, right) => left!.SequenceEqual(right!),
        items => items.Aggregate(0, (hash, item) => HashCode.Combine(hash, item)),
        items => items.ToList());
}
