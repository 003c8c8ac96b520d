namespace CrmRoi.Metrics.Evidence;

/// <summary>How it is reckoned what would have happened without the CRM.</summary>
public enum EvidenceMethod
{
    /// <summary>The mean before against the mean after: the plain reference, which takes every trend for an effect.</summary>
    BeforeAfter,

    /// <summary>Segmented regression on trend and season, with errors that allow for autocorrelation.</summary>
    InterruptedTimeSeries,

    /// <summary>A Bayesian structural model of level, trend, season and control series, carried on past go-live.</summary>
    StructuralTimeSeries,

    /// <summary>Teams that went live against teams that had not yet.</summary>
    DifferenceInDifferences,

    /// <summary>A weighted mean of untreated units that went like the treated ones before.</summary>
    SyntheticControl,

    /// <summary>What the deals opened should have brought at the yield and pace of before go-live.</summary>
    OpportunityYield,
}

/// <summary>What the evidence carries.</summary>
public enum EvidenceVerdict
{
    /// <summary>The data cannot carry a figure: the reasons say what would be needed.</summary>
    NotEnoughData,

    /// <summary>There is a figure, but it cannot be told from nothing, or a check of it failed.</summary>
    Inconclusive,

    /// <summary>The interval holds no zero and every check passed.</summary>
    Supported,
}

/// <summary>One period of what happened against what would have happened.</summary>
/// <param name="Period">Its place in the series, from 0.</param>
/// <param name="Observed">What happened.</param>
/// <param name="Counterfactual">What would have happened without; before go-live what the method expected.</param>
/// <param name="Low">The lower end of the counterfactual's interval.</param>
/// <param name="High">Its upper end.</param>
/// <param name="Effect">Observed less counterfactual.</param>
/// <param name="EffectLow">The lower end of the effect's interval.</param>
/// <param name="EffectHigh">Its upper end.</param>
/// <param name="Cumulative">All effect from the first counted period up to this one; 0 before.</param>
/// <param name="CumulativeLow">The lower end of its interval.</param>
/// <param name="CumulativeHigh">Its upper end.</param>
public sealed record EffectPoint(
    int Period,
    double Observed,
    double Counterfactual,
    double Low,
    double High,
    double Effect,
    double EffectLow,
    double EffectHigh,
    double Cumulative,
    double CumulativeLow,
    double CumulativeHigh);

/// <summary>Something that tells how far an estimate can be trusted.</summary>
/// <param name="Key">What it is called in files, and the key of its text.</param>
/// <param name="Value">Its value.</param>
public sealed record Diagnostic(string Key, double Value);

/// <summary>What a method says the CRM did to one series.</summary>
/// <remarks>
/// All of it is in the unit of the series, for each period and summed over the periods that are counted. Intervals are of the level
/// <see cref="Level"/>, equal-tailed. Made by the method's own class; the same input and seed give the same estimate.
/// </remarks>
public sealed record Estimate
{
    /// <summary>How it was reckoned.</summary>
    public required EvidenceMethod Method { get; init; }

    /// <summary>The level of the intervals, as a fraction.</summary>
    public required double Level { get; init; }

    /// <summary>Every period, those before go-live among them.</summary>
    public required IReadOnlyList<EffectPoint> Points { get; init; }

    /// <summary>How many periods are counted as after.</summary>
    public required int Periods { get; init; }

    /// <summary>The mean effect of a period.</summary>
    public required double Average { get; init; }

    /// <summary>The lower end of its interval.</summary>
    public required double Low { get; init; }

    /// <summary>The upper end of its interval.</summary>
    public required double High { get; init; }

    /// <summary>Its standard deviation: the posterior's, or the standard error.</summary>
    public required double StandardDeviation { get; init; }

    /// <summary>The effect of all periods together.</summary>
    public double Cumulative => Average * Periods;

    /// <summary>The lower end of its interval.</summary>
    public double CumulativeLow => Low * Periods;

    /// <summary>The upper end of its interval.</summary>
    public double CumulativeHigh => High * Periods;

    /// <summary>The mean effect as a fraction of the mean counterfactual.</summary>
    /// <value>Undefined where the counterfactual is 0.</value>
    public required double? Relative { get; init; }

    /// <summary>How likely so large an effect, to the same side, is where there is none: one-sided.</summary>
    public required double TailProbability { get; init; }

    /// <summary>Draws of <see cref="Average"/> from its posterior, or from its sampling distribution, seeded: for carrying its doubt on.</summary>
    public required IReadOnlyList<double> Draws { get; init; }

    /// <summary>What tells how far it can be trusted.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];
}
