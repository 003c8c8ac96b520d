using System.Globalization;
using CrmRoi.Metrics;
using CrmRoi.Metrics.Records;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Data;

/// <summary>Which records are asked for: those that a measure counts in some months of a part of the business.</summary>
/// <param name="Measure">What is counted: one of <see cref="RecordList.Kinds"/>.</param>
/// <param name="Window">In which months.</param>
/// <param name="Filter">Of which part of the business.</param>
public sealed record RecordQuestion(Measure Measure, Window Window, Filter Filter)
{
    /// <summary>Whether the counting rules count a record there.</summary>
    public bool Takes(IEnumerable<Contribution> contributions, out Cell cell)
    {
        foreach (var contribution in contributions)
        {
            if (Window.Contains(contribution.Cell.Month) && Filter.Takes(contribution.Cell) && Measure.Read(contribution.Snapshot) > 0)
            {
                cell = contribution.Cell;
                return true;
            }
        }

        cell = default;
        return false;
    }
}

/// <summary>A record of a list.</summary>
/// <param name="Record">The record.</param>
/// <param name="At">When it counted.</param>
/// <param name="Cell">Where it counted.</param>
/// <param name="Key">Its key in the database.</param>
public sealed record ListedRecord(Record Record, DateTime At, Cell Cell, long Key);

/// <summary>A page of a list, the latest first.</summary>
/// <param name="Records">The records.</param>
/// <param name="Next">Where the next page begins; none after the last.</param>
public sealed record RecordPage(IReadOnlyList<ListedRecord> Records, RecordCursor? Next);

/// <summary>After which record a page begins: in a list, the records before it are later.</summary>
/// <param name="At">When that record counted.</param>
/// <param name="Key">Its key.</param>
public readonly record struct RecordCursor(DateTime At, long Key)
{
    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    public static bool TryParse(string? text, out RecordCursor cursor)
    {
        cursor = default;
        if (text?.Split('-') is not [var ticks, var key]
            || !long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at) || at > DateTime.MaxValue.Ticks
            || !long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return false;
        }

        cursor = new(new DateTime(at), number);
        return true;
    }

    /// <summary>As it stands in an address.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.Ticks}-{Key}");
}
