using CrmRoi.Metrics.Snapshots;
using MathNet.Numerics.LinearAlgebra;

namespace CrmRoi.Metrics.Attribution;

/// <summary>A step that journeys took, and how often.</summary>
/// <param name="From">The campaign that they left; none at the start.</param>
/// <param name="To">The campaign that they came to; none at the end.</param>
/// <param name="Ending">How the journey ended with this step; <see cref="Ending.Open"/> where it went on to <paramref name="To"/>.</param>
public readonly record struct JourneyStep(string? From, string? To, Ending Ending)
{
    /// <summary>The steps of one journey: start, one for each touch, and its end. Touches that follow one another may be of one campaign.</summary>
    /// <param name="campaigns">The campaigns in the order of the touches.</param>
    /// <param name="isConverted">Whether it ended in a sale; otherwise in none.</param>
    public static IEnumerable<JourneyStep> Of(IEnumerable<string> campaigns, bool isConverted)
    {
        string? at = null;
        foreach (var campaign in campaigns)
        {
            yield return new(at, campaign, Ending.Open);
            at = campaign;
        }

        yield return new(at, null, isConverted ? Ending.Reached : Ending.Missed);
    }
}

/// <summary>What a campaign does in the chain.</summary>
/// <param name="Campaign">The campaign.</param>
/// <param name="RemovalEffect">Which share of the sales is lost without it, from 0 to 1.</param>
/// <param name="Share">Its removal effect as a share of all campaigns' together: its credit.</param>
public sealed record MarkovCredit(string Campaign, double RemovalEffect, decimal Share);

/// <summary>Credit by what would be lost without a campaign: removal effects of a first-order Markov chain of all journeys.</summary>
/// <remarks>
/// <para>
/// The states are start, the campaigns, sale and no sale; a step's chance is how often it was taken of all steps from its state. Without
/// a campaign whoever comes to it ends without a sale, so the share of sales lost is the chance to come to it at all, times the chance
/// of a sale from it, divided by the chance of a sale. Both come from (I − Q)⁻¹, solved exactly; nothing is simulated.
/// Source: E. Anderl, I. Becker, F. von Wangenheim, J. H. Schumann, International Journal of Research in Marketing 33 (2016) 457–474.
/// </para>
/// <para>A campaign that follows itself is a step to itself: it changes no chance of coming anywhere else.</para>
/// </remarks>
public static class Markov
{
    /// <summary>The campaigns' credits, by name.</summary>
    /// <param name="steps">The steps of all journeys, counted: those that ended without a sale as well.</param>
    /// <returns>Empty when no journey has both a touch and a sale: nothing can be credited.</returns>
    public static IReadOnlyList<MarkovCredit> Credits(IEnumerable<KeyValuePair<JourneyStep, decimal>> steps)
    {
        var counted = steps.Where(step => step.Value > 0).ToList();
        string[] campaigns = [.. counted.Select(step => step.Key.To).OfType<string>().Distinct().Order(StringComparer.Ordinal)];
        if (campaigns.Length == 0)
        {
            return [];
        }

        var (sale, visits) = Solve(counted, campaigns);
        if (sale[0] <= 0)
        {
            return [];
        }

        // Visits from the start over visits from the campaign itself: the chance to come to it at least once.
        double[] effects = [.. campaigns.Select((_, i) =>
            Math.Clamp(visits[0, i + 1] / visits[i + 1, i + 1] * sale[i + 1] / sale[0], 0, 1))];
        if (effects.Sum() <= 0)
        {
            return [];
        }

        var shares = Split.Shares([.. effects.Select(effect => (decimal)effect)]);
        return [.. campaigns.Select((campaign, i) => new MarkovCredit(campaign, effects[i], shares[i]))];
    }

    /// <summary>The chance of a sale from each state, and the mean visits of each from each; the start is state 0.</summary>
    private static (Vector<double> Sale, Matrix<double> Visits) Solve(
        List<KeyValuePair<JourneyStep, decimal>> steps, string[] campaigns)
    {
        var at = campaigns.Select((campaign, i) => (campaign, i)).ToDictionary(pair => pair.campaign, pair => pair.i + 1, StringComparer.Ordinal);
        var left = new double[campaigns.Length + 1];
        foreach (var (step, count) in steps)
        {
            left[StateOf(step.From)] += (double)count;
        }

        var rest = Matrix<double>.Build.DenseIdentity(left.Length);
        var reached = Vector<double>.Build.Dense(left.Length);
        foreach (var (step, count) in steps)
        {
            var from = StateOf(step.From);
            var chance = (double)count / left[from];
            if (step.To is not null)
            {
                rest[from, at[step.To]] -= chance;
            }
            else if (step.Ending == Ending.Reached)
            {
                reached[from] += chance;
            }
        }

        var visits = rest.Inverse();
        return (visits * reached, visits);

        int StateOf(string? campaign) => campaign is null ? 0 : at[campaign];
    }
}
