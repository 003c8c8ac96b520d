using System.Collections;
using System.Globalization;

namespace CrmRoi.Metrics.Reviews;

/// <summary>What an entry says, as a text that is another one where anything that can be stated of it is.</summary>
internal static class EntryText
{
    /// <summary>The text: every property that can be set, by name, lists item by item.</summary>
    public static string Of(object entry) => string.Join('|', entry.GetType().GetProperties()
        .Where(property => property.CanWrite)
        .OrderBy(property => property.Name, StringComparer.Ordinal)
        .Select(property => $"{property.Name}={Written(property.GetValue(entry))}"));

    private static string Written(object? value) => value switch
    {
        null => "",
        string text => text,
        decimal number => number.ToString("0.############################", CultureInfo.InvariantCulture), // 1.50 and 1.5 say the same
        IEnumerable items => string.Join(';', items.Cast<object?>().Select(Written)),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
