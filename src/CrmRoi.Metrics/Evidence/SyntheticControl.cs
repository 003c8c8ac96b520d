using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace CrmRoi.Metrics.Evidence;

/// <summary>What happened to treated units against a weighted mean of untreated ones that went like them before.</summary>
public sealed record SyntheticControl
{
    /// <summary>The effect on a treated unit and period; <see cref="Estimate.Periods"/> counts unit-periods, its points are of the mean treated unit. None where it cannot be told.</summary>
    public required Estimate? Estimate { get; init; }

    /// <summary>The weight of each donor, largest first: they sum to 1.</summary>
    public required IReadOnlyList<DonorWeight> Weights { get; init; }

    /// <summary>The root of the summed squares of what the weighted donors leave unexplained before the treatment.</summary>
    public required double L2 { get; init; }

    /// <summary><see cref="L2"/> as a fraction of that of equal weights: 0 is a perfect fit, 1 no better than the mean of all donors.</summary>
    /// <value>Undefined where equal weights fit perfectly.</value>
    public required double? ScaledL2 { get; init; }

    /// <summary>How likely a donor's time after would stand out so from its time before: permutation over units, two-sided.</summary>
    public required double PlaceboP { get; init; }

    /// <summary>The mean effect without each donor that has weight.</summary>
    public required IReadOnlyList<DonorLeftOut> WithoutDonor { get; init; }

    /// <summary>What it carries.</summary>
    public required PanelVerdict Verdict { get; init; }

    /// <summary>Above this fraction of equal weights' misfit the fit before the treatment is called poor.</summary>
    public const double PoorFitFrom = 0.9;

    /// <summary>Weighs untreated units so that they go like the treated ones before (Abadie, Diamond and Hainmueller 2010), each series less its own mean before.</summary>
    /// <param name="panel">Treated units, all from the same period, and the others: the donors.</param>
    /// <param name="level">The level of the interval, as a fraction.</param>
    /// <param name="seed">The seed of the draws.</param>
    /// <exception cref="ArgumentException">No unit is treated, or not all from the same period.</exception>
    public static SyntheticControl Of(Panel panel, double level = 0.95, int seed = 1)
    {
        var starts = panel.Units.Select(unit => unit.TreatedFrom).OfType<int>().Distinct().ToList();
        return starts.Count == 1
            ? new SyntheticCalculation(panel, starts[0], level, seed).Calculate()
            : throw new ArgumentException("Some units must be treated, all from the same period.", nameof(panel));
    }
}

/// <summary>How much a donor counts in the synthetic control.</summary>
/// <param name="Donor">The untreated unit.</param>
/// <param name="Weight">A fraction from 0 to 1.</param>
public sealed record DonorWeight(string Donor, double Weight);

/// <summary>The estimate without a donor.</summary>
/// <param name="Donor">The donor left out.</param>
/// <param name="Average">The mean effect without it.</param>
public sealed record DonorLeftOut(string Donor, double Average);

/// <summary>A synthetic control of one target: its weights, and what it leaves in each period.</summary>
internal sealed class SyntheticFit
{
    public SyntheticFit(IReadOnlyList<double> target, IReadOnlyList<IReadOnlyList<double>> donors, int start)
    {
        var level = target.Take(start).Average();
        var centred = donors.Select(donor => Centred(donor, start)).ToList();
        Weights = SimplexWeights.Of([.. target.Take(start).Select(value => value - level)], [.. centred.Select(donor => donor[..start])]);
        Expected = [.. Enumerable.Range(0, target.Count).Select(period => level + centred.Select((donor, i) => Weights[i] * donor[period]).Sum())];
        Gaps = [.. target.Zip(Expected, (observed, expected) => observed - expected)];
        L2 = Math.Sqrt(Gaps.Take(start).Sum(gap => gap * gap));
        var equal = Enumerable.Range(0, start).Select(period => target[period] - level - centred.Average(donor => donor[period]));
        EqualL2 = Math.Sqrt(equal.Sum(gap => gap * gap));
        Average = Gaps.Skip(start).Average();
        ErrorBefore = L2 / Math.Sqrt(start);
        ErrorAfter = Math.Sqrt(Gaps.Skip(start).Average(gap => gap * gap));
    }

    public double[] Weights { get; }

    public double[] Expected { get; }

    public double[] Gaps { get; }

    public double L2 { get; }

    public double EqualL2 { get; }

    public double Average { get; }

    public double ErrorBefore { get; }

    public double ErrorAfter { get; }

    private static double[] Centred(IReadOnlyList<double> series, int start)
    {
        var mean = series.Take(start).Average();
        return [.. series.Select(value => value - mean)];
    }
}

/// <summary>Fits the treated units, then each donor as if it were treated.</summary>
/// <remarks>
/// The interval comes from the donors' own effects, which are 0 but for chance: each is scaled by how much better or worse the treated
/// fitted before, and their root mean square, with Student's t for as many as there are, is the standard error.
/// </remarks>
internal sealed class SyntheticCalculation(Panel panel, int start, double level, int seed)
{
    private const int DrawCount = 999;

    private readonly List<PanelUnit> treated = [.. panel.Units.Where(unit => unit.TreatedFrom is not null)];
    private readonly List<PanelUnit> donors = [.. panel.Units.Where(unit => unit.TreatedFrom is null)];

    public SyntheticControl Calculate()
    {
        if (donors.Count < 2 || start < 2)
        {
            return Nothing(donors.Count < 2 ? EvidenceReason.TooFewUnits : EvidenceReason.TooFewBaselineMonths);
        }

        double[] target = [.. Enumerable.Range(0, panel.Periods).Select(period => treated.Average(unit => unit.Outcomes[period]))];
        var fit = new SyntheticFit(target, [.. donors.Select(unit => unit.Outcomes)], start);
        var placebos = donors.Select(donor => FitWithout(donor, donor.Outcomes)).ToList();
        var without = donors.Where((_, i) => fit.Weights[i] > 1e-6).Select(donor => new DonorLeftOut(donor.Name, FitWithout(donor, target).Average)).ToList();
        var ratio = Ratio(fit);
        var p = (1.0 + placebos.Count(placebo => Ratio(placebo) >= ratio)) / (1 + placebos.Count);
        var estimate = EstimateOf(target, fit, placebos, without);
        var scaled = fit.EqualL2 > 0 ? fit.L2 / fit.EqualL2 : (double?)null;
        return new()
        {
            Estimate = estimate,
            Weights = [.. donors.Select((donor, i) => new DonorWeight(donor.Name, fit.Weights[i])).OrderByDescending(weight => weight.Weight)],
            L2 = fit.L2,
            ScaledL2 = scaled,
            PlaceboP = p,
            WithoutDonor = without,
            Verdict = VerdictOf(estimate, scaled, p, without),
        };
    }

    private static double Ratio(SyntheticFit fit) => fit.ErrorBefore > 0 ? fit.ErrorAfter / fit.ErrorBefore : double.PositiveInfinity;

    private SyntheticFit FitWithout(PanelUnit donor, IReadOnlyList<double> target) =>
        new(target, [.. donors.Where(other => other != donor).Select(other => other.Outcomes)], start);

    private static SyntheticControl Nothing(EvidenceReason reason) => new()
    {
        Estimate = null,
        Weights = [],
        L2 = 0,
        ScaledL2 = null,
        PlaceboP = 1,
        WithoutDonor = [],
        Verdict = new(EvidenceVerdict.NotEnoughData, [reason]),
    };

    private Estimate EstimateOf(double[] target, SyntheticFit fit, List<SyntheticFit> placebos, List<DonorLeftOut> without)
    {
        var chance = placebos.Where(placebo => placebo.ErrorBefore > 0).Select(placebo => placebo.Average * fit.ErrorBefore / placebo.ErrorBefore).ToList();
        var error = chance.Count == 0 ? 0 : Math.Sqrt(chance.Average(effect => effect * effect));
        var student = new StudentT(0, 1, Math.Max(1, chance.Count), new MathNet.Numerics.Random.Xoshiro256StarStar(seed));
        var width = student.InverseCumulativeDistribution(0.5 + (level / 2)) * error;
        var periods = panel.Periods - start;
        var expected = fit.Expected.Skip(start).Average();
        return new()
        {
            Method = EvidenceMethod.SyntheticControl,
            Level = level,
            Points = Points(target, fit, student.InverseCumulativeDistribution(0.5 + (level / 2)), width),
            Periods = periods * treated.Count,
            Average = fit.Average,
            Low = fit.Average - width,
            High = fit.Average + width,
            StandardDeviation = error,
            Relative = expected == 0 ? null : fit.Average / expected,
            TailProbability = error > 0 ? student.CumulativeDistribution(-Math.Abs(fit.Average) / error) : fit.Average == 0 ? 0.5 : 0,
            Draws = [.. Enumerable.Range(0, DrawCount).Select(_ => fit.Average + (error * student.Sample()))],
            Diagnostics =
            [
                new("l2", fit.L2),
                new("placebo-p", (1.0 + placebos.Count(placebo => Ratio(placebo) >= Ratio(fit))) / (1 + placebos.Count)),
                new("without-one-donor-lowest", without.Min(one => one.Average)),
                new("without-one-donor-highest", without.Max(one => one.Average)),
                new("correlation-before", Correlation.Pearson(target.Take(start), fit.Expected.Take(start)) is var r && double.IsFinite(r) ? r : 0),
            ],
        };
    }

    // A period's own doubt is that of the gaps before; the mean's, from the placebos, is carried to each sum in proportion.
    private List<EffectPoint> Points(double[] target, SyntheticFit fit, double quantile, double width)
    {
        var (points, sum) = (new List<EffectPoint>(), 0.0);
        for (var period = 0; period < panel.Periods; period++)
        {
            var (expected, effect, own) = (fit.Expected[period], fit.Gaps[period], quantile * fit.ErrorBefore);
            sum += period >= start ? effect : 0;
            var sumWidth = period >= start ? width * (period - start + 1) : 0;
            points.Add(new(
                period, target[period], expected, expected - own, expected + own, effect, effect - own, effect + own, sum, sum - sumWidth, sum + sumWidth));
        }

        return points;
    }

    private static PanelVerdict VerdictOf(Estimate estimate, double? scaled, double p, List<DonorLeftOut> without)
    {
        var reasons = new List<EvidenceReason>();
        if (estimate.Low <= 0 && estimate.High >= 0)
        {
            reasons.Add(EvidenceReason.IntervalHoldsZero);
        }

        // With so few donors that the smallest possible p is above 0.1, the permutation can neither confirm nor refute.
        if (p > 0.1)
        {
            reasons.Add(EvidenceReason.PlaceboFailed);
        }

        if (scaled is > SyntheticControl.PoorFitFrom)
        {
            reasons.Add(EvidenceReason.PoorFit);
        }

        if (without.Exists(one => Math.Sign(one.Average) != Math.Sign(estimate.Average)))
        {
            reasons.Add(EvidenceReason.HangsOnOneControl);
        }

        return new(reasons.Count == 0 ? EvidenceVerdict.Supported : EvidenceVerdict.Inconclusive, reasons);
    }
}
