using System.Globalization;
using System.Text.Json.Nodes;

namespace CrmRoi.Cli.Tests;

public sealed class EffectCalculationTests
{
    private static readonly string[] Methods = ["before-after", "its", "structural"];

    [Fact]
    public async Task Every_method_finds_a_step_of_ten_and_says_so_with_all_keys()
    {
        using var program = new Crmroi();
        var file = program.Write("series.csv", Series(24, 12, step: 10));

        foreach (var method in Methods)
        {
            var effect = await RunAsync(program, file, "--outcome", "sales", "--controls", "market", "--pre-end", "24", "--method", method);

            effect["average"]!.GetValue<double>().Should().BeApproximately(10, 1.5, method);
            effect["cumulative"]!.GetValue<double>().Should().BeApproximately(12 * effect["average"]!.GetValue<double>(), 1e-9);
            effect["low"]!.GetValue<double>().Should().BeLessThan(10).And.BePositive();
            effect["p"]!.GetValue<double>().Should().BeLessThan(0.01);
            effect["verdict"]!.GetValue<string>().Should().Be("Supported", $"{method}: {effect}");
            effect.AsObject().Select(pair => pair.Key).Should().Contain(["relative", "sd", "high", "diagnostics"]);
        }
    }

    [Fact]
    public async Task The_same_seed_prints_the_same_figures()
    {
        using var program = new Crmroi();
        var file = program.Write("series.csv", Series(24, 12, step: 0));
        string[] args = ["calc", "effect", file, "--outcome", "sales", "--pre-end", "24", "--season", "12", "--method", "structural", "--seed", "5"];

        var (once, again) = (await program.RunAsync(args), await program.RunAsync(args));

        once.Exit.Should().Be(0, once.Error);
        again.Output.Should().Be(once.Output);
        JsonNode.Parse(once.Output)!["verdict"]!.GetValue<string>().Should().Be("Inconclusive");
    }

    [Fact]
    public async Task A_series_that_is_too_short_has_a_verdict_and_no_error()
    {
        using var program = new Crmroi();
        var file = program.Write("series.csv", "y\n5\n5\n5\n5\n");

        var effect = await RunAsync(program, file, "--outcome", "y", "--pre-end", "2", "--method", "structural");

        effect["average"].Should().BeNull();
        effect["verdict"]!.GetValue<string>().Should().Be("NotEnoughData");
    }

    [Theory]
    [InlineData("has no column 'profit'", "--outcome", "profit", "--pre-end", "24", "--method", "its")]
    [InlineData("has no column 'rain'", "--outcome", "sales", "--controls", "market,rain", "--pre-end", "24", "--method", "its")]
    [InlineData("--pre-end must be a row from 1 to 35", "--outcome", "sales", "--pre-end", "36", "--method", "its")]
    [InlineData("--pre-end must be a row from 1 to 35", "--outcome", "sales", "--pre-end", "0", "--method", "its")]
    [InlineData("--method must be", "--outcome", "sales", "--pre-end", "24", "--method", "magic")]
    [InlineData("--level must be", "--outcome", "sales", "--pre-end", "24", "--method", "its", "--level", "95")]
    [InlineData("--pre-end", "--outcome", "sales", "--method", "its")]
    public async Task Wrong_use_is_said_in_a_sentence_and_ends_with_2(string sentence, params string[] options)
    {
        using var program = new Crmroi();
        var file = program.Write("series.csv", Series(24, 12, step: 10));

        var (exit, output, error) = await program.RunAsync(["calc", "effect", file, .. options]);

        (exit, output).Should().Be((2, ""));
        error.Should().Contain(sentence);
    }

    [SharedFact]
    public async Task Googles_series_gives_what_R_gives()
    {
        using var program = new Crmroi();
        var file = Crmroi.Shared("oracle", "causal", "google_data.csv")!;

        var effect = await RunAsync(program, file, "--outcome", "y", "--controls", "x1,x2", "--pre-end", "61", "--method", "structural");

        effect["average"]!.GetValue<double>().Should().BeApproximately(27.11, 0.25 * 4.345);
        effect["sd"]!.GetValue<double>().Should().BeApproximately(4.345, 0.15 * 4.345);
        effect["low"]!.GetValue<double>().Should().BeApproximately(18.49, 0.35 * 4.345);
        effect["high"]!.GetValue<double>().Should().BeApproximately(35.63, 0.35 * 4.345);
    }

    private static async Task<JsonNode> RunAsync(Crmroi program, string file, params string[] options)
    {
        var (exit, output, error) = await program.RunAsync(["calc", "effect", file, .. options]);
        exit.Should().Be(0, error);
        return JsonNode.Parse(output)!;
    }

    // Sales are a constant and a tenth of the market, with a ripple that repeats in no season.
    private static string Series(int before, int after, double step) => "month,sales,market\n" + string.Concat(Enumerable.Range(0, before + after).Select(t =>
    {
        var market = 200 + (10 * Math.Sin(1.7 * t));
        var sales = 80 + (market / 10) + Math.Sin((t * t * 1.3) + 1) + (t >= before ? step : 0);
        return string.Create(CultureInfo.InvariantCulture, $"{t + 1},{sales},{market}\n");
    }));
}
