using MathNet.Numerics.Distributions;

namespace CrmRoi.Metrics.Evidence;

/// <summary>Student's t about an estimate: how far it may be off, for the methods that are not Bayesian.</summary>
/// <param name="Freedom">Degrees of freedom.</param>
/// <param name="Level">The level of its intervals.</param>
internal readonly record struct SamplingDistribution(double Freedom, double Level)
{
    private const int Stream = 0x5356;
    private const int DrawCount = 4000;

    /// <summary>By how many standard errors an interval reaches to each side.</summary>
    public double Reach { get; } = StudentT.InvCDF(0, 1, Freedom, (1 + Level) / 2);

    /// <summary>The estimate of an average effect with its standard error.</summary>
    /// <param name="method">How it was reckoned.</param>
    /// <param name="input">The series.</param>
    /// <param name="points">Every period; the last one holds the cumulative effect.</param>
    /// <param name="error">The standard error of the average effect.</param>
    /// <param name="diagnostics">What tells how far it can be trusted.</param>
    public Estimate Estimate(
        EvidenceMethod method, SeriesInput input, IReadOnlyList<EffectPoint> points, double error, IReadOnlyList<Diagnostic> diagnostics)
    {
        var after = input.After;
        var average = points[^1].Cumulative / after.Count;
        var counterfactual = after.Average(period => points[period].Counterfactual);
        var sampler = new Sampler(input.Seed, Stream);
        var freedom = Freedom;
        return new()
        {
            Method = method,
            Level = Level,
            Points = points,
            Periods = after.Count,
            Average = average,
            Low = average - (Reach * error),
            High = average + (Reach * error),
            StandardDeviation = error,
            Relative = counterfactual == 0 ? null : average / counterfactual,
            TailProbability = error > 0 ? StudentT.CDF(0, 1, freedom, -Math.Abs(average) / error) : average == 0 ? 0.5 : 0,
            Draws = [.. Enumerable.Range(0, DrawCount).Select(_ => average + (error * sampler.StudentT(freedom)))],
            Diagnostics = diagnostics,
        };
    }
}
