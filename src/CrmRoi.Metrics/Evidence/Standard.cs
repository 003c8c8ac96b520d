namespace CrmRoi.Metrics.Evidence;

/// <summary>A scale on which a series has mean 0 and standard deviation 1 over some periods.</summary>
/// <param name="Mean">Its mean over them.</param>
/// <param name="Deviation">Its standard deviation over them, with n − 1.</param>
internal readonly record struct Standard(double Mean, double Deviation)
{
    /// <returns>None where the series does not vary over them.</returns>
    public static Standard? Of(IReadOnlyList<double> values, IReadOnlyList<int> periods)
    {
        if (periods.Count < 2)
        {
            return null;
        }

        var mean = periods.Sum(period => values[period]) / periods.Count;
        var deviation = Math.Sqrt(periods.Sum(period => (values[period] - mean) * (values[period] - mean)) / (periods.Count - 1));
        return deviation > 1e-12 * Math.Abs(mean) && deviation > 0 ? new(mean, deviation) : null;
    }

    public double To(double value) => (value - Mean) / Deviation;

    public double From(double value) => Mean + (Deviation * value);
}
