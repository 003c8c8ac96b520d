namespace CrmRoi.Metrics.Attribution;

/// <summary>A campaign reached whoever bought later.</summary>
/// <param name="Campaign">The campaign.</param>
/// <param name="DaysBefore">How long before the end of the journey, in days; 0 on the last.</param>
/// <param name="IsView">Whether it was only seen, not answered.</param>
public readonly record struct PathTouch(string Campaign, decimal DaysBefore, bool IsView = false);

/// <summary>How the credit for one sale is shared among the touches before it.</summary>
public abstract record CreditRule
{
    /// <summary>The share of each touch.</summary>
    /// <param name="path">The touches in the order in which they came.</param>
    /// <returns>
    /// One share for each touch; they sum to exactly 1, or are all 0 where there is nothing to credit. What was only seen gets nothing,
    /// except by <see cref="ViewThrough"/>.
    /// </returns>
    public IReadOnlyList<decimal> Shares(IReadOnlyList<PathTouch> path)
    {
        var shares = new decimal[path.Count];
        var credited = Credited(path);
        if (credited.Count > 0)
        {
            var given = Shared([.. credited.Select(i => path[i])]);
            for (var i = 0; i < credited.Count; i++)
            {
                shares[credited[i]] = given[i];
            }
        }

        return shares;
    }

    /// <summary>The positions of the touches that are credited at all: those that were answered.</summary>
    protected virtual IReadOnlyList<int> Credited(IReadOnlyList<PathTouch> path) =>
        [.. Enumerable.Range(0, path.Count).Where(i => !path[i].IsView)];

    /// <summary>How much each touch weighs, not all 0.</summary>
    /// <param name="path">The credited touches in their order, one or more.</param>
    protected abstract IReadOnlyList<decimal> Weights(IReadOnlyList<PathTouch> path);

    private IReadOnlyList<decimal> Shared(IReadOnlyList<PathTouch> path) => Split.Shares(Weights(path));
}
