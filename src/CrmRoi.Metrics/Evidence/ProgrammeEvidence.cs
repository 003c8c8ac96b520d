using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Evidence;

/// <summary>By which rule the official method was chosen.</summary>
public enum OfficialRule
{
    /// <summary>No method carries a figure.</summary>
    None,

    /// <summary>Deals are known by their opening: what they should have brought is the counterfactual with the fewest assumptions on time.</summary>
    ByOpportunities,

    /// <summary>A structural model of the series: it needs no line that goes on for ever.</summary>
    ByStructure,

    /// <summary>A segmented regression: the baseline is too short for a structural model.</summary>
    BySegments,

    /// <summary>An admin chose another one, with a reason.</summary>
    Overridden,
}

/// <summary>What one method says of a subject, and how far it carries.</summary>
/// <param name="Method">The method.</param>
/// <param name="Estimate">Its estimate; none where it has none.</param>
/// <param name="Verdict">What it carries.</param>
/// <param name="Reasons">Why no more, and cautions.</param>
/// <param name="From">The month of period 0; none where periods are counted from each team's own go-live.</param>
/// <param name="GoLivePeriod">The first period counted from go-live on, by its place in the estimate.</param>
public sealed record MethodEvidence(
    EvidenceMethod Method, Estimate? Estimate, EvidenceVerdict Verdict, IReadOnlyList<EvidenceReason> Reasons, Month? From, int GoLivePeriod);

/// <summary>What a cause did to the official figure.</summary>
/// <param name="Cause">The cause.</param>
/// <param name="Without">The mean effect of a period if the cause is not taken into account; none where there is no figure then.</param>
/// <param name="With">The mean effect of a period as it is; none where there is no figure.</param>
public sealed record CauseEffect(OtherCause Cause, double? Without, double? With);

/// <summary>What the structural model says with another prior on how much the level moves.</summary>
/// <param name="LevelPrior">The prior guess at the level's steps, as a fraction of the series' standard deviation.</param>
/// <param name="Average">The mean effect of a period.</param>
/// <param name="Low">The lower end of its interval.</param>
/// <param name="High">The upper end.</param>
public sealed record PriorEffect(double LevelPrior, double Average, double Low, double High);

/// <summary>Everything that is known of what a programme's CRM did to one subject: every method side by side, and the official one.</summary>
/// <remarks>
/// The rule: for what is summed over deals won, the opportunities' yield, where deals are known by their opening and the programme takes their number to be
/// untouched; otherwise the structural model, which needs two years before go-live to know a season and a drift from an effect; otherwise the segmented
/// regression, which carries the trend on with all its doubt. Never before/after, which takes every trend for an effect; never teams against teams,
/// which tell only of the months in which some were not live yet; and never whichever gives the best figure. An admin may choose another, with a reason.
/// </remarks>
public sealed record ProgrammeEvidence
{
    /// <summary>Whose CRM.</summary>
    public required Programme Programme { get; init; }

    /// <summary>What it may have changed.</summary>
    public required EvidenceSubject Subject { get; init; }

    /// <summary>How it was reckoned.</summary>
    public required EvidenceSettings Settings { get; init; }

    /// <summary>The last month told of.</summary>
    public required Month Until { get; init; }

    /// <summary>Every method that was tried, the official one among them.</summary>
    public required IReadOnlyList<MethodEvidence> Methods { get; init; }

    /// <summary>The official one; none where there is no subject to speak of.</summary>
    public required MethodEvidence? Official { get; init; }

    /// <summary>Why it is the official one.</summary>
    public required OfficialRule Rule { get; init; }

    /// <summary>What the evidence carries: the official method's verdict.</summary>
    public EvidenceVerdict Verdict => Official?.Verdict ?? EvidenceVerdict.NotEnoughData;

    /// <summary>Why no more, cautions among them.</summary>
    public required IReadOnlyList<EvidenceReason> Reasons { get; init; }

    /// <summary>Other causes that are stated, and what each did to the official figure.</summary>
    public required IReadOnlyList<CauseEffect> Causes { get; init; }

    /// <summary>Teams live against teams not yet live, with its event study; none with fewer than two teams.</summary>
    public required DifferenceInDifferences? Differences { get; init; }

    /// <summary>The month of the periods that <see cref="Differences"/> speaks of.</summary>
    public required Month DifferencesFrom { get; init; }

    /// <summary>The opportunities' yield with its course and checks; none for subjects that it does not speak of.</summary>
    public required OpportunityYield? Opportunities { get; init; }

    /// <summary>How far the structural model's estimate hangs on its prior; empty where it has none.</summary>
    public IReadOnlyList<PriorEffect> LevelPriors { get; init; } = [];

    /// <summary>Whether the number of deals opened changed with go-live, as a fraction of what it was before: the check of what is taken to be untouched.</summary>
    public required EffectAt? ControlCheck { get; init; }

    /// <summary>Reckons the evidence.</summary>
    /// <param name="programme">Whose go-lives.</param>
    /// <param name="cube">What happened.</param>
    /// <param name="subject">What the CRM may have changed.</param>
    /// <param name="causes">What else moved the figures.</param>
    /// <param name="settings">How it is reckoned; the defaults where none are given.</param>
    /// <param name="until">The last month told of: the last full one of the figures unless an earlier one is asked for.</param>
    public static ProgrammeEvidence Of(
        Programme programme, SnapshotCube cube, EvidenceSubject subject, IReadOnlyList<OtherCause> causes, EvidenceSettings? settings = null, Month? until = null) =>
        new EvidenceCalculation(programme, cube, subject, causes, settings ?? new(), Month.Min(until ?? cube.LastFullMonth, cube.LastFullMonth)).Calculate();
}
