using CrmRoi.Data;
using CrmRoi.Metrics;
using CrmRoi.Metrics.Quality;
using CrmRoi.Web.Pages.Metrics;
using CrmRoi.Web.Pages.Shared;
using CrmRoi.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace CrmRoi.Web.Pages.Quality;

/// <summary>How good the records are that every figure rests on, and what their faults do to the figures.</summary>
public sealed class IndexModel(FigureStore store, QualityStore quality, MetricCharts charts, IStringLocalizer<IndexModel> texts) : MeasuringPage(store, charts)
{
    private const int LinesDrawn = 4;

    // What moves a figure by less is not worth the page's sentence.
    private const decimal Worth = 0.005m;

    /// <summary>The kind of record whose fields are shown.</summary>
    [BindProperty(SupportsGet = true, Name = "kind")]
    public string? Kind { get; set; }

    /// <summary>The report; none as long as none was reckoned.</summary>
    public KeptReport? Kept { get; private set; }

    public QualityReport Report => Kept!.Report;

    /// <summary>Whether the records are other ones by now.</summary>
    public bool IsOld => Kept?.Version != Figures.CubeVersion;

    /// <summary>The checks that found something, what moves a figure most first.</summary>
    public IReadOnlyList<FoundDeals> Found { get; private set; } = [];

    /// <summary>The kinds of record that there are.</summary>
    public IReadOnlyList<string> Kinds { get; private set; } = [];

    public IReadOnlyList<FieldLine> Fields { get; private set; } = [];

    public IReadOnlyList<LoggedOtherwise> Logged { get; private set; } = [];

    /// <summary>What is moved most by what was found; none where nothing is.</summary>
    public (FoundDeals Deals, QualityEffect Effect)? Strongest => Found.FirstOrDefault(found => found.Largest >= Worth) is { } first
        ? (first, first.Figures.Select(figure => figure.InMonths).First(effect => Math.Abs(effect.Change ?? 0) == first.Largest))
        : null;

    /// <summary>The company's months before and after go-live; none without one.</summary>
    public (Window Before, Window After)? Parts => Compared is { Company: var company } && !company.Before.IsEmpty && !company.After.IsEmpty ? (company.Before, company.After) : null;

    /// <summary>The address of a file with more than a table of the page shows.</summary>
    public string? FileOf(string table, QualityCheck? check = null) => Url.Page("/Quality/Export", new RouteValueDictionary(Asked.ToRoute()!) { ["table"] = table, ["check"] = check });

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Kept = await quality.FindAsync(cancellationToken);
        if (Kept is null)
        {
            return Page();
        }

        Kinds = [.. Report.Fields.Select(field => field.Kind).Distinct()];
        Kind ??= Kinds is [var first, ..] ? first : null;
        if (Kind is not null && !Kinds.Contains(Kind))
        {
            return BadRequest();
        }

        Found = Figures.Remember((nameof(Found), Kept.ReckonedAt, Window, Programme?.Name, With), () => Report.Findings.Where(finding => finding.Count > 0)
            .Select(finding => FoundDeals.Of(finding, Cube, Window, Parts)).OrderByDescending(found => found.Largest ?? 0).ToList());
        Fields = [.. Report.Fields.Where(field => field.Kind == Kind).Select(field => FieldLine.Of(field, Window, Parts)).OrderBy(line => line.Share ?? 2)];
        Logged = Figures.Remember((nameof(Logged), Programme?.Name), () => LoggedOtherwise.Of(Figures, Programme));
        return Page();
    }

    /// <summary>What a check looks for, in a word or two.</summary>
    public string NameOf(QualityCheck check) => check switch
    {
        QualityCheck.Duplicate => texts["Deals that are there twice"],
        QualityCheck.NeverClosed => texts["Deals that never close"],
        QualityCheck.SourceWithoutLost => texts["Won and open deals but no lost ones"],
        QualityCheck.BeforeLosses => texts["Deals won before losses were written down"],
        QualityCheck.ClosedBeforeStart => texts["Deals closed before they were opened"],
        QualityCheck.Outlier => texts["Outliers"],
        QualityCheck.WonWithoutValue => texts["Won deals without a value"],
        QualityCheck.InTwoSources => texts["Deals that two sources have"],
        QualityCheck.LeadTwice => texts["Leads that are there twice"],
        QualityCheck.CustomerTwice => texts["Customers that are there twice"],
        _ => throw new ArgumentOutOfRangeException(nameof(check), check, "Unknown check."),
    };

    /// <summary>The fields that lack most, month by month; none where each is always or never filled.</summary>
    public ChartModel? ChartOf(string label, Func<string, string> nameOf)
    {
        var drawn = Fields.Where(line => line.Share is > 0 and < 1).Take(LinesDrawn).ToList();
        ChartRole[] roles = [ChartRole.Loss, ChartRole.After, ChartRole.Total, ChartRole.Before];
        return drawn.Count == 0 ? null : new()
        {
            Type = ChartType.Line,
            Label = label,
            Labels = [.. Window.Months.Select(month => month.ToString())],
            Series = [.. drawn.Select((line, index) => new ChartSeries(nameOf(line.Coverage.Field), roles[index], line.ByMonth))],
            Marks = GoLive.IsKnown && Window.Contains(GoLive) ? [new(Charts.GoLiveName, ChartMarkKind.GoLive, GoLive.ToString())] : [],
            Unit = ChartUnit.Share,
            TableId = "fields",
        };
    }
}
