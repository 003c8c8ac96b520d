using CrmRoi.Metrics.Records;

namespace CrmRoi.Import.Reading;

/// <summary>Tells rows apart that have no ids: those that only agree in what names them are numbered, those that agree in everything are one.</summary>
internal sealed class MadeIds
{
    // The first row of each id; how many rows an id has, and the number of each, where there are several.
    private readonly Dictionary<ulong, ulong> first = [];
    private readonly Dictionary<ulong, int> counts = [];
    private readonly Dictionary<ulong, int> numbers = [];

    /// <summary>The record of a row, with a number after its id where another row had that already; a row that was there has the number that it had.</summary>
    public Record Apart(Record record, TableRow row)
    {
        var id = RowHash.Of(record.Id);
        var whole = RowHash.Of(row, id);
        if (first.TryAdd(id, whole) || first[id] == whole)
        {
            return record;
        }

        if (!numbers.TryGetValue(whole, out var number))
        {
            numbers[whole] = counts[id] = number = counts.GetValueOrDefault(id, 1) + 1;
        }

        return record with { Id = $"{record.Id}|{number}" };
    }
}
