using CrmRoi.Metrics.Planning;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Comparing;

/// <summary>What a metric reads on one side of a comparison.</summary>
/// <param name="Months">How many months it covers: the mean of the teams' months where each has a window of its own.</param>
/// <param name="Provenance">Where the figures come from.</param>
public sealed record Observed(decimal Months, Provenance Provenance)
{
    /// <summary>What happened, for a <see cref="SnapshotMetric"/>.</summary>
    public Snapshot Snapshot { get; init; } = Snapshot.Empty;

    /// <summary>The waits, for a <see cref="CohortMetric"/>.</summary>
    public CohortSnapshot Waits { get; init; } = CohortSnapshot.Empty;

    /// <summary>What customers did, for a <see cref="CustomerMetric"/>; none where their purchases are not known of every month.</summary>
    public CustomerCount? Customers { get; init; }

    /// <summary>How many waits of the months have not had the metric's follow-up yet, and so are not in <see cref="Waits"/>.</summary>
    public long Young { get; init; }

    /// <summary>The families of measures of which anything is known: the sum of calls and e-mails is another where e-mails are not known.</summary>
    public IReadOnlySet<string> Families { get; init; } = new HashSet<string>();

    /// <summary>The answer itself, for levels and for metrics made of others.</summary>
    public Reading? Given { get; init; }

    /// <summary>Every month is recorded: a side for examples and tests.</summary>
    /// <param name="months">How many months.</param>
    public static Observed Recorded(int months) => new(months, new Provenance(months, 0, 0, 0, 1, true));

    /// <summary>What a metric answers on this side; a total as so much a month.</summary>
    public Reading Read(Metric metric)
    {
        if (Given is { } given)
        {
            return given;
        }

        return metric switch
        {
            SnapshotMetric when Provenance.IsUnknown => Reading.Undefined,
            SnapshotMetric { IsTotal: true } total when total.Numerator(Snapshot) is var sum => new(Ratio.Of(sum, Months), sum, Months),
            SnapshotMetric snapshot => snapshot.Read(Snapshot, Months),
            CohortMetric cohort => cohort.Answer(Waits),
            CustomerMetric customer => Customers is { } count ? customer.Answer(count) : Reading.Undefined,
            _ => Reading.Undefined,
        };
    }

    /// <summary>One side of a comparison.</summary>
    /// <param name="cube">The company's figures.</param>
    /// <param name="metric">What is asked.</param>
    /// <param name="windows">Each team's window of that side.</param>
    /// <param name="filter">The part of the business.</param>
    internal static Observed Of(SnapshotCube cube, Metric metric, IReadOnlyList<(string Team, Window Window)> windows, Filter filter)
    {
        var months = MonthsOf([.. windows.Select(team => (team.Team, team.Window.Length))]);
        return metric switch
        {
            SnapshotMetric snapshot => OfTotals(cube, snapshot, windows, filter, months),
            CohortMetric cohort => OfWaits(cube, cohort, windows, filter, months),
            CreditMetric credit => new(months, new Provenance((int)months, 0, 0, 0, 1, true)) { Given = OfCredit(cube, credit, windows, filter, months) },
            CustomerMetric customer => OfCustomers(cube.Customers, customer, [.. windows.Select(team => team.Window)], filter, months),
            PlanMetric plan => new(months, Recorded((int)months).Provenance)
            {
                Given = cube.Plan.Read(cube, plan.Measure, [.. windows.Select(team => (team.Window, filter with { Team = team.Team }))]),
            },
            CombinedMetric combined => new(months, default)
            {
                Given = combined.Read([.. combined.Parts.Select(part => Of(cube, part, windows, filter).Read(part))]),
            },
            _ => new(months, default) { Given = Reading.Undefined },
        };
    }

    // Credit of months before touches were recorded is not known, and a total of the others would be too low.
    private static Reading OfCredit(SnapshotCube cube, CreditMetric metric, IReadOnlyList<(string Team, Window Window)> windows, Filter filter, decimal months)
    {
        if (windows.Count == 0 || !windows.All(team => cube.Credits.IsKnownThroughout(team.Window)))
        {
            return Reading.Undefined;
        }

        var sum = windows.Select(team => metric.Read(cube.Credits, team.Window, filter).Value).Aggregate((decimal?)0, (total, value) => total + value);
        return new(Ratio.Of(sum, months), sum, months);
    }

    // What belongs to no team does not stretch or shorten the months of those that have one.
    private static decimal MonthsOf(IReadOnlyList<(string Team, int Months)> windows)
    {
        var teams = windows.Where(team => team.Team != Cell.Unassigned).ToList();
        var counted = teams.Count > 0 ? teams : windows;
        return Ratio.Of(counted.Sum(team => team.Months), counted.Count) ?? 0;
    }

    private static Snapshot Total(SnapshotCube cube, SnapshotMetric metric, IReadOnlyList<(string Team, Window Window)> windows, Filter filter) =>
        !metric.Dimensions.HasFlag(Dimensions.Team)
            ? windows.Select(team => cube.Total(team.Window, filter)).Merge()
            : windows
                .SelectMany(team => team.Window.Months.Select(month => cube.ByTeamAndMonth(filter).GetValueOrDefault((month, team.Team), Snapshot.Empty)))
                .Merge();

    private static Observed OfWaits(
        SnapshotCube cube, CohortMetric metric, IReadOnlyList<(string Team, Window Window)> windows, Filter filter, decimal months)
    {
        var chosen = Chosen(metric);
        var provenance = new Provenance((int)months, 0, 0, 0, 1, true);
        if (metric.Choice == CohortChoice.OpenAtEnd || metric.OfGroups is not null)
        {
            return new(months, provenance) { Given = chosen.Any() ? metric.Read(chosen, cube.AsOf) : Reading.Undefined };
        }

        var young = metric.Choice == CohortChoice.BegunAndMatured
            ? Chosen(metric with { Choice = CohortChoice.Begun }).Sum(cohort => cohort.Count) - chosen.Sum(cohort => cohort.Count)
            : 0;
        return new(months, provenance) { Waits = CohortSnapshot.Of(chosen, cube.AsOf), Young = young };

        IEnumerable<CohortGroup> Chosen(CohortMetric which) =>
            windows.SelectMany(team => cube.CohortsOf(which, team.Window, filter with { Team = team.Team }));
    }

    // Customers have no team, so there is one window; the same customer would count twice in two.
    private static Observed OfCustomers(CustomerBook book, CustomerMetric metric, IReadOnlyList<Window> windows, Filter filter, decimal months)
    {
        if (metric.IsOfTheLastDay)
        {
            return new(months, default) { Given = windows is [var last] ? book.Read(metric, last, filter) : Reading.Undefined };
        }

        var isKnown = windows is [var window] && !window.IsEmpty && window.Intersect(book.Horizon) == window
            && book.Read(metric, window, filter).Value is not null;
        return new(months, new Provenance((int)months, 0, 0, 0, 1, true)) { Customers = isKnown ? book.CountOf(windows[0], filter) : null };
    }

    private static Observed OfTotals(
        SnapshotCube cube, SnapshotMetric metric, IReadOnlyList<(string Team, Window Window)> windows, Filter filter, decimal months)
    {
        // One team may log what another does not yet, so each team's figures are judged by its own records.
        var byTeam = metric.Dimensions.HasFlag(Dimensions.Team);
        var parts = windows.Select(team => metric.Members.Select(member => Measure.Of(member).Family).Distinct()
            .Select(family => (Family: family, Provenance: cube.ProvenanceOf(family, team.Window, byTeam ? team.Team : null)))
            .Where(part => !part.Provenance.IsUnknown).ToList()).ToList();
        if (windows.Any(team => !cube.IsKnown(metric, team.Window, byTeam ? team.Team : null)))
        {
            return new(months, default);
        }

        var known = parts.SelectMany(part => part).ToList();
        if (known.Count == 0)
        {
            return new(months, default);
        }

        // A total a month is that of the months that are known: the others are missing, not 0.
        var knownMonths = MonthsOf([.. windows.Zip(parts, (team, part) => (team.Team, part.Select(family => family.Provenance.Recorded + family.Provenance.Entered).DefaultIfEmpty().Max()))]);
        return new(metric.IsTotal || metric.IsPerMonth ? knownMonths : months, known.Select(part => part.Provenance).Aggregate(Provenance.Weaker))
        {
            Snapshot = Total(cube, metric, windows, filter),
            Families = known.Select(part => part.Family).ToHashSet(),
        };
    }
}
