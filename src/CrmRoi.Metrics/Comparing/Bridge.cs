using CrmRoi.Metrics.Return;

namespace CrmRoi.Metrics.Comparing;

/// <summary>What a change in margin is split into. Its name is the key of its text.</summary>
public enum BridgeFactor
{
    /// <summary>How many leads there are.</summary>
    Leads,

    /// <summary>How many deals are decided for each lead; only beside <see cref="Leads"/>.</summary>
    DealsPerLead,

    /// <summary>How many deals are decided, won or lost: in place of the two before where leads are not known on both sides.</summary>
    DecidedDeals,

    /// <summary>The share of decided deals that are won.</summary>
    ClosingRate,

    /// <summary>What a deal won is worth.</summary>
    DealSize,

    /// <summary>Which share of what is won is margin.</summary>
    MarginRate,

    /// <summary>From which groups the leads or decided deals come: richer or poorer ones.</summary>
    Mix,
}

/// <summary>What one group (a segment, a team) sold in a time, or in a month of it.</summary>
/// <param name="Name">The group.</param>
/// <param name="Leads">Leads created; none where they are not known.</param>
/// <param name="Decided">Deals won or lost.</param>
/// <param name="Won">Of these, deals won.</param>
/// <param name="Revenue">What they are worth.</param>
/// <param name="Margin">What of that is margin; below 0 for a loss.</param>
public sealed record BridgeGroup(string Name, decimal? Leads, decimal Decided, decimal Won, decimal Revenue, decimal Margin);

/// <summary>One step of the bridge.</summary>
/// <param name="Factor">What changed.</param>
/// <param name="Amount">What that adds to the margin, to the cent; below 0 where it takes from it.</param>
public sealed record BridgePart(BridgeFactor Factor, decimal Amount);

/// <summary>The change in margin from before to after, split into what it is made of: the parts sum to it to the cent.</summary>
/// <remarks>
/// A group's margin is volume × its share of the volume × closing rate × deal size × margin rate. Each factor gets its Shapley value:
/// what changing it adds, averaged over every order in which the factors could change one after the other. It needs no logarithm, so a
/// factor may be 0 and a margin below 0, it leaves no rest, and no order is preferred. Source: L. S. Shapley, A value for n-person games
/// (1953); for decompositions A. F. Shorrocks, Journal of Economic Inequality 11 (2013) 99–126, and as the refined Laspeyres method
/// J. W. Sun, Energy Economics 20 (1998) 85–100.
/// A factor that a group does not have on one side (no deal decided, so no closing rate) is taken from the other: the whole change of
/// that group then counts as volume and mix, because there is nothing that it could have changed from.
/// It tells what the margin is made of, not why: <em>no</em> part of it is the effect of a CRM by itself.
/// </remarks>
public sealed record Bridge
{
    private const int Factors = 6;

    /// <summary>The margin before, to the cent.</summary>
    public required decimal Before { get; init; }

    /// <summary>The margin after, to the cent.</summary>
    public required decimal After { get; init; }

    /// <summary>What the change is made of, in the order of the funnel; empty when it is refused.</summary>
    public IReadOnlyList<BridgePart> Parts { get; init; } = [];

    /// <summary>Why there is no bridge; none when there is.</summary>
    public Reason? Refusal { get; init; }

    /// <summary>After less before: what <see cref="Parts"/> sum to.</summary>
    public decimal Total => After - Before;

    /// <summary>What a factor adds; none when the bridge is refused or does not split it off.</summary>
    public decimal? this[BridgeFactor factor] => Parts.FirstOrDefault(part => part.Factor == factor)?.Amount;

    /// <summary>Splits the change between two times of one length, or between two means a month.</summary>
    /// <param name="before">What each group sold before.</param>
    /// <param name="after">What each group sold after; groups are matched by name, and one that is missing sold nothing.</param>
    /// <exception cref="ArgumentException">A side names a group twice.</exception>
    public static Bridge Of(IReadOnlyList<BridgeGroup> before, IReadOnlyList<BridgeGroup> after)
    {
        var (was, now) = (before.ToDictionary(group => group.Name), after.ToDictionary(group => group.Name));
        var bridge = new Bridge { Before = Cents(before.Sum(group => group.Margin)), After = Cents(after.Sum(group => group.Margin)) };
        IReadOnlyList<BridgeGroup> all = [.. before, .. after];
        if (Unexplained(all) is { } refusal)
        {
            return bridge with { Refusal = refusal };
        }

        var byLeads = all.All(group => group.Leads is not null && (group.Leads > 0 || group.Decided == 0));
        var names = was.Keys.Union(now.Keys).ToList();
        var sides = names.Select(name => (Was: was.GetValueOrDefault(name, Nothing(name)), Now: now.GetValueOrDefault(name, Nothing(name)))).ToList();
        var (volumeBefore, volumeAfter) = (before.Sum(Volume), after.Sum(Volume));
        var groups = sides.Select(side => Filled(Chain(side.Was, volumeBefore), Chain(side.Now, volumeAfter))).ToList();
        return bridge with { Parts = Rounded(ShapleyValues(groups), bridge.Total, byLeads) };

        decimal Volume(BridgeGroup group) => byLeads ? group.Leads ?? 0 : group.Decided;

        decimal?[] Chain(BridgeGroup group, decimal volume) =>
        [
            volume, Ratio.Of(Volume(group), volume), Ratio.Of(group.Decided, Volume(group)), Ratio.Of(group.Won, group.Decided),
            Ratio.Of(group.Revenue, group.Won), Ratio.Of(group.Margin, group.Revenue),
        ];
    }

    private static BridgeGroup Nothing(string name) => new(name, 0, 0, 0, 0, 0);

    // Where a link of the chain is 0 and what hangs on it is not, the product of the factors is not the margin.
    private static Reason? Unexplained(IReadOnlyList<BridgeGroup> groups)
    {
        if (groups.Any(group => (group.Won == 0 && group.Revenue != 0) || (group.Decided == 0 && group.Won != 0)))
        {
            return Reason.RevenueWithoutDeals;
        }

        return groups.Any(group => group.Revenue == 0 && group.Margin != 0) ? Reason.MarginWithoutRevenue : null;
    }

    private static (decimal Was, decimal Now)[] Filled(decimal?[] was, decimal?[] now) =>
        [.. was.Zip(now, (left, right) => (left ?? right ?? 0, right ?? left ?? 0))];

    private static decimal[] ShapleyValues(List<(decimal Was, decimal Now)[]> groups)
    {
        var values = new decimal[Factors];
        var worth = Enumerable.Range(0, 1 << Factors).Select(changed => groups.Sum(group => Product(group, changed))).ToArray();
        for (var factor = 0; factor < Factors; factor++)
        {
            for (var others = 0; others < 1 << Factors; others++)
            {
                if ((others & (1 << factor)) == 0)
                {
                    values[factor] += Weight(others) * (worth[others | (1 << factor)] - worth[others]);
                }
            }
        }

        return values;
    }

    private static decimal Product((decimal Was, decimal Now)[] group, int changed)
    {
        var product = 1m;
        for (var factor = 0; factor < Factors; factor++)
        {
            product *= (changed & (1 << factor)) == 0 ? group[factor].Was : group[factor].Now;
        }

        return product;
    }

    // In which share of all orders exactly these factors come before: s! (n − s − 1)! / n!.
    private static decimal Weight(int others)
    {
        var size = int.PopCount(others);
        return Ratio.Of(Factorial(size) * Factorial(Factors - size - 1), Factorial(Factors)) ?? 0;
    }

    private static decimal Factorial(int number) => Enumerable.Range(1, number).Aggregate(1m, (product, each) => product * each);

    // Each part to the cent; the cent that rounding leaves over goes to the largest part, where it shows least.
    private static List<BridgePart> Rounded(decimal[] values, decimal total, bool byLeads)
    {
        List<BridgePart> parts =
        [
            new(byLeads ? BridgeFactor.Leads : BridgeFactor.DecidedDeals, Cents(values[0])),
            .. byLeads ? [new BridgePart(BridgeFactor.DealsPerLead, Cents(values[2]))] : Array.Empty<BridgePart>(),
            new(BridgeFactor.ClosingRate, Cents(values[3])),
            new(BridgeFactor.DealSize, Cents(values[4])),
            new(BridgeFactor.MarginRate, Cents(values[5])),
            new(BridgeFactor.Mix, Cents(values[1])),
        ];
        var largest = parts.IndexOf(parts.MaxBy(part => Math.Abs(part.Amount))!);
        parts[largest] = parts[largest] with { Amount = parts[largest].Amount + total - parts.Sum(part => part.Amount) };
        return parts;
    }

    private static decimal Cents(decimal amount) => decimal.Round(amount, 2);
}
