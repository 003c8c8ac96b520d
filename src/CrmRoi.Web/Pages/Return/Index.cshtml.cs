using CrmRoi.Data;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Return;
using CrmRoi.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CrmRoi.Web.Pages.Return;

/// <summary>What the CRM cost and gained, and every way to reckon what that is worth.</summary>
/// <remarks>Everybody sees totals and kinds of cost; single costs and their descriptions are for administrators and the CFO.</remarks>
public sealed class IndexModel(FigureStore store) : FiguresPage(store)
{
    private static readonly string[] ConventionKeys = ["roi", "roi-multiple", "roi-average-annual", "roi-discounted", "roi-annualised"];

    private static readonly string[] OtherKeys =
        ["npv", "irr", "payback-from-cost", "payback-from-go-live", "payback-discounted", "break-even-month"];

    private static readonly string[] OwningKeys = ["tco", "cost-per-user", "break-even-uplift"];

    /// <summary>None while there is no programme.</summary>
    public ProgrammeSummary? Summary { get; private set; }

    /// <summary>The entered figures that the return rests on.</summary>
    public IReadOnlyList<EnteredSource> Sources { get; private set; } = [];

    /// <summary>What people call ROI, the official one first.</summary>
    public static IEnumerable<ReturnMetric> Conventions => Of(ConventionKeys);

    /// <summary>What else follows from cost and gain.</summary>
    public static IEnumerable<ReturnMetric> Others => Of(OtherKeys);

    /// <summary>What it costs to own it, and what would pay for that.</summary>
    public static IEnumerable<ReturnMetric> Owning => Of(OwningKeys);

    public IActionResult OnGet()
    {
        if (Programme is { } programme)
        {
            Summary = Figures.SummaryOf(programme, Filter, Window.To);
            Sources = Figures.Remember((nameof(EnteredSource), programme.Name), () => EnteredSource.Of(Figures.Cube, programme));
        }

        return Page();
    }

    private static IEnumerable<ReturnMetric> Of(string[] keys) => keys.Select(key => ReturnMetrics.OfReturn.Single(metric => metric.Key == key));
}
