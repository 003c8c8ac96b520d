using CrmRoi.Metrics.Comparing;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Return;

/// <summary>The sales margin that counts, split into what it is made of: the bridge owns every euro of it, once.</summary>
/// <remarks>
/// The bridge splits the plain difference of before and after, over every month since each team's go-live. What would have come without the
/// CRM is taken off that, then what belongs to other programmes or causes. All of it sums to the counted margin to the cent.
/// </remarks>
public sealed record MarginSplit
{
    /// <summary>What the plain difference of before and after is made of; empty where it is refused.</summary>
    public IReadOnlyList<BridgePart> Parts { get; init; } = [];

    /// <summary>What the estimate takes off the plain difference (below 0) or adds to it; 0 without an estimate.</summary>
    public decimal Anyway { get; init; }

    /// <summary>What of that is not counted: the share of other programmes and other causes, and months before a benefit starts.</summary>
    public decimal NotCounted { get; init; }

    /// <summary>The sales margin that counts, to the cent.</summary>
    public decimal Counted { get; init; }

    /// <summary>Why it is not split; none when it is.</summary>
    public Reason? Refusal { get; init; }

    /// <summary>Splits the sales margin of a return.</summary>
    /// <param name="result">The return.</param>
    /// <param name="cube">The figures that it was reckoned from.</param>
    /// <param name="by">The groups whose mix is told apart.</param>
    /// <returns>None where the margin is not known.</returns>
    public static MarginSplit? Of(ProgrammeReturn result, SnapshotCube cube, Dimensions by = Dimensions.Segment)
    {
        if (result.MarginTotal is not { } counted || result.SalesGain.Total is not { } change)
        {
            return null;
        }

        var bridge = MarginBridge.Of(result.Programme, cube, result.SalesGain, result.Window.To, by);
        var split = new MarginSplit { Counted = Cents(counted) };
        return bridge.Refusal is { } refusal ? split with { Refusal = refusal }
            : Math.Abs(bridge.Total - change) > 1 ? split with { Refusal = Reason.UnlikeSources } // a part of the margin is entered and tells of no deals
            : split with
            {
                Parts = bridge.Parts,
                Anyway = Cents(result.MarginGained.Total) - bridge.Total,
                NotCounted = Cents(counted) - Cents(result.MarginGained.Total),
            };
    }

    private static decimal Cents(decimal amount) => decimal.Round(amount, 2);
}
