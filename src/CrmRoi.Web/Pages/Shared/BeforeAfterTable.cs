using CrmRoi.Metrics;
using CrmRoi.Metrics.Comparing;

namespace CrmRoi.Web.Pages.Shared;

/// <summary>One line of a table of before and after.</summary>
/// <param name="Comparison">What is compared.</param>
/// <param name="Months">The metric month by month, for the small line.</param>
/// <param name="SplitAt">The position of the first month after go-live; none when it lies elsewhere.</param>
/// <param name="Asked">The filter, which the link to the metric carries on.</param>
public sealed record BeforeAfterRow(Comparison Comparison, IReadOnlyList<decimal?> Months, int? SplitAt, FilterInput Asked)
{
    public Metric Metric => Comparison.Metric;

    /// <summary>Whether the change may be read as one: unlike sides are shown, but no difference of them.</summary>
    public bool IsCompared => Comparison.Verdict is Verdict.Better or Verdict.Worse or Verdict.Unclear;
}

/// <summary>A table of before and after.</summary>
/// <param name="Rows">Its lines.</param>
/// <param name="Currency">The currency of its money.</param>
public sealed record BeforeAfterTable(IReadOnlyList<BeforeAfterRow> Rows, string Currency);
