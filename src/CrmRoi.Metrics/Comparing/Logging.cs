using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Comparing;

/// <summary>Somebody states that something was logged alike before and after a programme's go-live.</summary>
/// <param name="Programme">The programme's name.</param>
/// <param name="Family">What was logged: one of <see cref="Logging.Families"/>.</param>
/// <param name="Why">On what grounds.</param>
/// <param name="By">The sign-in name of whoever states it.</param>
/// <param name="On">When.</param>
public sealed record ComparabilityStatement(string Programme, string Family, string Why, string By, DateOnly On);

/// <summary>What the records tell of how something was logged around a go-live.</summary>
public enum LoggingFinding
{
    /// <summary>Too little is recorded on one of the sides to tell.</summary>
    NotKnown,

    /// <summary>Nothing tells of another way of logging.</summary>
    Steady,

    /// <summary>Its records begin with the CRM.</summary>
    BeginsAtGoLive,

    /// <summary>So much more, or less, is recorded from go-live on, at once, as work itself does not change.</summary>
    Jumps,
}

/// <summary>How something was logged around a go-live.</summary>
/// <param name="Finding">What was found.</param>
/// <param name="First">The first month of which there are records; not known where there are none.</param>
/// <param name="Before">Records a month just before go-live; none where there are none of those months.</param>
/// <param name="After">Records a month from go-live on, likewise.</param>
public readonly record struct LoggingChange(LoggingFinding Finding, Month First, decimal? Before, decimal? After)
{
    /// <summary>Whether logging itself changed.</summary>
    public bool IsChanged => Finding is LoggingFinding.BeginsAtGoLive or LoggingFinding.Jumps;
}

/// <summary>Whether logging itself changed with the CRM, so that a rise may only mean that more is written down.</summary>
/// <remarks>
/// Told for what is only known because somebody writes it down: activities, leads, cases. Deals, orders and money leave other traces. An
/// effect of a CRM grows while people learn; another way of logging shows at once. So it has changed where the records begin less
/// than <see cref="StepMonths"/> months before go-live or later, or where the first <see cref="StepMonths"/> months with the CRM hold more than
/// <see cref="LargestStep"/> times as many a month as the last ones without it, or fewer by that much, by more than chance explains.
/// </remarks>
public static class Logging
{
    /// <summary>How many months on each side of go-live are looked at.</summary>
    public const int StepMonths = 3;

    /// <summary>The largest step that may still be work and not writing.</summary>
    public const decimal LargestStep = 1.5m;

    private const decimal Level = 0.99m;

    /// <summary>What is only known because it is logged, each with the families of measures that come with it.</summary>
    public static readonly IReadOnlyList<(string Family, string Member, IReadOnlyList<string> With)> Families =
    [
        ("calls", nameof(Snapshot.Calls), ["calls"]),
        ("emails", nameof(Snapshot.Emails), ["emails"]),
        ("meetings", nameof(Snapshot.Meetings), ["meetings"]),
        ("quotes", nameof(Snapshot.Quotes), ["quotes"]),
        ("inquiries", nameof(Snapshot.Inquiries), ["inquiries"]),
        ("leads", nameof(Snapshot.Leads), ["leads", "leads-qualified", "leads-converted"]),
        ("cases", nameof(Snapshot.CasesOpened), ["cases"]),
    ];

    /// <summary>What a metric reads that is only known because it is logged.</summary>
    public static IEnumerable<string> FamiliesOf(Metric metric) => metric switch
    {
        SnapshotMetric snapshot => Families
            .Where(logged => snapshot.Members.Any(member => logged.With.Contains(Measure.Of(member).Family))).Select(logged => logged.Family),
        CohortMetric { Clock: Clock.LeadToDeal or Clock.LeadToContact } => ["leads"],
        CohortMetric { Clock: Clock.CaseToClose } => ["cases"],
        CombinedMetric combined => combined.Parts.SelectMany(FamiliesOf).Distinct(),
        _ => [],
    };

    /// <summary>How something was logged around a go-live.</summary>
    /// <param name="cube">The company's figures.</param>
    /// <param name="family">What: one of <see cref="Families"/>.</param>
    /// <param name="team">Whose; none for the company.</param>
    /// <param name="goLive">The first month with the CRM.</param>
    public static LoggingChange Of(SnapshotCube cube, string family, string? team, Month goLive)
    {
        var measure = Measure.Of(Families.Single(logged => logged.Family == family).Member);
        if (!goLive.IsKnown || cube.RecordedOf(measure.Family, team) is not { } recorded)
        {
            return default;
        }

        var before = new Window(goLive.Plus(-StepMonths), goLive.Plus(-1)).Intersect(recorded);
        var after = new Window(goLive, Month.Min(goLive.Plus(StepMonths - 1), cube.LastFullMonth)).Intersect(recorded);
        var (was, now) = (Sum(before), Sum(after));
        return new(FindingOf(), recorded.From, Ratio.Of(was, Math.Max(before.Length, 0)), Ratio.Of(now, Math.Max(after.Length, 0)));

        LoggingFinding FindingOf() => recorded.From > goLive.Plus(-StepMonths) ? LoggingFinding.BeginsAtGoLive
            : after.IsEmpty || Intervals.RateRatio(was, before.Length, now, after.Length, Level) is not { } ratio ? LoggingFinding.NotKnown
            : ratio.Low > LargestStep || ratio.High < Ratio.Of(1, LargestStep) ? LoggingFinding.Jumps
            : LoggingFinding.Steady;

        decimal Sum(Window months) => months.Months.Sum(month => measure.Read(team is null
            ? cube.ByMonth(Filter.None).GetValueOrDefault(month, Snapshot.Empty)
            : cube.ByTeamAndMonth(Filter.None).GetValueOrDefault((month, team), Snapshot.Empty)));
    }

    /// <summary>What a metric reads that some team logged in another way on one side of a comparison than on the other.</summary>
    /// <param name="cube">The company's figures.</param>
    /// <param name="metric">What is compared.</param>
    /// <param name="windows">The months of each team; one whose go-live does not part them is compared with itself.</param>
    internal static IReadOnlyList<string> ChangedOf(SnapshotCube cube, Metric metric, IReadOnlyList<TeamWindows> windows)
    {
        var byTeam = metric.Dimensions.HasFlag(Snapshots.Dimensions.Team);
        return [.. FamiliesOf(metric).Where(family => windows.Any(team => team.IsParted
            && !IsEntered(cube, family, team, byTeam) && Of(cube, family, byTeam ? team.Team : null, team.GoLive).IsChanged))];
    }

    // Where the months before are entered, the rule of entered figures speaks.
    private static bool IsEntered(SnapshotCube cube, string family, TeamWindows windows, bool byTeam) =>
        cube.ProvenanceOf(family, windows.Before, byTeam ? windows.Team : null).IsEntered;
}
