using CrmRoi.Import.Mapping;
using CrmRoi.Metrics.Records;

namespace CrmRoi.Import.Reading;

/// <summary>Some rows of a table as records.</summary>
/// <param name="Records">The records, the last of several with one id.</param>
/// <param name="Stages">When deals among them entered their stages, where their rows say so.</param>
/// <param name="Rows">How many rows that were, refused ones included.</param>
internal sealed record RecordPart(List<ReadRecord> Records, List<StageChange> Stages, int Rows);

/// <summary>Turns the rows of a table into records, some at a time; how the columns are written is decided by all rows before the first.</summary>
internal sealed class RecordStream
{
    private readonly Sheet sheet;
    private readonly WarningList warnings = new();
    private readonly RefusalList refusals = new();
    private MadeIds? made;

    /// <exception cref="RefusedFileException">A column is ambiguous or not what it should be.</exception>
    public RecordStream(Table table, ColumnMapping mapping, ReadSettings settings) => sheet = new Sheet(table, mapping, settings);

    public Table Table => sheet.Table;

    public ColumnMapping Mapping => sheet.Mapping;

    /// <summary>How the file writes its dates.</summary>
    public FoundWriting Found => sheet.Found;

    /// <summary>What its records say they come from.</summary>
    public string Source => sheet.Settings.Source;

    /// <summary>What could not be right in the parts so far, by line.</summary>
    public RefusalList Refusals => refusals;

    /// <summary>The header of the column that each field mainly comes from.</summary>
    public IReadOnlyDictionary<string, string> Headers => Mapping.Columns
        .Concat(sheet.Rules.Where(rule => rule.Value.Column is not null && !Mapping.Columns.ContainsKey(rule.Key)).Select(rule => KeyValuePair.Create(rule.Key, rule.Value.Column!.Value)))
        .ToDictionary(pair => pair.Key, pair => Table.Headers[pair.Value]);

    /// <summary>The records, some rows at a time, in the order of the file.</summary>
    public IEnumerable<RecordPart> Parts(int rows)
    {
        if (GroupsOf() is { } groups)
        {
            foreach (var grouped in GroupedRows.Parts(sheet, groups, rows))
            {
                yield return grouped with { Records = Last(grouped.Records) };
            }

            yield break;
        }

        var read = RecordReader.ReaderOf(Mapping.Kind);
        made = !sheet.Has("id") && Mapping.Kind is RecordKind.Deals or RecordKind.Leads or RecordKind.Activities or RecordKind.Cases or RecordKind.Surveys ? new() : null;
        var (part, count) = (new RecordPart([], [], 0), 0);
        foreach (var cells in Table.Rows)
        {
            Add(cells, read, part);
            count++;
            if (count == rows)
            {
                yield return part with { Records = Last(part.Records), Rows = count };
                (part, count) = (new([], [], 0), 0);
            }
        }

        if (count > 0)
        {
            yield return part with { Records = Last(part.Records), Rows = count };
        }
    }

    /// <summary>A row had an id that an earlier part had already.</summary>
    public void Repeated(ReadRecord again) => warnings.Add("duplicate-id", again.Line, $"{again.Record.Id} again, the last counts", [again.Record.Id]);

    /// <summary>What somebody should look at, once all parts are read.</summary>
    public IReadOnlyList<ImportWarning> Warnings()
    {
        SheetChecks.Add(sheet, warnings);
        if (Table.Profile.Rows == 0)
        {
            warnings.Add("no-rows", [], 1, "The file has a header and nothing below it.");
        }

        if (!sheet.Has("id") && Mapping.Kind is RecordKind.Deals or RecordKind.Leads or RecordKind.Activities or RecordKind.Cases)
        {
            warnings.Add("no-id-column", [], Table.Profile.Rows, "No column holds ids: rows are told apart by what names them, and those that are alike in every column count as one.");
        }

        var undated = sheet.Has("closed") || sheet.Has("wonAt") ? 0 : refusals.CountOf("no-closing-date");
        if (undated > 0)
        {
            warnings.Add("no-closing-column", [], undated, "No column says when deals were closed: export that date too, for deals that are won or lost without one are refused.");
        }

        return warnings.ToList(refusals.Holds);
    }

    // Lines of one order, and the changes of one deal, may stand far from one another.
    private IGroupReading? GroupsOf() => Mapping.Kind switch
    {
        RecordKind.Orders => new OrderReading(sheet, refusals, warnings),
        RecordKind.StageChanges => new StageHistoryReading((cells, part) => Add(cells, StageReading.Change, part), warnings),
        _ => null,
    };

    private void Add(TableRow cells, Func<RowReader, WarningList, Record?> read, RecordPart part)
    {
        if (RecordReader.OfWrongWidth(sheet, cells) is { } wrong)
        {
            if (!SideRows.IsNote(sheet, cells, warnings))
            {
                refusals.Add(wrong);
            }

            return;
        }

        if (SideRows.Is(sheet, cells, warnings))
        {
            return;
        }

        warnings.Begin();
        var row = new RowReader(sheet, cells);
        var record = RecordReader.IsPassedOver(row, warnings) ? null : read(row, warnings);
        record = record is null || made is null || row.Refusal is not null ? record : made.Apart(record, cells);
        var entered = record is Deal deal && sheet.StageColumns.Count > 0 ? StageReading.InColumns(row, deal).ToList() : [];
        if (row.Refusal is { } refusal)
        {
            refusals.Add(refusal);
            warnings.Forget();
        }
        else if (record is not null)
        {
            part.Records.Add(new(record, cells.Line));
            part.Stages.AddRange(entered);
        }
    }

    private List<ReadRecord> Last(List<ReadRecord> records)
    {
        var byId = new Dictionary<string, int>(records.Count, StringComparer.Ordinal);
        HashSet<int>? earlier = null;
        for (var i = 0; i < records.Count; i++)
        {
            if (!byId.TryAdd(records[i].Record.Id, i))
            {
                Repeated(records[i]);
                (earlier ??= []).Add(byId[records[i].Record.Id]);
                byId[records[i].Record.Id] = i;
            }
        }

        return earlier is null ? records : [.. records.Where((_, i) => !earlier.Contains(i))];
    }
}
