using CrmRoi.Metrics.Evidence;

namespace CrmRoi.Metrics.Return;

/// <summary>An official estimate by month: what the CRM did against what would have happened without it, with its doubt.</summary>
/// <param name="Method">How it was reckoned.</param>
/// <param name="Verdict">What the evidence carries.</param>
/// <param name="Monthly">The effect of each counted month; what cannot be told by month is spread evenly.</param>
/// <param name="Counted">The months that are counted as after.</param>
/// <param name="Draws">Draws of the mean effect a month.</param>
public sealed record GainEstimate(EvidenceMethod Method, EvidenceVerdict Verdict, CashFlow Monthly, Window Counted, IReadOnlyList<double> Draws)
{
    /// <summary>The whole effect.</summary>
    public decimal Total => Monthly.Total;

    /// <summary>The mean effect a month, which the draws lie around.</summary>
    public double Average => Counted.Length <= 0 ? 0 : (double)Total / Counted.Length;

    /// <summary>What the official method says.</summary>
    /// <returns>None where the evidence carries no figure, or no rule and nobody made its method official.</returns>
    /// <remarks>Where teams are set side by side by their own go-lives, the effect is not told by month of the calendar: then it is spread evenly.</remarks>
    public static GainEstimate? Of(ProgrammeEvidence evidence)
    {
        if (evidence.Rule == OfficialRule.None || evidence.Verdict == EvidenceVerdict.NotEnoughData || evidence.Official is not { Estimate: { } estimate } official)
        {
            return null;
        }

        var counted = new Window(evidence.Until.Plus(1 - estimate.Periods), evidence.Until);
        return Of(official.From is null ? estimate with { Points = [] } : estimate, evidence.Verdict, counted);
    }

    /// <summary>An estimate of a monthly series, as what the return is reckoned with.</summary>
    /// <param name="estimate">The estimate; a period is a month.</param>
    /// <param name="verdict">What the evidence carries.</param>
    /// <param name="counted">The months that it counts as after: as many as its periods.</param>
    /// <returns>None where the estimate counts no period, or as many as the window has not.</returns>
    public static GainEstimate? Of(Estimate estimate, EvidenceVerdict verdict, Window counted)
    {
        if (estimate.Periods <= 0 || counted.Length != estimate.Periods)
        {
            return null;
        }

        var effects = estimate.Points.TakeLast(estimate.Periods).Select(point => point.Effect).ToList();
        var isByMonth = effects.Count == estimate.Periods && Math.Abs(effects.Sum() - estimate.Cumulative) <= 1e-6 * Math.Max(1, effects.Sum(Math.Abs));
        var monthly = CashFlow.Of(counted.Months.Select((month, i) => new MonthAmount(month, (decimal)(isByMonth ? effects[i] : estimate.Average))));
        return new(estimate.Method, verdict, monthly, counted, estimate.Draws);
    }
}
