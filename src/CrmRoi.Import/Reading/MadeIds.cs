using CrmRoi.Metrics.Records;

namespace CrmRoi.Import.Reading;

/// <summary>Tells rows apart that have no ids: those that only agree in what names them are numbered, those that agree in everything are one.</summary>
internal sealed class MadeIds
{
    // FNV-1a in 64 bits, with a stop after each text.
    private const ulong Start = 14_695_981_039_346_656_037;
    private const ulong Prime = 1_099_511_628_211;

    private readonly Dictionary<ulong, int> ids = [];
    private readonly HashSet<ulong> rows = [];

    /// <summary>The record of a row, with a number after its id where another row had that already.</summary>
    public Record Apart(Record record, TableRow row)
    {
        var id = HashOf(record.Id, Start);
        if (!rows.Add(row.Cells.Aggregate(id, (hash, cell) => HashOf(cell, hash))))
        {
            return record;
        }

        var count = ids[id] = ids.GetValueOrDefault(id) + 1;
        return count == 1 ? record : record with { Id = $"{record.Id}|{count}" };
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
