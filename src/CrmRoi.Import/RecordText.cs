using System.Globalization;
using CrmRoi.Metrics.Records;

namespace CrmRoi.Import;

/// <summary>Records as rows of words, for a look before they are taken in.</summary>
internal static class RecordText
{
    public static (IReadOnlyList<string> Headers, IReadOnlyList<IReadOnlyList<string>> Rows) Of(IReadOnlyList<Record> records)
    {
        if (records.Count == 0)
        {
            return ([], []);
        }

        var properties = records[0].GetType().GetProperties()
            .Where(property => property is { CanWrite: true } && property.Name != nameof(Record.Source))
            .Where(property => records.Any(record => property.GetValue(record) is not null))
            .OrderBy(property => property.Name != nameof(Record.Id))
            .ToList();
        return ([.. properties.Select(property => property.Name)],
            [.. records.Select(record => (IReadOnlyList<string>)[.. properties.Select(property => Text(property.GetValue(record)))])]);
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("s", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
