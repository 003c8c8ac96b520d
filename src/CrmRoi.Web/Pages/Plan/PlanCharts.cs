using CrmRoi.Metrics.Planning;
using CrmRoi.Reports;
using CrmRoi.Web.TagHelpers;
using Microsoft.Extensions.Localization;

namespace CrmRoi.Web.Pages.Plan;

/// <summary>Draws plan and fact: the plan dotted, as every target is.</summary>
public sealed class PlanCharts(IStringLocalizer<PlanCharts> text, DomainText words)
{
    public ChartModel Of(IReadOnlyList<PlanMonth> months, PlannedMeasure measure, string currency, string tableId) => new()
    {
        Type = ChartType.Line,
        Label = text["{0} by month: plan and fact", words.Member(measure)],
        Labels = [.. months.Select(month => month.Month.ToString())],
        Series =
        [
            new(text["Fact"], ChartRole.After, [.. months.Select(month => month.Reading.Numerator)]),
            new(text["Plan"], ChartRole.Target, [.. months.Select(month => month.Planned)]),
        ],
        Unit = measure == PlannedMeasure.Deals ? ChartUnit.Count : ChartUnit.Money,
        Currency = currency,
        TableId = tableId,
    };

    /// <summary>The pill of a standing.</summary>
    public static string PillOf(Standing standing) => standing switch
    {
        Standing.Met => "supported",
        Standing.OnTrack => "better",
        Standing.AtRisk => "unclear",
        Standing.Missed => "worse",
        _ => "not-enough-data",
    };
}
