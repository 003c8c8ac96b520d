using CrmRoi.Metrics.Comparing;

namespace CrmRoi.Web.Pages.Metrics;

/// <summary>What the partial _TrendTable draws: metrics month by month, of the same months.</summary>
/// <param name="Page">The page that it stands on.</param>
/// <param name="Trends">The metrics, one or more.</param>
/// <param name="Name">What the table shows, for who cannot see it.</param>
/// <param name="Id">Its id on the page.</param>
public sealed record TrendTable(MeasuringPage Page, IReadOnlyList<Trend> Trends, string Name, string Id);
