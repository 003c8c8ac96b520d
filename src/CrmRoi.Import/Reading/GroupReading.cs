using CrmRoi.Import.Files;
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
        foreach (var (place, cells) in InTurns(sheet, reading, groups))
        {
            var row = new RowReader(sheet, cells);
            var key = reading.KeyOf(row);
            reading.Add(row, key);
            if (key is not null && groups.EndsAt(place))
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

        if (part.Rows > 0)
        {
            yield return part;
        }
    }

    // The rows of the first turn as they come, while those of the others are put by.
    private static IEnumerable<(int Place, TableRow Row)> InTurns(Sheet sheet, IGroupReading reading, RowGroups groups)
    {
        var later = Enumerable.Range(1, groups.Turns - 1).Select(_ => (Places: new List<int>(), Rows: new RowFile())).ToList();
        foreach (var (place, cells) in sheet.Table.Rows.Index())
        {
            var turn = later.Count == 0 ? 0 : groups.TurnOf(reading.KeyOf(new(sheet, cells)));
            if (turn == 0)
            {
                yield return (place, cells);
            }
            else
            {
                later[turn - 1].Places.Add(place);
                later[turn - 1].Rows.Add(cells);
            }
        }

        foreach (var row in later.SelectMany(turn => turn.Places.Zip(turn.Rows.Read())))
        {
            yield return row;
        }
    }
}
