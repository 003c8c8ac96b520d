using System.Runtime.InteropServices;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Comparing;

/// <summary>How large the deals won are: the middle, the quarters, and the outliers by a stated rule.</summary>
/// <remarks>
/// An outlier is larger than the third quartile by more than three times the distance between the quartiles: J. W. Tukey's outer fence,
/// Exploratory Data Analysis (1977), section 2D. It is shown, and left out of nothing.
/// </remarks>
/// <param name="Count">How many deals were won.</param>
/// <param name="Median">The middle value; none without deals.</param>
/// <param name="Fence">What is larger is an outlier; none without deals.</param>
/// <param name="Outliers">How many are.</param>
/// <param name="OutlierValue">What they are worth together.</param>
/// <param name="MeanWithout">The mean of the others; none where there are none.</param>
public readonly record struct DealSizes(long Count, decimal? Median, decimal? Fence, long Outliers, decimal OutlierValue, decimal? MeanWithout)
{
    /// <summary>The median as a metric's answer.</summary>
    public Reading MedianReading => new(Median, Median, Median is null ? null : Count);

    /// <summary>The sizes of the deals that were won among some waits.</summary>
    /// <param name="groups">Waits of deals; those not won are left out.</param>
    public static DealSizes Of(IEnumerable<CohortGroup> groups)
    {
        // Many deals are of one size: far fewer are to be put in order.
        var sizes = new Dictionary<decimal, long>();
        foreach (var (_, waits, value) in groups.Where(group => group.Ending == Ending.Reached).SelectMany(group => group.Ages).Where(sum => sum.Count > 0))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(sizes, Ratio.Of(value, waits)!.Value, out _) += waits;
        }

        var won = sizes.Select(size => (Size: size.Key, Count: size.Value)).OrderBy(size => size.Size).ToList();
        var count = won.Sum(row => row.Count);
        if (count == 0)
        {
            return default;
        }

        var (low, high) = (AtRank(won, (count + 3) / 4), AtRank(won, ((3 * count) + 3) / 4));
        var fence = high + (3 * (high - low));
        var outliers = won.Where(row => row.Size > fence).ToList();
        var (outside, worth) = (outliers.Sum(row => row.Count), outliers.Sum(row => row.Size * row.Count));
        return new(
            count, (AtRank(won, (count + 1) / 2) + AtRank(won, (count / 2) + 1)) * 0.5m, fence, outside, worth,
            Ratio.Of(won.Sum(row => row.Size * row.Count) - worth, count - outside));
    }

    private static decimal AtRank(List<(decimal Size, long Count)> won, long rank)
    {
        var seen = 0L;
        foreach (var (size, count) in won)
        {
            seen += count;
            if (seen >= rank)
            {
                return size;
            }
        }

        return won[^1].Size;
    }
}
