using System.Globalization;
using CrmRoi.Metrics.Evidence;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Random;

namespace CrmRoi.Metrics.Tests.Evidence;

public sealed class SyntheticControlTests
{
    private const string GeoLift = "data/oracle/causal/GeoLift_Test.csv";

    [SharedDataFact(GeoLift)]
    public void GeoLift_is_met_to_its_digits()
    {
        var units = SharedData.Rows(GeoLift)
            .GroupBy(row => row[0].Trim('"'), row => double.Parse(row[1], CultureInfo.InvariantCulture))
            .Select(group => new PanelUnit(group.Key, [.. group], group.Key is "chicago" or "portland" ? 90 : null));

        var result = SyntheticControl.Of(new Panel(units));

        result.Estimate!.Average.Should().BeApproximately(155.55569, 1e-4);
        result.Estimate.Cumulative.Should().BeApproximately(4666.6707, 1e-3);
        result.Estimate.Relative.Should().BeApproximately(0.0542319, 1e-6);
        result.L2.Should().BeApproximately(909.4885, 1e-3);
        result.ScaledL2.Should().BeApproximately(0.16364, 1e-5);
        result.Weights.Sum(weight => weight.Weight).Should().BeApproximately(1, 1e-9);
        result.Weights.Take(7).Select(weight => (weight.Donor, Math.Round(weight.Weight, 4))).Should().Equal(
            ("cincinnati", 0.2272), ("miami", 0.2028), ("baton rouge", 0.1335), ("minneapolis", 0.0900), ("dallas", 0.0739), ("nashville", 0.0685), ("honolulu", 0.0673));
    }

    [Fact]
    public void A_unit_that_is_a_mean_of_two_donors_gets_them_as_its_weights()
    {
        double[] a = [1, 4, 2, 6, 3, 5], b = [9, 2, 7, 1, 8, 2], c = [3, 3, 9, 9, 1, 1];
        double[] treated = [.. a.Zip(b, (x, y) => (0.25 * x) + (0.75 * y) + 10)];
        treated[4] += 2;
        treated[5] += 4;

        var result = SyntheticControl.Of(new Panel([new("T", treated, 4), new("A", a, null), new("B", b, null), new("C", c, null)]));

        result.Weights.Select(weight => (weight.Donor, Math.Round(weight.Weight, 8))).Should().Equal(("B", 0.75), ("A", 0.25), ("C", 0));
        result.Estimate!.Average.Should().BeApproximately(3, 1e-8);
        result.L2.Should().BeApproximately(0, 1e-8);
    }

    [Fact]
    public void Nothing_stays_nothing_and_a_planted_effect_is_found()
    {
        var nulls = Enumerable.Range(1, 100).Select(seed => SyntheticControl.Of(Random(seed, 0))).ToList();
        var planted = Enumerable.Range(1, 100).Select(seed => SyntheticControl.Of(Random(seed, 5))).ToList();

        nulls.Count(result => result.Verdict.Verdict == EvidenceVerdict.Supported).Should().BeLessThanOrEqualTo(8);
        planted.Count(result => result.Estimate!.Low <= 5 && 5 <= result.Estimate.High).Should().BeGreaterThanOrEqualTo(88);
        planted.Count(result => result.Verdict.Verdict == EvidenceVerdict.Supported).Should().BeGreaterThanOrEqualTo(70);
    }

    [Fact]
    public void One_donor_is_too_few()
    {
        var result = SyntheticControl.Of(new Panel([new("T", [1, 2, 3], 2), new("A", [1, 2, 3], null)]));

        result.Estimate.Should().BeNull();
        result.Verdict.Reasons.Should().Equal(EvidenceReason.TooFewUnits);
    }

    // Units follow two common waves, each in its own measure; the treated one lies between the others.
    private static Panel Random(int seed, double effect)
    {
        var random = new Xoshiro256StarStar(seed);
        var (noise, load) = (new Normal(0, 1, random), new ContinuousUniform(0, 2, random));
        double[] first = [.. Enumerable.Range(0, 60).Select(t => (5 * Math.Sin(t / 3.0)) + (0.2 * t))];
        double[] second = [.. Enumerable.Range(0, 60).Select(t => 4 * Math.Cos(t / 7.0))];
        return new(Enumerable.Range(0, 21).Select(i =>
        {
            var (x, y) = i == 0 ? (1.0, 1.0) : (load.Sample(), load.Sample());
            return new PanelUnit($"U{i}", [.. Enumerable.Range(0, 60).Select(t =>
                50 + i + (x * first[t]) + (y * second[t]) + noise.Sample() + (i == 0 && t >= 45 ? effect : 0))], i == 0 ? 45 : null);
        }));
    }
}
