namespace CrmRoi.Metrics.Evidence;

/// <summary>What draws of a model say would have happened, and what that makes of the effect.</summary>
internal sealed class PosteriorPaths
{
    private readonly SeriesInput input;
    private readonly Standard standard;
    private readonly IReadOnlyList<int> after;
    private readonly double[][] draws; // with noise, by period
    private readonly double[] means; // without noise: the same on average, and less at the mercy of chance
    private readonly double[] expected;
    private int count;

    public PosteriorPaths(SeriesInput input, int size, Standard standard)
    {
        (this.input, this.standard, after) = (input, standard, input.After);
        draws = [.. input.Outcome.Select(_ => new double[size])];
        (means, expected) = (new double[input.Length], new double[input.Length]);
    }

    /// <summary>Takes what a model expects in its last draw.</summary>
    public void Add(StructuralModel model, Sampler sampler)
    {
        model.Predict(expected);
        var noise = Math.Sqrt(model.Variances.Observation);
        for (var t = 0; t < expected.Length; t++)
        {
            means[t] += expected[t];
            draws[t][count] = standard.From(expected[t] + (noise * sampler.Normal()));
        }

        count++;
    }

    /// <summary>The estimate that all draws make together.</summary>
    public Estimate Summarise(IReadOnlyList<Diagnostic> diagnostics)
    {
        var (points, total) = Points();
        var averages = total.Select(sum => sum / after.Count).ToArray();
        var mean = averages.Average();
        var (low, high) = Quantiles.SortedEnds((double[])[.. averages], input.Level);
        var average = points[^1].Cumulative / after.Count;
        var counterfactual = after.Average(Counterfactual);
        var atLeast = averages.Count(draw => draw >= 0);
        return new()
        {
            Method = EvidenceMethod.StructuralTimeSeries,
            Level = input.Level,
            Points = points,
            Periods = after.Count,
            Average = average,
            Low = low,
            High = high,
            StandardDeviation = Math.Sqrt(averages.Sum(draw => (draw - mean) * (draw - mean)) / (count - 1)),
            Relative = counterfactual == 0 ? null : average / counterfactual,
            TailProbability = (Math.Min(atLeast, count - atLeast) + 1.0) / (count + 1),
            Draws = averages,
            Diagnostics = diagnostics,
        };
    }

    /// <summary>What was expected of every period, on average.</summary>
    public double[] Fitted() => [.. Enumerable.Range(0, input.Length).Select(Counterfactual)];

    private double Counterfactual(int period) => standard.From(means[period] / count);

    private (List<EffectPoint> Points, double[] Total) Points()
    {
        var counted = after.ToHashSet();
        var points = new List<EffectPoint>(input.Length);
        var total = new double[count];
        var sorted = new double[count];
        var cumulative = 0.0;
        var (cumulativeLow, cumulativeHigh) = (0.0, 0.0);
        for (var t = 0; t < input.Length; t++)
        {
            var (observed, counterfactual) = (input.Outcome[t], Counterfactual(t));
            if (counted.Contains(t))
            {
                cumulative += observed - counterfactual;
                for (var draw = 0; draw < count; draw++)
                {
                    sorted[draw] = total[draw] += observed - draws[t][draw];
                }

                (cumulativeLow, cumulativeHigh) = Quantiles.SortedEnds(sorted, input.Level);
            }

            var (low, high) = Quantiles.SortedEnds(draws[t], input.Level);
            points.Add(new(
                t, observed, counterfactual, low, high, observed - counterfactual, observed - high, observed - low, cumulative, cumulativeLow, cumulativeHigh));
        }

        return (points, total);
    }
}
