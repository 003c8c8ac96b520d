namespace CrmRoi.Web.Pages.Metrics;

/// <summary>What the partial _Comparisons draws: metrics in the chosen months, before and after.</summary>
/// <param name="Page">The page that it stands on.</param>
/// <param name="Rows">The metrics.</param>
/// <param name="Name">What the table shows, for who cannot see it.</param>
/// <param name="Id">Its id on the page.</param>
public sealed record ComparisonTable(MeasuringPage Page, IReadOnlyList<MetricRow> Rows, string Name, string Id)
{
    /// <summary>Whether anything is compared.</summary>
    public bool IsCompared => Rows.Any(row => row.Comparison is not null);
}
