using CrmRoi.Data;
using CrmRoi.Metrics;
using CrmRoi.Metrics.Catalogue;
using CrmRoi.Metrics.Comparing;
using CrmRoi.Metrics.Return;
using CrmRoi.Metrics.Snapshots;
using CrmRoi.Reports;
using CrmRoi.Web.Pages.Shared;
using CrmRoi.Web.TagHelpers;

namespace CrmRoi.Web.Pages.Metrics;

/// <summary>A page that reads metrics in the chosen months, and compares them before and after where there is a programme.</summary>
public abstract class MeasuringPage(FigureStore store, MetricCharts charts) : FiguresPage(store)
{
    public MetricCharts Charts => charts;

    /// <summary>How this page writes metrics: in the programme's currency.</summary>
    public MetricFormats Written => charts.Written(Currency);

    public SnapshotCube Cube => Figures.Cube;

    /// <summary>Whether there is nothing to show at all.</summary>
    public bool IsEmpty => Cube.Horizon.IsEmpty;

    /// <inheritdoc/>
    public override FilterChips Chips => base.Chips with { HasComparison = true };

    /// <summary>The months compared; none where the baseline is asked for and there is no go-live.</summary>
    public ComparisonWindows? Compared => (With, Programme) switch
    {
        (not ComparedWith.Baseline, _) => Figures.Remember((nameof(Compared), With, Window, Programme?.Name), () =>
            ComparisonWindows.OfPeriods(Window, With, Figures.MembersOf(Dimensions.Team), Cube.LastFullMonth, Programme)),
        (_, { GoLive.IsKnown: true } programme) => Figures.Remember((nameof(Compared), programme.Name, LastMonth), () =>
            ComparisonWindows.Of(programme, Figures.MembersOf(Dimensions.Team), LastMonth)),
        _ => null,
    };

    /// <summary>What the two sides of every comparison on this page are called, and what is set against what.</summary>
    public ComparisonHeads Heads => charts.HeadsOf(this);

    /// <summary>The months asked for that are not over, and so are not compared; empty when all are.</summary>
    public Window NotOver => Window with { From = Month.Max(Window.From, Cube.LastFullMonth.Plus(1)) };

    /// <summary>The first month with the CRM in the part of the business that is looked at; not known without one.</summary>
    public Month GoLive => (Programme, Filter.Team) switch
    {
        (null, _) => default,
        ({ } programme, { } team) when team != Cell.Unassigned => programme.GoLiveOf(team),
        ({ } programme, _) => programme.FirstGoLive(),
    };

    /// <summary>The months from the first go-live to the end of the last ramp-up, which belong to neither side.</summary>
    public Window RollOut => Programme is { } programme && GoLive.IsKnown
        ? new(GoLive, LastGoLive(programme).Plus(programme.RampUpMonths - 1))
        : new(Month.At(1), Month.At(0));

    /// <summary>Answers a metric for the chosen months, or for the whole programme where it is one of money.</summary>
    public Reading Read(Metric metric) => metric is ReturnMetric money ? ReadMoney(money) : Cube.Read(metric, Window, Filter);

    /// <summary>A metric before and after; none for one of money, or without a go-live.</summary>
    public Comparison? Compare(Metric metric) => metric is not ReturnMetric && Compared is { } windows
        ? Figures.Remember((nameof(Compare), metric.Key, Programme?.Name, Filter, LastMonth, With, PeriodAsked), () => Comparison.Of(Cube, metric, windows, Filter))
        : null;

    /// <summary>A metric month by month; none for one of money.</summary>
    public Trend? TrendOf(Metric metric) => metric is ReturnMetric ? null : Trend.Of(Cube, metric, Window, Filter);

    /// <summary>A metric with all that a row of a table shows.</summary>
    public MetricRow RowOf(Metric metric) => Figures.Remember(
        (nameof(RowOf), metric.Key, Programme?.Name, Window, Filter, With), () => new MetricRow(metric, Read(metric), Compare(metric), TrendOf(metric)));

    /// <summary>The waits that began before and after; all of the chosen months where nothing is compared.</summary>
    public IReadOnlyList<(ChartRole Role, CohortSnapshot Waits)> Sides(CohortMetric metric) =>
        Figures.Remember((nameof(Sides), metric.Key, Programme?.Name, Window, Filter, With), () => SidesOf(metric));

    private IReadOnlyList<(ChartRole Role, CohortSnapshot Waits)> SidesOf(CohortMetric metric)
    {
        var begun = metric with { Choice = CohortChoice.Begun };
        return Compared is null
            ? [(ChartRole.After, CohortSnapshot.Of(Cube.CohortsOf(begun, Window, Filter), Cube.AsOf))]
            : [
                (ChartRole.Before, CohortSnapshot.Of(WaitsOf(begun, team => team.Before), Cube.AsOf)),
                (ChartRole.After, CohortSnapshot.Of(WaitsOf(begun, team => team.After), Cube.AsOf)),
            ];
    }

    /// <summary>The waits of one side, each team's by its own windows.</summary>
    protected IReadOnlyList<CohortGroup> WaitsOf(CohortMetric metric, Func<TeamWindows, Window> side) => Compared is { } windows && SnapshotCube.IsOffered(metric, Filter)
        ? [.. windows.For(metric, Filter, Cube.AsOf).SelectMany(team => Cube.CohortsOf(metric, side(team), Filter with { Team = team.Team }))]
        : [];

    /// <summary>Where the spark lines change from before to after.</summary>
    public int? SplitAt => GoLive.IsKnown && Window.Contains(GoLive) ? Window.From.MonthsUntil(GoLive) : null;

    // As on the overview: nothing after the chosen months is compared.
    private Month LastMonth => Month.Min(Window.To, Cube.LastFullMonth);

    // The baseline is the same whenever the months looked at begin.
    private Month PeriodAsked => With == ComparedWith.Baseline ? default : Window.From;

    private Reading ReadMoney(ReturnMetric metric) => Programme is { } programme
        && metric.Answer(Figures.ReturnOf(programme)) is { } value
            ? new Reading(value, null, null)
            : Reading.Undefined;

    private Month LastGoLive(CrmRoi.Metrics.Programmes.Programme programme) => Filter.Team is null
        ? programme.LastGoLive()
        : GoLive;
}

/// <summary>A metric with all that a row of a table shows.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Reading">Its answer in the chosen months.</param>
/// <param name="Comparison">Before and after; none where nothing is compared.</param>
/// <param name="Trend">Month by month; none for metrics of money.</param>
public sealed record MetricRow(Metric Metric, Reading Reading, Comparison? Comparison, Trend? Trend)
{
    /// <summary>The values by month, for a spark line.</summary>
    public IReadOnlyList<decimal?> Values => Trend is null ? [] : [.. Trend.Points.Select(point => point.Reading.Value)];
}
