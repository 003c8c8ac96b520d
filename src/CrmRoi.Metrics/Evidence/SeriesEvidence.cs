namespace CrmRoi.Metrics.Evidence;

/// <summary>What the methods on one series make of a subject.</summary>
internal static class SeriesEvidence
{
    // Fewer draws than the method's own: evidence is reckoned anew whenever data change.
    private static readonly StructuralSettings Structure = new() { Draws = 1000, Thinning = 2, BurnIn = 300 };

    public static IReadOnlyList<MethodEvidence> Of(AlignedSeries? series, EvidenceSubject subject, IReadOnlyCollection<EvidenceReason> amiss)
    {
        if (series?.Input is not { } input)
        {
            return [];
        }

        var isCount = subject.Metric is { Unit: Unit.Count, IsTotal: true };
        return
        [
            Of(EvidenceMethod.BeforeAfter, BeforeAfter.Of),
            Of(EvidenceMethod.InterruptedTimeSeries, isCount ? InterruptedTimeSeries.OfCounts : InterruptedTimeSeries.Of),
            Of(EvidenceMethod.StructuralTimeSeries, one => StructuralTimeSeries.Of(one, Structure)),
        ];

        MethodEvidence Of(EvidenceMethod method, Func<SeriesInput, Estimate?> estimate)
        {
            var found = estimate(input);
            var verdict = SeriesVerdict.Of(input, found, estimate);
            var reasons = verdict.Doubts.Select(ReasonOf).Concat(amiss).Distinct().ToList();
            return new(
                method,
                found is null ? null : found with { Diagnostics = [.. found.Diagnostics, .. verdict.Diagnostics] },
                amiss.Count > 0 ? EvidenceVerdict.NotEnoughData : verdict.Verdict,
                reasons,
                series.Units.Select(unit => unit.GoLive).Distinct().Count() == 1 ? series.Units[0].GoLive.Plus(-series.Before) : null,
                series.Before);
        }
    }

    /// <summary>The structural model with other priors on how much the level moves.</summary>
    public static IReadOnlyList<PriorEffect> LevelPriors(AlignedSeries? series) => series?.Input is not { } input ? [] :
    [
        .. StructuralTimeSeries.Sensitivity(input, settings: Structure)
            .Select(other => new PriorEffect(other.LevelPrior, other.Estimate.Average, other.Estimate.Low, other.Estimate.High)),
    ];

    private static EvidenceReason ReasonOf(SeriesDoubt doubt) => doubt switch
    {
        SeriesDoubt.TooFewBefore => EvidenceReason.TooFewBaselineMonths,
        SeriesDoubt.TooFewAfter => EvidenceReason.TooFewMonthsAfter,
        SeriesDoubt.NoEstimate => EvidenceReason.NoFigures,
        SeriesDoubt.IntervalContainsZero => EvidenceReason.IntervalHoldsZero,
        SeriesDoubt.PlaceboFindsEffect => EvidenceReason.PlaceboFailed,
        _ => throw new ArgumentOutOfRangeException(nameof(doubt), doubt, "Unknown doubt."),
    };
}
