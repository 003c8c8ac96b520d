using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Return;

/// <summary>At which level before and after are compared.</summary>
public enum GainBasis
{
    /// <summary>Each team from its own go-live, then summed.</summary>
    Teams,

    /// <summary>The whole company from the programme's go-live, because no figures by team are known for all of the time.</summary>
    Company,
}

/// <summary>What one team gained.</summary>
/// <param name="Team">The team; <see cref="Cell.Unassigned"/> for what belongs to none; none for the company as a whole.</param>
/// <param name="GoLive">Its first month with the CRM.</param>
/// <param name="Baseline">Months before its go-live that are its baseline, known or not.</param>
/// <param name="BaselineMonths">How many of them have figures.</param>
/// <param name="BaselineMean">The mean margin a month of these.</param>
/// <param name="PostMonths">How many months from go-live to the last full one have figures.</param>
/// <param name="MissingMonths">How many of them have none.</param>
/// <param name="PostMean">The mean margin a month of those that have figures.</param>
/// <param name="Monthly">In each month with figures since go-live: its margin less the baseline's mean.</param>
public sealed record TeamGain(
    string? Team, Month GoLive, Window Baseline, int BaselineMonths, decimal BaselineMean, int PostMonths, int MissingMonths, decimal PostMean, CashFlow Monthly)
{
    /// <summary>The total: (mean after − mean before) × months after.</summary>
    public decimal Gain => Monthly.Total;

    /// <summary>Whether the baseline has fewer months with figures than the programme asks for.</summary>
    public bool IsShort => BaselineMonths < Baseline.Length;
}

/// <summary>A team whose gain is not known.</summary>
/// <param name="Team">The team; none for the company as a whole.</param>
/// <param name="Reason">Why.</param>
public sealed record TeamLeftOut(string? Team, Reason Reason);

/// <summary>How much more margin there was after go-live than before: what changed, <em>not</em> what the CRM caused.</summary>
/// <remarks>
/// It is not adjusted for trend and season: a company that grew anyway shows a gain without any effect of its CRM. Months of
/// ramp-up are included as they were, because their money really flowed. A month of which nothing is known, such as one before the first record, is
/// left out of the means; a month between records without a sale counts as 0.
/// </remarks>
public sealed record BeforeAfterGain
{
    /// <summary>At which level it is compared.</summary>
    public required GainBasis Basis { get; init; }

    /// <summary>The gain of each team; one without a name for the whole company.</summary>
    public IReadOnlyList<TeamGain> Teams { get; init; } = [];

    /// <summary>Teams whose gain is not known, and why: they are not in the total.</summary>
    public IReadOnlyList<TeamLeftOut> LeftOut { get; init; } = [];

    /// <summary>Why there is no gain to tell; none when there is.</summary>
    public Reason? Refusal { get; init; }

    /// <summary>What to bear in mind: always that it is not adjusted.</summary>
    public IReadOnlyList<Reason> Cautions { get; init; } = [Reason.NotAdjusted];

    /// <summary>The lowest completeness of the entered figures in it, as a fraction; 1 where there are none.</summary>
    public decimal Completeness { get; init; } = 1;

    /// <summary>The gain by month, all teams together; empty when it is refused.</summary>
    public CashFlow Monthly => Refusal is null ? CashFlow.Sum(Teams.Select(team => team.Monthly)) : CashFlow.Empty;

    /// <summary>The whole gain in the programme's currency, below 0 for a loss.</summary>
    /// <value>Undefined when it is refused: see <see cref="Refusal"/>.</value>
    public decimal? Total => Refusal is null ? Teams.Sum(team => team.Gain) : null;

    /// <summary>Whether what would have happened without the CRM is taken into account: not in this figure.</summary>
    public static bool IsAdjusted => false;

    /// <summary>The gain of a programme up to a month: the last full one of the figures unless an earlier one is asked for.</summary>
    public static BeforeAfterGain Of(Programme programme, SnapshotCube cube, Month? until = null) =>
        new GainCalculation(programme, cube, Month.Min(until ?? cube.LastFullMonth, cube.LastFullMonth)).Calculate();
}
