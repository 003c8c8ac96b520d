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
    public const string Calendar = "calendar";

    private static readonly string[] ConventionKeys = ["roi", "roi-multiple", "roi-average-annual", "roi-discounted", "roi-annualised"];

    private static readonly string[] OtherKeys =
        ["npv", "irr", "payback-from-cost", "payback-from-go-live", "payback-discounted", "break-even-month"];

    private static readonly string[] OwningKeys = ["tco", "cost-per-user", "break-even-uplift"];

    /// <summary>None while there is no programme.</summary>
    public ProgrammeSummary? Summary { get; private set; }

    /// <summary>What is not certain, and how it goes on; none while there is no programme.</summary>
    public Outlook? Outlook { get; private set; }

    /// <summary>All programmes together; none where there is only one.</summary>
    public CompanyReturn? Company { get; private set; }

    /// <summary>By which years the money is summed: "fiscal" unless "calendar" is asked for.</summary>
    [BindProperty(SupportsGet = true, Name = "years")]
    public string? Years { get; set; }

    /// <summary>The month in which a year starts.</summary>
    public int YearStart => Years == Calendar ? 1 : Figures.Company.FiscalYearStart;

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
        if (Years is not (null or Calendar or "fiscal"))
        {
            return BadRequest();
        }

        if (Programme is { } programme)
        {
            Summary = Figures.SummaryOf(programme, Filter, Window.To);
            Outlook = Figures.Remember((nameof(Outlook), programme.Name, Window.To), () => Return.Outlook.Of(Figures, Summary.Return));
            Company = Figures.Programmes.Count > 1 ? Figures.Remember((nameof(Company), Window.To), () => CompanyReturn.Of(Figures.Ledger, Figures.Cube, Window.To)!) : null;
            Sources = Figures.Remember((nameof(EnteredSource), programme.Name), () => EnteredSource.Of(Figures.Cube, programme));
        }

        return Page();
    }

    private static IEnumerable<ReturnMetric> Of(string[] keys) => keys.Select(key => ReturnMetrics.OfReturn.Single(metric => metric.Key == key));
}
