using CrmRoi.Metrics.Records;

namespace CrmRoi.Import.Reading;

/// <summary>Tells rows apart that have no ids: those that only agree in what names them are numbered, those that agree in everything are one.</summary>
internal sealed class MadeIds
{
    // FNV-1a in 64 bits, with a stop after each text.
    private const ulong Start = 14_695_981_039_346_656_037;
    private const ulong Prime = 1_099_511_628_211;

    // The first row of each id; how many rows an id has, and the number of each, where there are several.
    private readonly Dictionary<ulong, ulong> first = [];
    private readonly Dictionary<ulong, int> counts = [];
    private readonly Dictionary<ulong, int> numbers = [];

    /// <summary>The record of a row, with a number after its id where another row had that already; a row that was there has the number that it had.</summary>
    public Record Apart(Record record, TableRow row)
    {
        var id = HashOf(record.Id, Start);
        var whole = row.Cells.Aggregate(id, (hash, cell) => HashOf(cell, hash));
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

    private static ulong HashOf(string text, ulong hash)
    {
        foreach (var letter in text)
        {
            hash = unchecked((hash ^ letter) * Prime);
        }

        return unchecked((hash ^ '\u001f') * Prime);
    }
}
