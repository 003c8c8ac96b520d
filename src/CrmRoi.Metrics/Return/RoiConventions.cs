using CrmRoi.Metrics.Programmes;

namespace CrmRoi.Metrics.Return;

/// <summary>The figures that people call "ROI". The first is the official one; the others stand beside it by name.</summary>
/// <remarks>
/// All but the multiple are in percent: 525 is 525 %. Break-even is 0 %, which is 1.00 back for each 1.00 spent, a multiple of 1;
/// some texts call that "100 %".
/// </remarks>
public static class RoiConventions
{
    /// <summary>The key of the metric of a convention.</summary>
    public static string KeyOf(RoiConvention convention) => convention switch
    {
        RoiConvention.Multiple => "roi-multiple",
        RoiConvention.AverageAnnual => "roi-average-annual",
        RoiConvention.Discounted => "roi-discounted",
        RoiConvention.Annualised => "roi-annualised",
        _ => "roi",
    };

    /// <summary>The official ROI: (gain − cost) / cost × 100.</summary>
    /// <returns>Percent; undefined when either is, or nothing was spent.</returns>
    public static decimal? Official(decimal? gain, decimal? cost) => Ratio.Of(gain - cost, cost) * 100;

    /// <summary>What comes back for each unit spent: gain / cost.</summary>
    /// <returns>1 at break-even; undefined when either is, or nothing was spent.</returns>
    public static decimal? Multiple(decimal? gain, decimal? cost) => Ratio.Of(gain, cost);

    /// <summary>Average annual net benefit over initial cost: (gain − recurring cost) / years / one-off cost × 100.</summary>
    /// <param name="gain">What was gained in all months.</param>
    /// <param name="recurringCost">What was spent again and again in all months; the one-off cost is what it is measured against, and not taken off.</param>
    /// <param name="initialCost">What was spent once.</param>
    /// <param name="months">How many months.</param>
    /// <returns>Percent; undefined when an amount is, without months, or when nothing was spent once.</returns>
    public static decimal? AverageAnnual(decimal? gain, decimal? recurringCost, decimal? initialCost, int months) =>
        months <= 0 ? null : Ratio.Of(Ratio.Of((gain - recurringCost) * 12, months), initialCost) * 100;

    /// <summary>The official formula with both sides discounted to the first month: (present gain − present cost) / present cost × 100.</summary>
    /// <returns>Percent; undefined when either is, or nothing was spent.</returns>
    public static decimal? Discounted(decimal? presentGain, decimal? presentCost) => Official(presentGain, presentCost);

    /// <summary>The yearly rate that grows cost into gain: ((gain / cost)^(1 / years) − 1) × 100.</summary>
    /// <param name="gain">What was gained.</param>
    /// <param name="cost">What was spent.</param>
    /// <param name="months">How many months lie between the first and the last, both counted.</param>
    /// <returns>Percent; undefined when an amount is, nothing was spent, the gain is a loss below 0, or the rate is beyond any sense.</returns>
    public static decimal? Annualised(decimal? gain, decimal? cost, int months)
    {
        if (Ratio.Of(gain, cost) is not { } multiple || multiple < 0 || months <= 0)
        {
            return null;
        }

        var growth = Math.Pow((double)multiple, 12d / months);
        return growth < 1e20 ? ((decimal)growth - 1) * 100 : null;
    }
}
