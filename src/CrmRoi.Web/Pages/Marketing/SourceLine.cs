using CrmRoi.Metrics;
using CrmRoi.Metrics.Comparing;

namespace CrmRoi.Web.Pages.Marketing;

/// <summary>The leads of one source in the chosen months.</summary>
/// <param name="Source">The channel.</param>
/// <param name="Leads">How many.</param>
/// <param name="ShareOfTotal">Which share of all leads they are.</param>
/// <param name="Conversion">Which share of them became a deal in 90 days.</param>
/// <param name="Cost">What one cost.</param>
/// <param name="Comparison">Leads before and after; none where nothing is compared.</param>
public sealed record SourceLine(string Source, Reading Leads, decimal? ShareOfTotal, Reading Conversion, Reading Cost, Comparison? Comparison);
