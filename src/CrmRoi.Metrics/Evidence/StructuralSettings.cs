namespace CrmRoi.Metrics.Evidence;

/// <summary>What a structural model assumes, and how long it is drawn from. The defaults are those of the R package CausalImpact.</summary>
/// <remarks>The outcome and the controls are standardised by mean and standard deviation of the time before go-live; priors are on that scale.</remarks>
public sealed record StructuralSettings
{
    /// <summary>How many draws are kept.</summary>
    public int Draws { get; init; } = 4000;

    /// <summary>How many draws are thrown away first.</summary>
    public int BurnIn { get; init; } = 500;

    /// <summary>Of how many draws one is kept, as neighbours are alike.</summary>
    public int Thinning { get; init; } = 5;

    /// <summary>Whether the level has a slope that can change.</summary>
    public bool HasTrend { get; init; }

    /// <summary>The prior guess at the standard deviation of the level's steps, as a fraction of the outcome's before go-live.</summary>
    /// <value>It decides how wide the interval is where the level is all that explains the outcome: see <see cref="StructuralTimeSeries.Sensitivity"/>.</value>
    public double LevelPrior { get; init; } = 0.01;

    /// <summary>How many steps that guess is worth.</summary>
    public double LevelPriorWeight { get; init; } = 32;

    /// <summary>How many coefficients are expected to matter, the constant among them.</summary>
    public double ExpectedCoefficients { get; init; } = 3;

    /// <summary>The share of the outcome's variance that controls are expected to explain.</summary>
    public double ExpectedRSquared { get; init; } = 0.8;

    /// <summary>How many observations that expectation is worth.</summary>
    public double RSquaredWeight { get; init; } = 50;
}
