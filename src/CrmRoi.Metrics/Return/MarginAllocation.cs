using CrmRoi.Metrics.Programmes;

namespace CrmRoi.Metrics.Return;

/// <summary>How the company's margin is allotted among its programmes, so that no two claim the same euro.</summary>
/// <remarks>
/// Shares are stated by the programmes (<see cref="Programme.MarginShare"/>). In the order of go-live each gets at most what is left;
/// the first that states none gets the rest, and every other one without a share gets nothing: it says so and is stated or stays at 0.
/// </remarks>
public sealed class MarginAllocation
{
    private readonly Dictionary<string, decimal> shares = new(StringComparer.OrdinalIgnoreCase);

    private MarginAllocation()
    {
    }

    /// <summary>The share of a programme; 1 for one that is looked at alone.</summary>
    public decimal this[Programme programme] => shares.GetValueOrDefault(programme.Name, shares.Count == 0 ? 1 : 0);

    /// <summary>Allots the margin among programmes: the shares sum to at most 1.</summary>
    public static MarginAllocation Of(IEnumerable<Programme> programmes)
    {
        var all = programmes.OrderBy(each => each.GoLive.IsKnown ? each.GoLive.Index : int.MaxValue).ThenBy(each => each.Name, StringComparer.Ordinal).ToList();
        var (allocation, left) = (new MarginAllocation(), 1m);
        foreach (var programme in all.Where(each => each.MarginShare is not null))
        {
            var share = Math.Clamp(programme.MarginShare!.Value, 0, left);
            left -= allocation.shares.TryAdd(programme.Name, share) ? share : 0;
        }

        foreach (var programme in all.Where(each => each.MarginShare is null))
        {
            left -= allocation.shares.TryAdd(programme.Name, left) ? left : 0;
        }

        return allocation;
    }
}
