using CrmRoi.Metrics.Records;

namespace CrmRoi.Import.Reading;

/// <summary>Reads rows that make something only together.</summary>
internal interface IGroupReading
{
    /// <summary>What a row has in common with those that belong to it; none where it says nothing of it.</summary>
    string? KeyOf(RowReader row);

    /// <summary>Reads a row.</summary>
    void Add(RowReader row, string? key);

    /// <summary>What the rows of a key made; no more of them follow.</summary>
    IEnumerable<ReadRecord> End(string key);
}

/// <summary>The changes of each deal's stages.</summary>
internal sealed class StageHistoryReading(Action<TableRow, RecordPart> read, WarningList warnings) : IGroupReading
{
    private readonly Dictionary<string, List<ReadRecord>> deals = new(StringComparer.Ordinal);
    private readonly RecordPart one = new([], [], 0);

    public string? KeyOf(RowReader row) => row.Text("deal");

    public void Add(RowReader row, string? key)
    {
        one.Records.Clear();
        read(row.Cells, one);
        if (one.Records.Count == 0)
        {
            return;
        }

        var deal = ((StageChange)one.Records[0].Record).Deal;
        if (!deals.TryGetValue(deal, out var changes))
        {
            deals[deal] = changes = [];
        }

        changes.AddRange(one.Records);
    }

    public IEnumerable<ReadRecord> End(string key) => deals.Remove(key, out var changes) ? StageReading.Changed(changes, warnings) : [];
}

/// <summary>Rows that belong together, wherever they stand, as records, some rows at a time.</summary>
internal static class GroupedRows
{
    public static IEnumerable<RecordPart> Parts(Sheet sheet, IGroupReading reading, int rows, int mostHeld = RowGroups.MostHeld)
    {
        var groups = RowGroups.Of(sheet.Table.Rows.Select(cells => reading.KeyOf(new(sheet, cells))), sheet.Table.Profile.Rows, mostHeld);
        var part = new RecordPart([], [], 0);
        for (var turn = 0; turn < groups.Turns; turn++)
        {
            foreach (var (index, cells) in sheet.Table.Rows.Index())
            {
                var key = reading.KeyOf(new(sheet, cells));
                if (groups.TurnOf(key) != turn)
                {
                    continue;
                }

                reading.Add(new(sheet, cells), key);
                if (key is not null && groups.EndsAt(index))
                {
                    part.Records.AddRange(reading.End(key));
                }

                part = part with { Rows = part.Rows + 1 };
                if (part.Rows == rows)
                {
                    yield return part;
                    part = new([], [], 0);
                }
            }
        }

        if (part.Rows > 0)
        {
            yield return part;
        }
    }
}
