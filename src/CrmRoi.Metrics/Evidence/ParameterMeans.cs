namespace CrmRoi.Metrics.Evidence;

/// <summary>The means of a structural model's parameters over its draws, and how often each coefficient is not 0.</summary>
internal sealed class ParameterMeans(int coefficientCount)
{
    private readonly double[] coefficients = new double[coefficientCount];
    private readonly int[] inclusions = new int[coefficientCount];
    private StateVariances variances;
    private int count;

    /// <summary>The mean coefficients, the constant first; none without controls.</summary>
    public double[] Coefficients => [.. coefficients.Select(sum => sum / count)];

    /// <summary>The mean variances.</summary>
    public StateVariances Variances =>
        new(variances.Observation / count, variances.Level / count, variances.Slope / count, variances.Season / count);

    /// <summary>How often a coefficient was not 0, as a fraction.</summary>
    public double Inclusion(int coefficient) => (double)inclusions[coefficient] / count;

    public void Add(StructuralModel model)
    {
        count++;
        var one = model.Variances;
        var drawn = model.Coefficients;
        variances = new(
            variances.Observation + one.Observation, variances.Level + one.Level, variances.Slope + one.Slope, variances.Season + one.Season);
        for (var i = 0; i < drawn.Length; i++)
        {
            coefficients[i] += drawn[i];
            inclusions[i] += drawn[i] != 0 ? 1 : 0;
        }
    }
}
