using CrmRoi.Metrics;
using CrmRoi.Metrics.Comparing;

namespace CrmRoi.Web.Pages.Shared;

/// <summary>One line of a table of before and after.</summary>
/// <param name="Comparison">What is compared.</param>
/// <param name="Months">The metric month by month, for the small line; empty for none.</param>
/// <param name="SplitAt">The position of the first month after go-live.</param>
/// <param name="Asked">The filter, which the link to the metric carries on.</param>
public sealed record ComparisonRow(Comparison Comparison, IReadOnlyList<decimal?> Months, int? SplitAt, FilterInput Asked)
{
    public Metric Metric => Comparison.Metric;

    /// <summary>The class of the change's cell.</summary>
    public string Tone => Comparison.Verdict switch
    {
        Verdict.Better => "num up",
        Verdict.Worse => "num down",
        Verdict.Unclear => "num",
        _ => "num na",
    };

    /// <summary>The kind of pill.</summary>
    public string Pill => Comparison.Verdict switch
    {
        Verdict.Better => "better",
        Verdict.Worse => "worse",
        Verdict.Unclear => "unclear",
        Verdict.NotComparable => "incomparable",
        _ => "not-enough-data",
    };

    /// <summary>Whether the change may be read as one: unlike sides are shown, but no difference of them.</summary>
    public bool IsCompared => Comparison.Verdict is Verdict.Better or Verdict.Worse or Verdict.Unclear;
}

/// <summary>A table of before and after.</summary>
/// <param name="Rows">Its lines.</param>
/// <param name="Currency">The currency of its money.</param>
public sealed record ComparisonTable(IReadOnlyList<ComparisonRow> Rows, string Currency)
{
    /// <summary>The id of the table, for links and charts.</summary>
    public string Id { get; init; } = "comparisons";

    public decimal Level => Rows.Select(row => row.Comparison.Interval?.Level).FirstOrDefault(level => level is not null) ?? Comparison.DefaultLevel;
}
