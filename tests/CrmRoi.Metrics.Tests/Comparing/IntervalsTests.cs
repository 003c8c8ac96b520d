using System.Globalization;
using CrmRoi.Metrics.Comparing;

namespace CrmRoi.Metrics.Tests.Comparing;

public sealed class IntervalsTests
{
    private const decimal Level = 0.95m;

    [Fact]
    public void Wilson_is_that_of_Newcombe_1998()
    {
        // R. G. Newcombe, Two-sided confidence intervals for the single proportion, Statistics in Medicine 17 (1998), table I, method 3.
        Check(Intervals.Wilson(81, 263, Level), 0.2553m, 0.3662m, 0.00005m);
        Check(Intervals.Wilson(15, 148, Level), 0.0624m, 0.1605m, 0.00005m);
        Check(Intervals.Wilson(0, 20, Level), 0, 0.1611m, 0.00005m);
        Check(Intervals.Wilson(1, 29, Level), 0.0061m, 0.1718m, 0.00005m);
    }

    [Fact]
    public void Wilson_has_no_answer_without_trials_or_with_more_than_all()
    {
        Intervals.Wilson(0, 0, Level).Should().BeNull();
        Intervals.Wilson(5, 4, Level).Should().BeNull();
    }

    [Fact]
    public void A_difference_of_shares_is_that_of_Newcombe_1998()
    {
        // R. G. Newcombe, Interval estimation for the difference between independent proportions, Statistics in Medicine 17 (1998),
        // table II, method 10: (a) 56/70 − 48/80, (b) 9/10 − 3/10, (g) 10/10 − 0/20, (h) 10/10 − 0/10.
        Check(Intervals.ShareDifference(48, 80, 56, 70, Level), 0.0524m, 0.3339m, 0.00005m);
        Check(Intervals.ShareDifference(3, 10, 9, 10, Level), 0.1705m, 0.8090m, 0.00005m);
        Check(Intervals.ShareDifference(0, 20, 10, 10, Level), 0.6791m, 1, 0.00005m);
        Check(Intervals.ShareDifference(0, 10, 10, 10, Level), 0.6075m, 1, 0.00005m);
    }

    [Fact]
    public void A_rate_is_that_of_Garwood_1936()
    {
        // F. Garwood, Fiducial limits for the Poisson distribution, Biometrika 28 (1936): 10 events [4.795, 18.390]; none [0, 3.689].
        Check(Intervals.Rate(10, 1, Level), 4.795m, 18.390m, 0.0005m);
        Check(Intervals.Rate(0, 1, Level), 0, 3.689m, 0.0005m);
        Check(Intervals.Rate(10, 2, Level), 4.795m / 2, 18.390m / 2, 0.0005m);
    }

    [Fact]
    public void A_ratio_of_rates_is_that_of_the_exact_test_in_R()
    {
        // R, help page of stats::poisson.test, eba1977: c(11, 6+8+7) in c(800, 1083+1050+878) gives 1.971488 [0.8584264, 4.2772659].
        Check(Intervals.RateRatio(21, 3011, 11, 800, Level), 0.8584264m, 4.2772659m, 0.0000005m);
    }

    [Fact]
    public void A_ratio_of_rates_has_no_upper_end_when_nothing_happened_before()
    {
        var ratio = Intervals.RateRatio(0, 1, 10, 1, Level);

        ratio!.Value.Low.Should().BeGreaterThan(1);
        ratio.Value.High.Should().BeNull();
        Intervals.RateRatio(0, 1, 0, 1, Level).Should().BeNull();
    }

    [Fact]
    public void A_difference_of_rates_holds_none_when_they_are_the_same()
    {
        Intervals.RateDifference(10, 5, 10, 5, Level)!.Value.Contains(0).Should().BeTrue();
        Intervals.RateDifference(10, 5, 100, 5, Level)!.Value.Low.Should().BePositive();
    }

    [Fact]
    public void A_difference_of_means_is_that_of_Welch_on_Students_sleep_data()
    {
        // Student, The probable error of a mean, Biometrika 6 (1908); R: t.test(extra ~ group, sleep): df 17.776, 95 % [−3.3654832, 0.2054832].
        var first = MomentsOf(0.7m, -1.6m, -0.2m, -1.2m, -0.1m, 3.4m, 3.7m, 0.8m, 0m, 2m);
        var second = MomentsOf(1.9m, 0.8m, 1.1m, 0.1m, -0.1m, 4.4m, 5.5m, 1.6m, 4.6m, 3.4m);

        Check(Intervals.MeanDifference(first, second, Level), -0.2054832m, 3.3654832m, 0.0000005m);
    }

    [Fact]
    public void A_mean_is_that_of_Student()
    {
        // R: t.test(sleep$extra[1:10]): 95 % [−0.5297804, 2.0297804].
        Check(Intervals.Mean(MomentsOf(0.7m, -1.6m, -0.2m, -1.2m, -0.1m, 3.4m, 3.7m, 0.8m, 0m, 2m), Level), -0.5297804m, 2.0297804m, 0.0000005m);
    }

    [Fact]
    public void The_spread_of_values_whose_squares_nobody_summed_is_not_known()
    {
        new Moments(10, 100, 0).Variance.Should().BeNull();
        new Moments(1, 5, 25).Variance.Should().BeNull();
        Intervals.MeanDifference(new Moments(10, 100, 0), new Moments(10, 100, 2000), Level).Should().BeNull();
    }

    [SharedDataFact("data/oracle/statistics/NumAcc1.dat")]
    public void Means_and_deviations_are_those_certified_by_NIST()
    {
        // NIST Statistical Reference Datasets, univariate summary statistics: values and certified figures are in the files.
        foreach (var name in new[] { "NumAcc1", "NumAcc2", "NumAcc3", "NumAcc4", "Lew", "Lottery" })
        {
            var (moments, mean, deviation) = Nist($"data/oracle/statistics/{name}.dat");

            ((double)moments.Mean).Should().BeApproximately(mean, Math.Abs(mean) * 1e-13, name);
            Math.Sqrt(moments.Variance!.Value).Should().BeApproximately(deviation, deviation * 1e-13, name);
        }
    }

    [Fact]
    public void A_sum_of_amounts_has_the_square_root_of_the_squares_as_its_error()
    {
        // Four amounts of 3: the sum is 12, its standard error √36 = 6.
        Check(Intervals.Sum(12, 36, 1, Level), 12 - (6 * 1.959964m), 12 + (6 * 1.959964m), 0.00001m);
        Intervals.Sum(12, 0, 1, Level).Should().BeNull();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-0.5)]
    public void A_level_lies_between_none_and_all(double level)
    {
        var wilson = () => Intervals.Wilson(1, 2, (decimal)level);

        wilson.Should().Throw<ArgumentOutOfRangeException>();
    }

    private static void Check(Interval? interval, decimal low, decimal high, decimal precision)
    {
        interval!.Value.Low!.Value.Should().BeApproximately(low, precision);
        interval.Value.High!.Value.Should().BeApproximately(high, precision);
        interval.Value.Level.Should().Be(Level);
    }

    private static Moments MomentsOf(params decimal[] values) => new(values.Length, values.Sum(), values.Sum(value => value * value));

    private static (Moments Moments, double Mean, double Deviation) Nist(string relative)
    {
        var lines = File.ReadAllLines(SharedData.PathOf(relative)!);
        var values = lines.SkipWhile(line => !line.StartsWith("---", StringComparison.Ordinal)).Skip(1)
            .Select(line => line.Trim()).Where(line => line.Length > 0)
            .Select(line => decimal.Parse(line, NumberStyles.Float, CultureInfo.InvariantCulture)).ToArray();
        return (MomentsOf(values), Certified("Sample Mean"), Certified("Sample Standard Deviation"));

        double Certified(string label) => double.Parse(
            lines.First(line => line.Contains(label, StringComparison.OrdinalIgnoreCase) && line.Contains(':', StringComparison.Ordinal))
                .Split(':')[1].Trim().Split(' ')[0],
            CultureInfo.InvariantCulture);
    }
}
