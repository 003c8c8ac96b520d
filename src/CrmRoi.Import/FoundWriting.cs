using CrmRoi.Import.Mapping;
using CrmRoi.Import.Parsing;

namespace CrmRoi.Import;

/// <summary>How a file was found to write its dates, where nobody said it.</summary>
/// <param name="Dates">The orders of its columns, each once; none of dates that say their month by name or are numbers.</param>
public sealed record FoundWriting(IReadOnlyList<FoundDates> Dates)
{
    /// <summary>Nothing was found.</summary>
    public static FoundWriting None { get; } = new([]);

    internal static FoundWriting Of(IEnumerable<(ColumnProfile Column, DateOrder Order)> dates) =>
        new([.. dates.Select(date => Of(date.Column, date.Order)).OfType<FoundDates>().DistinctBy(found => found.Order)]);

    private static FoundDates? Of(ColumnProfile column, DateOrder order)
    {
        var found = column.Dates == default ? DateOrder.Ymd : order;
        return column.First.FirstOrDefault(value => DateFormat.OrderOf(value) == found) is { } sample ? new(found, sample)
            : column.Dates == default ? null
            : new(found, column.First[0]);
    }
}

/// <summary>An order of day, month and year.</summary>
/// <param name="Order">The order.</param>
/// <param name="Sample">A date that shows it.</param>
public sealed record FoundDates(DateOrder Order, string Sample);
