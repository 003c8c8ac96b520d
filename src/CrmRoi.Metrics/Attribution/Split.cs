namespace CrmRoi.Metrics.Attribution;

/// <summary>Divides what belongs to several without losing or inventing any of it.</summary>
public static class Split
{
    /// <summary>Weights as shares that sum to exactly 1: what the last digit leaves goes to the heaviest.</summary>
    /// <param name="weights">None below 0, not all 0.</param>
    public static IReadOnlyList<decimal> Shares(IReadOnlyList<decimal> weights)
    {
        var total = weights.Sum();
        var shares = weights.Select(weight => Ratio.Of(weight, total)
            ?? throw new ArgumentException("Nothing weighs anything.", nameof(weights))).ToArray();
        shares[Array.IndexOf(shares, shares.Max())] += 1 - shares.Sum();
        return shares;
    }

    /// <summary>An amount in parts that sum to exactly that amount.</summary>
    /// <remarks>Each running total is rounded, so no part is further than one unit of the last place from its share.</remarks>
    /// <param name="amount">What is divided.</param>
    /// <param name="shares">Shares that sum to 1.</param>
    /// <param name="places">Decimal places of a part; 2 for money. What the amount has beyond them stays with the last part.</param>
    public static IReadOnlyList<decimal> Amount(decimal amount, IReadOnlyList<decimal> shares, int places = 2)
    {
        var parts = new decimal[shares.Count];
        var (running, given) = (0m, 0m);
        for (var i = 0; i < parts.Length; i++)
        {
            running += shares[i];
            var due = running == 1 ? amount : decimal.Round(amount * running, places);
            (parts[i], given) = (due - given, due);
        }

        return parts;
    }
}
