using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Return;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Evidence;

/// <summary>How a month's figure is known.</summary>
internal enum MonthSource
{
    /// <summary>Not at all.</summary>
    Missing,

    /// <summary>From records.</summary>
    Recorded,

    /// <summary>Somebody entered it for that month, as something comparable.</summary>
    Entered,

    /// <summary>Somebody entered it, and has not said that it is comparable.</summary>
    EnteredUnlike,

    /// <summary>It is a share of an entered total of more months, and comparable.</summary>
    Spread,

    /// <summary>It is such a share, and nobody has said that it is comparable.</summary>
    SpreadUnlike,
}

/// <summary>A team's months, or the company's, around its go-live.</summary>
/// <param name="Team">The team; none for the company.</param>
/// <param name="GoLive">Its first month with the CRM.</param>
/// <param name="Before">How many clean months lie without a gap before it.</param>
/// <param name="After">How many known months from it on, without a gap.</param>
internal sealed record SubjectUnit(string? Team, Month GoLive, int Before, int After);

/// <summary>Reads a subject by team and month.</summary>
internal sealed class SubjectMonths
{
    private static readonly HashSet<string> LoggedFamilies = ["calls", "emails", "meetings"];

    private readonly Programme programme;
    private readonly SnapshotCube cube;
    private readonly EvidenceSubject subject;
    private readonly Month until;
    private readonly MarginReader margins;
    private readonly List<string> families;
    private readonly HashSet<EvidenceReason> reasons = [];

    public SubjectMonths(Programme programme, SnapshotCube cube, EvidenceSubject subject, Month until)
    {
        (this.programme, this.cube, this.subject, this.until) = (programme, cube, subject, until);
        margins = new(programme, cube);
        families = [.. (subject.Metric?.Members ?? []).Select(member => Measure.Of(member).Family).Where(family => family is not ("margin" or "order-margin")).Distinct()];
        Units = [.. Teams().Select(UnitOf).OfType<SubjectUnit>()];
    }

    /// <summary>Units with a go-live that has come.</summary>
    public IReadOnlyList<SubjectUnit> Units { get; }

    /// <summary>What was found amiss with the months.</summary>
    public IReadOnlyCollection<EvidenceReason> Reasons => reasons;

    /// <summary>The subject of some units' months together, each unit's by its own go-live.</summary>
    /// <returns>The value; none where it is not defined.</returns>
    public double? Value(IEnumerable<(string? Team, Month Month)> months)
    {
        if (subject.Metric is null)
        {
            return (double?)months.Aggregate((decimal?)0, (sum, cell) => sum + margins.Margin(cell.Month, cell.Team));
        }

        var merged = months.Select(cell => cell.Team is null
            ? cube.ByMonth(Filter.None).GetValueOrDefault(cell.Month, Snapshot.Empty)
            : cube.ByTeamAndMonth(Filter.None).GetValueOrDefault((cell.Month, cell.Team), Snapshot.Empty)).Merge();
        return (double?)subject.Metric.Read(merged, 1).Value;
    }

    public bool IsKnown(string? team, Month month) => SourceOf(team, month) != MonthSource.Missing;

    private IEnumerable<string?> Teams()
    {
        if (subject.Metric is { } metric && !metric.Dimensions.HasFlag(Dimensions.Team))
        {
            return (IEnumerable<string?>)[null];
        }

        var teams = subject.Metric is null
            ? margins.Teams
            : [.. cube.Members(Dimensions.Team).Where(team => cube.ByTeamAndMonth(Filter.None).Any(cell => cell.Key.Team == team && Reads(cell.Value)))];
        return teams.Count == 0 || teams.All(team => team == Cell.Unassigned) ? (IEnumerable<string?>)[null] : teams;
    }

    private bool Reads(Snapshot snapshot) => subject.Metric!.Members.Any(member => Measure.Of(member).Read(snapshot) != 0);

    private SubjectUnit? UnitOf(string? team)
    {
        var goLive = team is null || team == Cell.Unassigned ? programme.GoLive : programme.GoLiveOf(team);
        if (!goLive.IsKnown || goLive > until)
        {
            return null;
        }

        var before = Count(goLive.Plus(-1), -1, month => SourceOf(team, month) is MonthSource.Recorded or MonthSource.Entered or MonthSource.EnteredUnlike);
        var after = Count(goLive, 1, month => IsKnown(team, month));
        if (SourceOf(team, goLive.Plus(-1)) is MonthSource.Spread or MonthSource.SpreadUnlike)
        {
            reasons.Add(EvidenceReason.SpreadFigures);
        }

        if (IsLoggedOtherwise(team, goLive))
        {
            reasons.Add(EvidenceReason.ChangedLogging);
        }

        return new(team, goLive, before, after);
    }

    private int Count(Month first, int step, Func<Month, bool> holds)
    {
        var count = 0;
        for (var month = first; cube.Horizon.Contains(month) && month <= until && holds(month); month = month.Plus(step))
        {
            count++;
        }

        return count;
    }

    // Recorded since go-live and entered or not known before; or twice as much logged in the three months from go-live as in the three before.
    private bool IsLoggedOtherwise(string? team, Month goLive)
    {
        var (before, after, isLogged) = (SourceOf(team, goLive.Plus(-1)), SourceOf(team, goLive), families.Exists(LoggedFamilies.Contains));
        if (after == MonthSource.Recorded && (before is MonthSource.EnteredUnlike or MonthSource.SpreadUnlike || (isLogged && before == MonthSource.Missing)))
        {
            return true;
        }

        return isLogged && Sum(goLive, 0) > 2 * Sum(goLive, -3);

        double Sum(Month start, int from) => Enumerable.Range(from, 3).Sum(i => Value([(team, start.Plus(i))]) ?? 0);
    }

    private MonthSource SourceOf(string? team, Month month)
    {
        if (subject.Metric is null)
        {
            var used = margins.Used(month, team).ToList();
            return !margins.IsKnown(month, team) ? MonthSource.Missing : SourceOf(used.Count, used.Exists(figure => figure.IsSpread), used.TrueForAll(figure => figure.IsComparable));
        }

        var provenances = families.Select(family => cube.ProvenanceOf(family, new(month, month), team)).ToList();
        return provenances.Exists(provenance => provenance.Missing > 0) ? MonthSource.Missing
            : SourceOf(provenances.Sum(p => p.Entered), provenances.Exists(p => p.Spread > 0), provenances.TrueForAll(p => p.IsComparable));
    }

    private static MonthSource SourceOf(int entered, bool isSpread, bool isComparable) =>
        entered == 0 ? MonthSource.Recorded : isSpread ? (isComparable ? MonthSource.Spread : MonthSource.SpreadUnlike) : isComparable ? MonthSource.Entered : MonthSource.EnteredUnlike;
}
