namespace CrmRoi.Metrics.Quality;

/// <summary>In how many records of a kind a field says something, month by month.</summary>
/// <param name="Kind">The kind of record: "deals".</param>
/// <param name="Field">The field, as imports call it: "rep".</param>
/// <param name="Months">The months; the unknown one for records without a date.</param>
public sealed record FieldCoverage(string Kind, string Field, IReadOnlyList<CoverageMonth> Months)
{
    /// <summary>How many records there are in some months that should say something in the field.</summary>
    public long Recorded(Window window) => In(window).Sum(month => month.Recorded);

    /// <summary>The share of them that say something.</summary>
    /// <returns>A share; undefined where there are no records.</returns>
    public decimal? Share(Window window) => Ratio.Of(In(window).Sum(month => month.Filled), Recorded(window));

    /// <summary>The same over every month, records without a date included.</summary>
    public decimal? Overall => Ratio.Of(Months.Sum(month => month.Filled), Months.Sum(month => month.Recorded));

    private IEnumerable<CoverageMonth> In(Window window) => Months.Where(month => window.Contains(month.Month));
}

/// <summary>How many records of a month there are, and how many of them say something in a field.</summary>
public readonly record struct CoverageMonth(Month Month, long Recorded, long Filled);

/// <summary>Names that differ only in how they are written, so that one thing counts as several.</summary>
/// <param name="Field">What they name: "customer".</param>
/// <param name="Names">How many different names there are.</param>
/// <param name="Keys">How many there would be if those written alike were one.</param>
/// <param name="Groups">Some of the names that are written alike, the largest groups first, and in each what most records say.</param>
public sealed record Spellings(string Field, int Names, int Keys, IReadOnlyList<IReadOnlyList<string>> Groups)
{
    /// <summary>Some of the names that differ in one letter, so that they may be one or two: that which fewer records say, then the other.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Near { get; init; } = [];
}
