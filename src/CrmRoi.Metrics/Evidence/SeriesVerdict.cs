namespace CrmRoi.Metrics.Evidence;

/// <summary>Why a figure from a single series is not supported.</summary>
public enum SeriesDoubt
{
    /// <summary>There are fewer than <see cref="SeriesVerdict.FewestBefore"/> periods before go-live.</summary>
    TooFewBefore,

    /// <summary>There are fewer than <see cref="SeriesVerdict.FewestAfter"/> periods after go-live and ramp-up.</summary>
    TooFewAfter,

    /// <summary>The method has no estimate: the outcome does not vary, or there are more coefficients than periods.</summary>
    NoEstimate,

    /// <summary>The interval of the average effect contains zero.</summary>
    IntervalContainsZero,

    /// <summary>A go-live put where there was none seems to have had an effect: the method does not fit this series.</summary>
    PlaceboFindsEffect,
}

/// <summary>What a single series carries.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="Doubts">Why it is not better; none when supported.</param>
/// <param name="Placebo">What the method makes of the last third of the time before go-live; none where that is too short.</param>
public sealed record SeriesVerdict(EvidenceVerdict Verdict, IReadOnlyList<SeriesDoubt> Doubts, Estimate? Placebo)
{
    /// <summary>How many periods before go-live are needed.</summary>
    public const int FewestBefore = 12;

    /// <summary>How many periods after go-live and ramp-up are needed.</summary>
    public const int FewestAfter = 3;

    /// <summary>The placebo's effect and its interval, where there is a placebo.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => Placebo is null
        ? []
        : [new("placebo", Placebo.Average), new("placeboLow", Placebo.Low), new("placeboHigh", Placebo.High), new("placeboP", Placebo.TailProbability)];

    /// <summary>Judges an estimate.</summary>
    /// <param name="input">The series.</param>
    /// <param name="estimate">What a method made of it; none where it had no answer.</param>
    /// <param name="method">The same method, for the placebo: it is fitted on the first two thirds of the time before go-live and tried on the last.</param>
    public static SeriesVerdict Of(SeriesInput input, Estimate? estimate, Func<SeriesInput, Estimate?> method)
    {
        List<SeriesDoubt> missing =
        [
            .. input.Before.Count < FewestBefore ? (SeriesDoubt[])[SeriesDoubt.TooFewBefore] : [],
            .. input.After.Count < FewestAfter ? (SeriesDoubt[])[SeriesDoubt.TooFewAfter] : [],
            .. estimate is null ? (SeriesDoubt[])[SeriesDoubt.NoEstimate] : [],
        ];
        if (missing.Count > 0 || estimate is null)
        {
            return new(EvidenceVerdict.NotEnoughData, missing, null);
        }

        var placebo = method(input.Placebo(input.PrePeriods, input.PrePeriods * 2 / 3));
        List<SeriesDoubt> doubts =
        [
            .. ContainsZero(estimate) ? (SeriesDoubt[])[SeriesDoubt.IntervalContainsZero] : [],
            .. placebo is not null && !ContainsZero(placebo) ? (SeriesDoubt[])[SeriesDoubt.PlaceboFindsEffect] : [],
        ];
        return new(doubts.Count == 0 ? EvidenceVerdict.Supported : EvidenceVerdict.Inconclusive, doubts, placebo);
    }

    private static bool ContainsZero(Estimate estimate) => estimate.Low <= 0 && estimate.High >= 0;
}
