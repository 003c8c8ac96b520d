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
    public static FileReading Read(Table table, Mapping.ColumnMapping mapping, ReadSettings settings) => Read(new RecordStream(table, mapping, settings));

    /// <summary>Everything that a table says.</summary>
    internal static FileReading Read(RecordStream stream)
    {
        var parts = stream.Parts(int.MaxValue).ToList();
        return new(
            stream.Mapping,
            stream.Table,
            [.. parts.SelectMany(part => part.Records)],
            [.. stream.Refusals],
            stream.Warnings())
        {
            Stages = [.. parts.SelectMany(part => part.Stages)],
        };
    }

    /// <summary>Whether a row says that it was deleted in the CRM, or is none of those that its table is read for; it is passed over with a warning.</summary>
    internal static bool IsPassedOver(RowReader row, WarningList warnings)
    {
        var preset = row.Sheet.Mapping.Preset;
        if (preset?.IsMeant(row.Cells) == false || row.Sheet.Mapping.Only?.Passes(row.Cells) == false)
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
        if (cells > columns && row.Cells.Skip(columns).Any(cell => !string.IsNullOrWhiteSpace(cell)))
        {
            return Wrong(row.Cells[columns], "too-many-cells", $"The row has {cells} fields, and the file {columns} columns: a separator inside a value is not quoted.");
        }

        return cells > sheet.LastColumn ? null : Wrong(row.Cells[^1], "too-few-fields", $"The row ends after {cells} of {columns} fields.");

        Refusal Wrong(string value, string code, FormattableString reason) => new(row.Line, "", value, code, reason.ToString(CultureInfo.InvariantCulture))
        {
            Arguments = [cells.ToString(CultureInfo.InvariantCulture), columns.ToString(CultureInfo.InvariantCulture)],
        };
    }

    internal static Func<RowReader, WarningList, Record?> ReaderOf(RecordKind kind) => kind switch
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
}
