using CrmRoi.Metrics.Evidence;

namespace CrmRoi.Metrics.Tests.Evidence;

/// <summary>What the R package CausalImpact says about the same series. Its draws and ours are random: point ±0.25 s.d., s.d. ±15 %, ends ±0.35 s.d.</summary>
public sealed class StructuralTimeSeriesOracleTests
{
    private const string Folder = "data/oracle/causal/";

    [SharedDataFact(Folder + "google_data.csv")]
    public void A_jump_with_two_controls_is_as_in_R()
    {
        var columns = TestSeries.Columns(Folder + "google_data.csv", 3);

        var estimate = Check(TestSeries.Of(columns[0], 61, 1, columns[1], columns[2]), 27.11, 4.345, 18.49, 35.63);

        estimate.Cumulative.Should().BeApproximately(813, 0.25 * 30 * 4.345);
        estimate.TailProbability.Should().BeLessThan(0.005);
    }

    [SharedDataFact(Folder + "arma_data.csv")]
    public void One_added_to_an_autoregressive_series_is_found_as_in_R()
    {
        var columns = TestSeries.Columns(Folder + "arma_data.csv", 2);
        var raised = columns[1].Select((value, row) => row >= 70 ? value + 1 : value).ToArray();

        Check(TestSeries.Of(raised, 70, 1, columns[0]), 0.883, 0.299, 0.289, 1.458);
    }

    [SharedDataFact(Folder + "arma_data.csv")]
    public void Nothing_added_to_it_is_no_effect_and_not_supported()
    {
        var columns = TestSeries.Columns(Folder + "arma_data.csv", 2);
        var input = TestSeries.Of(columns[1], 70, 1, columns[0]);

        var estimate = Check(input, -0.117, 0.299, -0.711, 0.458);

        SeriesVerdict.Of(input, estimate, series => StructuralTimeSeries.Of(series)).Verdict.Should().Be(EvidenceVerdict.Inconclusive);
    }

    [SharedDataFact(Folder + "r_vignette_seed1.csv")]
    public void The_vignettes_ten_are_found_as_in_R_and_supported()
    {
        var columns = TestSeries.Columns(Folder + "r_vignette_seed1.csv", 2);
        var input = TestSeries.Of(columns[0], 70, 1, columns[1]);

        var estimate = Check(input, 10.513, 0.359, 9.80, 11.20);

        SeriesVerdict.Of(input, estimate, series => StructuralTimeSeries.Of(series)).Verdict.Should().Be(EvidenceVerdict.Supported);
    }

    [SharedDataFact(Folder + "r_reference_basic.json")]
    public void A_step_of_three_in_noise_is_as_in_R() => CheckReference("r_reference_basic.json");

    [SharedDataFact(Folder + "r_reference_covariates.json")]
    public void A_step_of_three_with_two_controls_is_as_in_R() => CheckReference("r_reference_covariates.json");

    [SharedDataFact(Folder + "r_reference_seasonal.json")]
    public void A_step_of_three_with_a_season_is_as_in_R() => CheckReference("r_reference_seasonal.json");

    [SharedDataFact(Folder + "r_reference_strong_effect.json")]
    public void A_step_of_eight_is_as_in_R() => CheckReference("r_reference_strong_effect.json");

    [SharedDataFact(Folder + "r_reference_no_effect.json")]
    public void No_step_is_no_effect_as_in_R()
    {
        var estimate = CheckReference("r_reference_no_effect.json");

        estimate.Low.Should().BeNegative();
        estimate.High.Should().BePositive();
    }

    private static Estimate CheckReference(string file)
    {
        var (input, average, low, high) = TestSeries.Reference(Folder + file);
        return Check(input, average, (high - low) / (2 * 1.959964), low, high);
    }

    private static Estimate Check(SeriesInput input, double average, double deviation, double low, double high)
    {
        var estimate = StructuralTimeSeries.Of(input)!;
        estimate.Average.Should().BeApproximately(average, 0.25 * deviation);
        estimate.StandardDeviation.Should().BeInRange(0.85 * deviation, 1.15 * deviation);
        estimate.Low.Should().BeApproximately(low, 0.35 * deviation);
        estimate.High.Should().BeApproximately(high, 0.35 * deviation);
        return estimate;
    }
}
