using System.Globalization;
using CrmRoi.Metrics.Records;

namespace CrmRoi.Import.Reading;

/// <summary>What a file turned out to say: records with the line that each came from, and what could not be right.</summary>
public sealed record FileReading(
    Mapping.ColumnMapping Mapping, Table Table, IReadOnlyList<ReadRecord> Records, IReadOnlyList<Refusal> Refusals, IReadOnlyList<ImportWarning> Warnings)
{
    /// <summary>When its deals entered their stages, where their rows say so.</summary>
    public IReadOnlyList<StageChange> Stages { get; init; } = [];
}

/// <summary>A record and the line on which its row begins.</summary>
public readonly record struct ReadRecord(Record Record, int Line);

/// <summary>Turns the rows of a table into records.</summary>
public static class RecordReader
{
    /// <summary>The records of a table, in the order of the file; the last of several with one id.</summary>
    /// <exception cref="RefusedFileException">A column is ambiguous or not what it should be.</exception>
    public static FileReading Read(Table table, Mapping.ColumnMapping mapping, ReadSettings settings)
    {
        var sheet = new Sheet(table, mapping, settings);
        var warnings = new WarningList();
        var refusals = new List<Refusal>();
        var stages = new List<StageChange>();
        var records = mapping.Kind == RecordKind.Orders
            ? OrderReading.Read(sheet, refusals, warnings)
            : Rows(sheet, ReaderOf(mapping.Kind), refusals, warnings, stages);
        if (mapping.Kind == RecordKind.StageChanges)
        {
            records = StageReading.Changed(records, warnings);
        }

        SheetChecks.Add(sheet, warnings);
        if (table.Rows.Count == 0)
        {
            warnings.Add("no-rows", [], 1, "The file has a header and nothing below it.");
        }

        if (!sheet.Has("id") && mapping.Kind is RecordKind.Deals or RecordKind.Leads or RecordKind.Activities or RecordKind.Cases)
        {
            warnings.Add("no-id-column", [], table.Rows.Count, "No column holds ids: rows that agree in what names them count as one.");
        }

        return new(mapping, table, Last(records, warnings), [.. refusals.OrderBy(refusal => refusal.Line)], warnings.ToList(refusals.Select(refusal => refusal.Line).ToHashSet()))
        {
            Stages = stages,
        };
    }

    /// <summary>Whether a row says that it was deleted in the CRM, or is none of those that its table is read for; it is passed over with a warning.</summary>
    internal static bool IsPassedOver(RowReader row, WarningList warnings)
    {
        var preset = row.Sheet.Mapping.Preset;
        if (preset?.IsMeant(row.Cells) == false)
        {
            warnings.AddRow("other-rows", row);
            return true;
        }

        if (preset?.IsDropped(row.Cells) == true || (row.Sheet.Has("deleted") && row.Flag("deleted") == true))
        {
            warnings.AddRow("deleted", row);
            return true;
        }

        return false;
    }

    /// <summary>
    /// Refuses a row that has more cells than the file has columns, since a separator inside a value was not quoted, and one that ends before a
    /// column that is used, since it was cut off. A row that only lacks columns that nobody reads is whole.
    /// </summary>
    internal static Refusal? OfWrongWidth(Sheet sheet, TableRow row)
    {
        var (cells, columns) = (row.Cells.Count, sheet.Table.Headers.Count);
        string[] arguments = [cells.ToString(CultureInfo.InvariantCulture), columns.ToString(CultureInfo.InvariantCulture)];
        if (cells > columns && row.Cells.Skip(columns).Any(cell => !string.IsNullOrWhiteSpace(cell)))
        {
            return new(row.Line, "", row.Cells[columns], "too-many-cells", $"The row has {arguments[0]} fields, and the file {arguments[1]} columns: a separator inside a value is not quoted.")
            {
                Arguments = arguments,
            };
        }

        return cells > sheet.LastColumn ? null : new(row.Line, "", row.Cells[^1], "too-few-fields", $"The row ends after {arguments[0]} of {arguments[1]} fields.")
        {
            Arguments = arguments,
        };
    }

    private static List<ReadRecord> Rows(Sheet sheet, Func<RowReader, WarningList, Record?> read, List<Refusal> refusals, WarningList warnings, List<StageChange> stages)
    {
        var records = new List<ReadRecord>(sheet.Table.Rows.Count);
        foreach (var cells in sheet.Table.Rows)
        {
            if (OfWrongWidth(sheet, cells) is { } wrong)
            {
                refusals.Add(wrong);
                continue;
            }

            var row = new RowReader(sheet, cells);
            var record = IsPassedOver(row, warnings) ? null : read(row, warnings);
            var entered = record is Deal deal && sheet.StageColumns.Count > 0 ? StageReading.InColumns(row, deal).ToList() : [];
            if (row.Refusal is { } refusal)
            {
                refusals.Add(refusal);
            }
            else if (record is not null)
            {
                records.Add(new(record, cells.Line));
                stages.AddRange(entered);
            }
        }

        return records;
    }

    private static Func<RowReader, WarningList, Record?> ReaderOf(RecordKind kind) => kind switch
    {
        RecordKind.Deals => DealReading.Read,
        RecordKind.Leads => LeadReading.Read,
        RecordKind.Activities => ActivityReading.Read,
        RecordKind.Customers => PartyReading.Customer,
        RecordKind.People => PartyReading.Person,
        RecordKind.Products => PartyReading.Product,
        RecordKind.Campaigns => CampaignReading.Campaign,
        RecordKind.Touches => CampaignReading.Touch,
        RecordKind.Cases => ServiceReading.Case,
        RecordKind.Surveys => ServiceReading.Answer,
        RecordKind.Costs => CostReading.Read,
        RecordKind.StageChanges => StageReading.Change,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Rows of this kind are not read one by one."),
    };

    private static List<ReadRecord> Last(List<ReadRecord> records, WarningList warnings)
    {
        var byId = new Dictionary<string, int>(records.Count);
        var kept = new List<ReadRecord?>(records.Count);
        foreach (var record in records)
        {
            if (byId.TryGetValue(record.Record.Id, out var before))
            {
                warnings.Add("duplicate-id", record.Line, $"{record.Record.Id} again, the last counts", [record.Record.Id]);
                kept[before] = null;
            }

            byId[record.Record.Id] = kept.Count;
            kept.Add(record);
        }

        return [.. kept.OfType<ReadRecord>()];
    }
}
