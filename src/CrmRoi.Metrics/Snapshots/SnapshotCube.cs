using CrmRoi.Metrics.Attribution;
using CrmRoi.Metrics.Comparing;
using CrmRoi.Metrics.Planning;

namespace CrmRoi.Metrics.Snapshots;

/// <summary>Every snapshot and cohort of a company at one state of its data, and the sums that pages read from them.</summary>
/// <remarks>Nothing in it changes, so any number of readers may share one. Sums are made once for each filter and kept.</remarks>
public sealed class SnapshotCube
{
    private readonly KeyValuePair<Cell, Snapshot>[] cells;
    private readonly CohortBook cohorts;
    private readonly Dictionary<(string Family, string? Team), Window> recorded;
    private readonly ILookup<(string Family, Month Month), EnteredFigure> entered;
    private readonly KeptSums<Filter, IReadOnlyDictionary<(Month Month, string Team), Snapshot>> teamMonths = new();
    private readonly KeptSums<Filter, IReadOnlyDictionary<Month, Snapshot>> months = new();
    private readonly Lazy<IReadOnlyDictionary<(Month Month, string Team, string Rep), Snapshot>> repMonths;

    /// <summary>Holds these figures.</summary>
    /// <param name="recorded">Snapshots of records, one for each cell.</param>
    /// <param name="cohorts">Waits that the records tell of.</param>
    /// <param name="entered">Figures that people entered: used where a family has no records of the month.</param>
    /// <param name="asOf">The last day that the figures tell of.</param>
    public SnapshotCube(
        IEnumerable<KeyValuePair<Cell, Snapshot>> recorded, IEnumerable<CohortGroup> cohorts, IReadOnlyList<EnteredFigure> entered, DateOnly asOf)
    {
        KeyValuePair<Cell, Snapshot>[] ofRecords = [.. recorded];
        AsOf = asOf;
        Entered = entered;
        var byTeamAndMonth = ofRecords.GroupBy(cell => (cell.Key.Month, cell.Key.Team), cell => cell.Value).ToDictionary(group => group.Key, group => group.Merge());
        this.recorded = RecordedSpans.Of(byTeamAndMonth);
        Recorded = byTeamAndMonth;
        this.entered = entered
            .SelectMany(figure => figure.Period.Months.Select(month => (Key: (EnteredCells.FamilyOf(figure.Measure), month), figure)))
            .ToLookup(pair => pair.Key, pair => pair.figure);
        cells = [.. ofRecords, .. EnteredCells.Of(entered, IsRecorded, (month, team) => team is null
            ? byTeamAndMonth.Where(pair => pair.Key.Month == month).Select(pair => pair.Value).Merge()
            : byTeamAndMonth.GetValueOrDefault((month, team), Snapshot.Empty))];
        this.cohorts = new(cohorts, asOf);
        repMonths = new(() => cells.GroupBy(cell => (cell.Key.Month, cell.Key.Team, cell.Key.Rep), cell => cell.Value).ToDictionary(group => group.Key, group => group.Merge()));
        Horizon = cells.Length == 0
            ? new Window(Month.At(1), Month.At(0))
            : new Window(cells.Min(cell => cell.Key.Month), cells.Max(cell => cell.Key.Month));
    }

    /// <summary>The last day that the figures tell of.</summary>
    public DateOnly AsOf { get; }

    /// <summary>The last month that is over: later ones are not compared with whole months.</summary>
    public Month LastFullMonth => Month.Of(AsOf.AddDays(1)).Plus(-1);

    /// <summary>The months of which anything is known; empty when there are no figures.</summary>
    public Window Horizon { get; }

    /// <summary>What the records alone come to, by month and team: nothing that people entered is in it.</summary>
    public IReadOnlyDictionary<(Month Month, string Team), Snapshot> Recorded { get; }

    /// <summary>What is credited to campaigns.</summary>
    public CampaignCredits Credits { get; init; } = CampaignCredits.None;

    /// <summary>The figures that people entered, used or not.</summary>
    public IReadOnlyList<EnteredFigure> Entered { get; }

    /// <summary>The customers with their purchases, for metrics that need identity.</summary>
    public CustomerBook Customers { get; init; } = CustomerBook.Empty;

    /// <summary>What was planned.</summary>
    public Plan Plan { get; init; } = Plan.None;

    /// <summary>What somebody set out to reach.</summary>
    public IReadOnlyList<Target> Targets { get; init; } = [];

    /// <summary>What people state to have been logged alike before and after a go-live.</summary>
    public IReadOnlyList<ComparabilityStatement> Statements { get; init; } = [];

    /// <summary>From the first to the last month of which there are records of a family of measures; none where there are none.</summary>
    /// <param name="family">The family.</param>
    /// <param name="team">Whose, for activities; of the company otherwise, or where none is given.</param>
    public Window? RecordedOf(string family, string? team) =>
        recorded.TryGetValue((family, Activities.Contains(family) ? team : null), out var span) ? span : null;

    /// <summary>The members that a dimension has, by name, <see cref="Cell.Unassigned"/> last.</summary>
    public IReadOnlyList<string> Members(Dimensions dimension) =>
        [.. cells.Select(cell => cell.Key.Member(dimension)).Concat(Credits.Members(dimension)).Distinct()
            .OrderBy(member => member == Cell.Unassigned).ThenBy(member => member, StringComparer.OrdinalIgnoreCase)];

    /// <summary>What happened in a window.</summary>
    public Snapshot Total(Window window, Filter filter)
    {
        var byMonth = ByMonth(filter);
        return window.Months.Select(month => byMonth.GetValueOrDefault(month, Snapshot.Empty)).Merge();
    }

    /// <summary>What happened in each month in which anything did.</summary>
    public IReadOnlyDictionary<Month, Snapshot> ByMonth(Filter filter) => months.Of(filter, key =>
        ByTeamAndMonth(key).GroupBy(pair => pair.Key.Month, pair => pair.Value).ToDictionary(group => group.Key, group => group.Merge()));

    /// <summary>What happened in each month and team in which anything did.</summary>
    public IReadOnlyDictionary<(Month Month, string Team), Snapshot> ByTeamAndMonth(Filter filter) => teamMonths.Of(filter, key =>
        cells.Where(cell => key.Takes(cell.Key))
            .GroupBy(cell => (cell.Key.Month, cell.Key.Team), cell => cell.Value)
            .ToDictionary(group => group.Key, group => group.Merge()));

    /// <summary>What happened in each month and rep of a team in which anything did.</summary>
    public IReadOnlyDictionary<(Month Month, string Team, string Rep), Snapshot> ByRepAndMonth => repMonths.Value;

    /// <summary>What happened in a window, by the members of one dimension.</summary>
    public IReadOnlyDictionary<string, Snapshot> By(Dimensions dimension, Window window, Filter filter) =>
        cells.Where(cell => window.Contains(cell.Key.Month) && filter.Takes(cell.Key))
            .GroupBy(cell => cell.Key.Member(dimension), cell => cell.Value)
            .ToDictionary(group => group.Key, group => group.Merge());

    /// <summary>The waits that a metric reads in a window.</summary>
    /// <remarks>Of their cells only the month is told, unless the metric asks for groups as they are stored.</remarks>
    public IEnumerable<CohortGroup> CohortsOf(CohortMetric metric, Window window, Filter filter) => metric.OfGroups is null
        ? cohorts.SumsOf(metric.Clock, filter).Where(group => cohorts.IsChosen(group, metric, window))
        : cohorts.Of(metric, window, filter);

    /// <summary>The same, by the members of one dimension.</summary>
    public IEnumerable<IGrouping<string, CohortGroup>> CohortsBy(Dimensions dimension, CohortMetric metric, Window window, Filter filter) =>
        cohorts.Of(metric, window, filter).GroupBy(group => group.Cell.Member(dimension));

    /// <summary>Every deal by its team, the month it was opened in, and the month it was won in: how opportunities become business.</summary>
    public IReadOnlyList<DealsOpened> DealsByOpening() =>
        [.. cohorts.Of(Clock.DealToClose, Filter.None)
            .GroupBy(group => (group.Cell.Team, group.Cell.Month, Won: group.Ending == Ending.Reached ? group.EndMonth : default))
            .Select(deals => new DealsOpened(
                deals.Key.Team, deals.Key.Month, deals.Key.Won, deals.Sum(group => group.Count), deals.Sum(group => group.Value)))];

    /// <summary>Whether waits that began in a month have all had so many days to end in.</summary>
    public bool HasMatured(Month month, int days) => cohorts.HasMatured(month, days);

    /// <summary>Answers a metric for a window.</summary>
    /// <returns>
    /// The answer; undefined where the filter names a dimension that the metric's records do not carry, and where nothing is known
    /// of a part of it, as the cost of leads when nobody recorded what was spent.
    /// </returns>
    public Reading Read(Metric metric, Window window, Filter filter)
    {
        if (!IsOffered(metric, filter) || window.IsEmpty)
        {
            return Reading.Undefined;
        }

        return metric switch
        {
            SnapshotMetric snapshot => IsKnown(snapshot, window, filter.Team) ? snapshot.Read(Total(window, filter), window.Length)
                : snapshot.Otherwise is { } otherwise ? Customers.Read(otherwise, window, filter)
                : Reading.Undefined,
            CustomerMetric customer => Customers.Read(customer, window, filter),
            CohortMetric cohort => ReadCohort(cohort, window, filter),
            CreditMetric credit => credit.Read(Credits, window, filter),
            PlanMetric plan => Plan.Read(this, plan.Measure, window, filter),
            PlannedMetric => Plan.RevenueStillToWin(this, window.To, filter) is { } left ? new(left, left, null) : Reading.Undefined,
            TargetMetric => TargetProgress.OnTrack(this, window.To, filter),
            CombinedMetric combined => combined.Read([.. combined.Parts.Select(part => Read(part, window, filter))]),
            _ => Reading.Undefined,
        };
    }

    /// <summary>Whether a metric's records carry every dimension that a filter names.</summary>
    public static bool IsOffered(Metric metric, Filter filter) => (filter.Dimensions & ~metric.Dimensions) == 0;

    /// <summary>Whether something is known in a window of every part of a metric, of one team or of the company.</summary>
    public bool IsKnown(SnapshotMetric metric, Window window, string? team = null)
    {
        var measures = metric.Members.Select(Measure.Of).Where(measure => measure.Family is not ("margin" or "order-margin")).ToList();
        var activities = measures.Where(measure => Activities.Contains(measure.Family)).ToList();
        return measures.Except(activities).All(IsKnownMeasure) && (activities.Count == 0 || activities.Any(IsKnownMeasure));

        // An entered total does not tell its parts: calls entered say nothing of outbound calls.
        bool IsKnownMeasure(Measure measure) => window.Months.Any(month => IsRecorded(measure.Family, month, team)
            || EnteredOf(measure.Family, month, team).Any(figure => measure.Key is null || figure.Measure == measure.Key));
    }

    /// <summary>Where the figures of a family of measures come from in a window.</summary>
    /// <param name="family">The family.</param>
    /// <param name="window">Which months.</param>
    /// <param name="team">
    /// A team, <see cref="Cell.Unassigned"/> for what belongs to none; none for the company. One team may log what another does not yet.
    /// </param>
    public Provenance ProvenanceOf(string family, Window window, string? team = null)
    {
        int ofRecords = 0, ofEntries = 0, spread = 0, missing = 0;
        var (completeness, isComparable) = (1m, true);
        foreach (var month in window.Months)
        {
            if (IsRecorded(family, month, team))
            {
                ofRecords++;
            }
            else if (EnteredOf(family, month, team) is { Count: > 0 } figures)
            {
                ofEntries++;
                spread += figures.Any(figure => figure.IsSpread) ? 1 : 0;
                completeness = Math.Min(completeness, figures.Min(figure => figure.Completeness));
                isComparable &= figures.All(figure => figure.IsComparable);
            }
            else
            {
                missing++;
            }
        }

        return new(ofRecords, ofEntries, spread, missing, completeness, isComparable);
    }

    private static readonly HashSet<string> Activities = ["calls", "emails", "meetings", "quotes", "inquiries"];

    private Reading ReadCohort(CohortMetric metric, Window window, Filter filter)
    {
        var chosen = CohortsOf(metric, window, filter);
        if (!chosen.Any())
        {
            // Where deals are known and none is open, none is open: that is 0 and not unknown.
            var isNone = metric.Choice == CohortChoice.OpenAtEnd && Horizon.Contains(window.To) && cohorts.Of(metric.Clock, Filter.None).Any();
            return isNone ? new(0, 0, null) : Reading.Undefined;
        }

        return metric.Read(chosen, AsOf);
    }

    // Teams begin to log activities one by one. What is sold, asked for or complained of is recorded for the whole company or not at all.
    private bool IsRecorded(string family, Month month, string? team) => RecordedOf(family, team) is { } span && span.Contains(month);

    private List<EnteredFigure> EnteredOf(string family, Month month, string? team) =>
        [.. entered[(family, month)].Where(figure => team is null || Cell.MemberOf(figure.Team) == team)];
}
