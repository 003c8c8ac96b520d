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

/// <summary>How a page's comparisons are headed.</summary>
/// <param name="Before">The name of the earlier side.</param>
/// <param name="After">The name of the later side.</param>
/// <param name="MonthsBefore">Its months, where they are the same for every team.</param>
/// <param name="MonthsAfter">Its months, likewise.</param>
/// <param name="Against">A sentence that says what is compared with what; none where nothing is.</param>
/// <param name="NotOver">A sentence that says which months are left out because they are not over; none where none is.</param>
public sealed record ComparisonHeads(string Before, string After, string? MonthsBefore, string? MonthsAfter, string? Against, string? NotOver);
