namespace CrmRoi.Metrics.Comparing;

/// <summary>The interval of a metric's change, by what chance makes of the metric.</summary>
internal static class ChangeInterval
{
    /// <summary>The interval, on the scale of <see cref="Comparison.Change"/>.</summary>
    /// <returns>None where the metric has none, or its spread is not known.</returns>
    public static Interval? Of(Metric metric, Observed before, Observed after, Reading was, Reading now, decimal level) => metric switch
    {
        SnapshotMetric snapshot => OfSnapshot(snapshot, before, after, was, now, level),
        CustomerMetric customer => OfCustomers(customer, before, after, was, now, level),
        CohortMetric { Inference: Inference.Share } => Intervals.ShareDifference(
            was.Numerator ?? 0, was.Denominator ?? 0, now.Numerator ?? 0, now.Denominator ?? 0, level),
        CohortMetric { Inference: Inference.Mean } cohort => Relative(
            Intervals.MeanDifference(MomentsOf(cohort, before), MomentsOf(cohort, after), level), was),
        CohortMetric { Inference: Inference.Median } => OfMedians(before, after, was, level),
        _ => null,
    };

    private static Interval? OfSnapshot(SnapshotMetric metric, Observed before, Observed after, Reading was, Reading now, decimal level)
    {
        if (was is not { Numerator: { } sumBefore, Denominator: { } ofBefore } || now is not { Numerator: { } sumAfter, Denominator: { } ofAfter })
        {
            return null;
        }

        // Nobody enters squares, so the spread of entered amounts is not known.
        var isSpreadKnown = metric.Squares is not null && !before.Provenance.IsEntered && !after.Provenance.IsEntered;
        var squaresBefore = metric.Squares?.Invoke(before.Snapshot) ?? 0;
        var squaresAfter = metric.Squares?.Invoke(after.Snapshot) ?? 0;
        return metric.Inference switch
        {
            Inference.Share => Intervals.ShareDifference(sumBefore, ofBefore, sumAfter, ofAfter, level),
            Inference.Rate when metric.Unit == Unit.Share => Intervals.RateDifference(sumBefore, ofBefore, sumAfter, ofAfter, level),
            Inference.Rate => Intervals.RateRatio(sumBefore, ofBefore, sumAfter, ofAfter, level)?.Plus(-1),
            Inference.InverseRate => Inverse(Intervals.RateRatio(ofBefore, sumBefore, ofAfter, sumAfter, level))?.Plus(-1),
            Inference.Mean when isSpreadKnown => OnScale(metric, was, Intervals.MeanDifference(
                new Moments(ofBefore, sumBefore, squaresBefore), new Moments(ofAfter, sumAfter, squaresAfter), level)),
            Inference.Sum when isSpreadKnown => OnScale(metric, was, Difference(
                Ratio.Of(sumBefore, ofBefore), Intervals.Sum(sumBefore, squaresBefore, ofBefore, level),
                Ratio.Of(sumAfter, ofAfter), Intervals.Sum(sumAfter, squaresAfter, ofAfter, level))),
            _ => null,
        };
    }

    // Sides are equally long, so counts are set against each other as they are.
    private static Interval? OfCustomers(CustomerMetric metric, Observed before, Observed after, Reading was, Reading now, decimal level)
    {
        var (sumBefore, ofBefore, sumAfter, ofAfter) = (was.Numerator ?? 0, was.Denominator ?? 1, now.Numerator ?? 0, now.Denominator ?? 1);
        return metric.Inference switch
        {
            Inference.Share => Intervals.ShareDifference(sumBefore, ofBefore, sumAfter, ofAfter, level),
            Inference.Rate when metric.Unit == Unit.Share => Intervals.RateDifference(sumBefore, ofBefore, sumAfter, ofAfter, level),
            Inference.Rate => Intervals.RateRatio(sumBefore, ofBefore, sumAfter, ofAfter, level)?.Plus(-1),
            Inference.InverseRate => Inverse(Intervals.RateRatio(ofBefore, sumBefore, ofAfter, sumAfter, level))?.Plus(-1),
            Inference.Mean when metric.Squares is { } squares && before.Customers is { } left && after.Customers is { } right => Relative(
                Intervals.MeanDifference(new Moments(ofBefore, sumBefore, squares(left)), new Moments(ofAfter, sumAfter, squares(right)), level), was),
            _ => null,
        };
    }

    private static Moments MomentsOf(CohortMetric metric, Observed side) => metric.FollowUp > 0
        ? Survival.MomentsReached(side.Waits, metric.FollowUp)
        : Survival.MomentsEnded(side.Waits);

    private static Interval? OfMedians(Observed before, Observed after, Reading was, decimal level)
    {
        var (left, right) = (Survival.Of(before.Waits).Median(level), Survival.Of(after.Waits).Median(level));
        return Relative(
            Difference(left.Value, new Interval(left.Low, left.High, level), right.Value, new Interval(right.Low, right.High, level)), was);
    }

    private static Interval? Difference(decimal? valueBefore, Interval? before, decimal? valueAfter, Interval? after) =>
        valueBefore is { } was && before is { } left && valueAfter is { } now && after is { } right
            ? Intervals.Difference(was, left, now, right)
            : null;

    private static Interval? OnScale(SnapshotMetric metric, Reading was, Interval? difference) =>
        metric.Unit == Unit.Points ? difference?.Times(metric.Scale) : Relative(difference?.Times(metric.Scale), was);

    private static Interval? Relative(Interval? difference, Reading was) =>
        Ratio.Of(1, was.Value) is { } factor ? difference?.Times(Math.Abs(factor)) : null;

    private static Interval? Inverse(Interval? ratio) =>
        ratio is { } of ? of with { Low = of.High is null ? 0 : Ratio.Of(1, of.High), High = Ratio.Of(1, of.Low) } : null;
}
