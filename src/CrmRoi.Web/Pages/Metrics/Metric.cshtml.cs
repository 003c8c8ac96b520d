using CrmRoi.Data;
using CrmRoi.Metrics;
using CrmRoi.Metrics.Catalogue;
using CrmRoi.Metrics.Comparing;
using CrmRoi.Metrics.Snapshots;
using CrmRoi.Web.Pages.Shared;
using CrmRoi.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace CrmRoi.Web.Pages.Metrics;

/// <summary>One metric: its figure, how it is counted, by month, before and after, and by the parts of the business.</summary>
public sealed class MetricModel(FigureStore store, MetricCharts charts) : MeasuringPage(store, charts)
{
    private static readonly Dimensions[] Single =
        [Dimensions.Team, Dimensions.Rep, Dimensions.Region, Dimensions.Segment, Dimensions.Channel, Dimensions.Campaign, Dimensions.Product];

    /// <summary>By which dimension it is broken down.</summary>
    [BindProperty(SupportsGet = true, Name = "by")]
    public string? By { get; set; }

    public MetricRow Row { get; private set; } = null!;

    public Metric Metric => Row.Metric;

    /// <summary>The metric to compare with instead, where this one flatters young windows.</summary>
    public MetricRow? Instead { get; private set; }

    /// <summary>The dimensions by which it can be broken down, the one shown first among them.</summary>
    public IReadOnlyList<Dimensions> Offered { get; private set; } = [];

    /// <summary>The metric by the members of a dimension; none where it offers none.</summary>
    public Breakdown? Breakdown { get; private set; }

    public Provenance? Provenance => Metric is SnapshotMetric snapshot ? ProvenanceIn(snapshot) : null;

    /// <summary>The deals begun before and after, for metrics that tell how long they take.</summary>
    public IReadOnlyList<(ChartRole Role, CohortSnapshot Waits)> Waits { get; private set; } = [];

    /// <summary>The lists of records that the figure was counted from.</summary>
    public IReadOnlyList<(string Kind, Measure Measure)> Behind => [.. MembersOf(Metric)
        .SelectMany(member => RecordList.Kinds.Where(kind => kind.Members.Contains(member)).Select(kind => (kind.Kind, Measure.Of(member))))];

    private static IEnumerable<string> MembersOf(Metric metric) => metric switch
    {
        SnapshotMetric snapshot => snapshot.Members,
        CohortMetric { Clock: Clock.LeadToDeal or Clock.LeadToContact } => [nameof(Snapshot.Leads)],
        CohortMetric { Clock: Clock.CaseToClose } => [nameof(Snapshot.CasesOpened)],
        CohortMetric { Choice: CohortChoice.Ended } => [nameof(Snapshot.DealsWon)],
        CohortMetric => [nameof(Snapshot.DealsCreated)],
        _ => [],
    };

    public IActionResult OnGet(string key)
    {
        if (!MetricCatalogue.TryFind(key, out var metric))
        {
            return NotFound();
        }

        Offered = [.. Single.Where(dimension => Breakdown.IsOffered(metric, dimension))];
        var dimension = By is null ? Offered is [var first, ..] ? first : Dimensions.None : Offered.FirstOrDefault(offered => NameOf(offered) == By);
        if (By is not null && dimension == Dimensions.None)
        {
            return BadRequest();
        }

        Row = RowOf(metric);
        Instead = MetricCatalogue.TryFind(metric.Safe, out var instead) ? RowOf(instead) : null;
        Breakdown = dimension == Dimensions.None ? null : Figures.Remember((nameof(Breakdown), metric.Key, dimension, Window, Filter), () => Breakdown.Of(Cube, metric, dimension, Window, Filter));
        Waits = metric is CohortMetric { Clock: Clock.DealToClose, Choice: CohortChoice.Begun or CohortChoice.BegunAndMatured } cohort ? Sides(cohort) : [];
        return Page();
    }

    /// <summary>What a dimension is called in an address.</summary>
    public static string NameOf(Dimensions dimension) => dimension.ToString().ToLowerInvariant();

    /// <summary>The address of the page narrowed to a member; none where the filter has no such dimension.</summary>
    public Dictionary<string, string>? Narrowed(string member) => Breakdown is { } shown && FilterInput.Offered.Contains(shown.Dimension)
        ? new(Asked.ToRoute()) { [NameOf(shown.Dimension)] = member }
        : null;

    private Provenance ProvenanceIn(SnapshotMetric metric) => metric.Members
        .Select(member => Measure.Of(member).Family).Distinct()
        .Select(family => Cube.ProvenanceOf(family, Window))
        .Where(provenance => !provenance.IsUnknown)
        .DefaultIfEmpty(new Provenance(0, 0, 0, Window.Length, 1, true))
        .Aggregate(CrmRoi.Metrics.Snapshots.Provenance.Weaker);
}
