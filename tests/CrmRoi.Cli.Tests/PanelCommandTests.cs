using System.Globalization;

namespace CrmRoi.Cli.Tests;

public sealed class PanelCommandTests
{
    private static string Staggered => "team,month,margin,live\n" + string.Concat(
        from team in Enumerable.Range(0, 8)
        from month in Enumerable.Range(1, 6)
        let live = team < 3 ? 3 : team < 5 ? 5 : (int?)null
        select string.Create(CultureInfo.InvariantCulture, $"T{team},{month},{(10 * team) + month + (team * month % 3) + (month >= live ? 7 : 0)},{live}\n"));

    [Fact]
    public async Task Differences_are_told_with_their_event_study()
    {
        using var program = new Crmroi();

        var result = await RunAsync(program, "did", "--unit", "team", "--time", "month", "--outcome", "margin", "--treated-from", "live");

        result["average"]!.GetValue<double>().Should().BeInRange(5, 9);
        result["eventStudy"]!.AsArray().Select(point => point!["at"]!.GetValue<int>()).Should().Equal(-4, -3, -2, 0, 1, 2, 3);
        result["preTrends"]!["p"]!.GetValue<double>().Should().BeInRange(0, 1);
        result["cumulative"]!.GetValue<double>().Should().BeApproximately(16 * result["average"]!.GetValue<double>(), 1e-6);
        result["groupTimes"]!.AsArray().Select(cell => cell!["group"]!.GetValue<string>()).Distinct().Should().Equal("3", "5");
    }

    [Fact]
    public async Task A_synthetic_control_is_told_with_its_weights()
    {
        using var program = new Crmroi();

        var result = await RunAsync(program, "synthetic", "--unit", "team", "--time", "month", "--outcome", "margin", "--treated", "T0,T1", "--post-from", "4");

        result["weights"]!.AsObject().Sum(weight => weight.Value!.GetValue<double>()).Should().BeApproximately(1, 1e-9);
        result["weights"]!.AsObject().Should().NotContainKey("T0");
        result["incremental"]!.GetValue<double>().Should().BeApproximately(6 * result["att"]!.GetValue<double>(), 1e-9);
    }

    [Theory]
    [InlineData("did", "--unit", "nobody", "--time", "month", "--outcome", "margin", "--treated-from", "live")]
    [InlineData("did", "--unit", "team", "--time", "month", "--outcome", "team", "--treated-from", "live")]
    [InlineData("did", "--unit", "team", "--time", "month", "--outcome", "margin", "--treated-from", "live", "--level", "95")]
    [InlineData("synthetic", "--unit", "team", "--time", "month", "--outcome", "margin", "--treated", "Nobody", "--post-from", "4")]
    [InlineData("synthetic", "--unit", "team", "--time", "month", "--outcome", "margin", "--treated", "T0", "--post-from", "99")]
    public async Task Wrong_columns_and_values_are_wrong_use(string verb, params string[] options)
    {
        using var program = new Crmroi();
        var file = program.Write("panel.csv", Staggered);

        var (exit, output, error) = await program.RunAsync(["calc", verb, file, .. options]);

        (exit, output).Should().Be((2, ""));
        error.Should().NotBeEmpty();
    }

    private static async Task<System.Text.Json.Nodes.JsonNode> RunAsync(Crmroi program, string verb, params string[] options)
    {
        var (exit, output, error) = await program.RunAsync(["calc", verb, program.Write("panel.csv", Staggered), .. options]);
        exit.Should().Be(0, error);
        return System.Text.Json.Nodes.JsonNode.Parse(output)!;
    }
}
