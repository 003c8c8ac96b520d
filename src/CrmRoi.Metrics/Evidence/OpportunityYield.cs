using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Evidence;

/// <summary>What was won since go-live against what the deals opened should have brought at the yield and pace of before.</summary>
/// <remarks>
/// How much business there is to be had (growth, season, hiring) is read from the deals opened, which the CRM is taken not to have touched; what
/// becomes of them is what the CRM works on. Nothing is assumed of how its effect grows. It does assume that, but for the causes
/// stated, the margin of a deal opened would have stayed what it was. See docs/method.md.
/// </remarks>
public sealed record OpportunityYield
{
    /// <summary>The effect a month, of all teams together, from the first go-live on; none where it cannot be told.</summary>
    public required Estimate? Estimate { get; init; }

    /// <summary>The month of the estimate's period 0.</summary>
    public required Month From { get; init; }

    /// <summary>The relative effect by months since each team's own go-live.</summary>
    public IReadOnlyList<EffectAt> SinceGoLive { get; init; } = [];

    /// <summary>The margin of a deal opened, by months since its opening, before go-live.</summary>
    public IReadOnlyList<double> Course { get; init; } = [];

    /// <summary>Teams that are in it.</summary>
    public IReadOnlyList<string> Teams { get; init; } = [];

    /// <summary>Teams without a baseline or without a month after go-live: they are not in it.</summary>
    public IReadOnlyList<string> TeamsLeftOut { get; init; } = [];

    /// <summary>The relative effect without each team.</summary>
    public IReadOnlyList<DonorLeftOut> WithoutTeam { get; init; } = [];

    /// <summary>The relative effect of a go-live that was not, in the middle of each team's baseline.</summary>
    public EffectAt? Placebo { get; init; }

    /// <summary>What it carries.</summary>
    public required PanelVerdict Verdict { get; init; }

    /// <summary>Reckons it for a programme.</summary>
    /// <param name="programme">Whose go-lives, and how margin is told.</param>
    /// <param name="cube">What happened.</param>
    /// <param name="until">The last month told of; no later than the last full one of the figures.</param>
    /// <param name="causes">What else moved the figures.</param>
    /// <param name="settings">The level and the seed.</param>
    public static OpportunityYield Of(Programme programme, SnapshotCube cube, Month until, IReadOnlyList<OtherCause> causes, EvidenceSettings settings) =>
        Of(programme, cube, until, causes, settings, OpportunityMeasure.Margin);

    internal static OpportunityYield Of(
        Programme programme, SnapshotCube cube, Month until, IReadOnlyList<OtherCause> causes, EvidenceSettings settings, OpportunityMeasure measure)
    {
        var prices = causes.Where(cause => cause is { Treatment: CauseTreatment.OldPrices, PriceChange: > -1 and not 0 }).ToList();
        var table = OpportunityTable.Of(programme, cube, Month.Min(until, cube.LastFullMonth), prices, measure);
        return table.Refusal is { } refusal
            ? Nothing(table.From, refusal)
            : new OpportunityCalculation(table, causes, programme.RampUpMonths, settings).Calculate();
    }

    internal static OpportunityYield Nothing(Month from, params EvidenceReason[] reasons) =>
        new() { Estimate = null, From = from, Verdict = new(EvidenceVerdict.NotEnoughData, reasons) };
}
