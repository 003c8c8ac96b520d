using System.Text.Json.Nodes;

namespace CrmRoi.Cli.Tests;

public sealed class MarketingCalculationTests
{
    private const string Paths = "path,sold,worth,not\nc1 > c2 > c3,1,300,0\nc1,0,0,1\nc2 > c3,0,0,1\n";

    [Fact]
    public async Task Markov_credits_the_published_example()
    {
        using var program = new Crmroi();
        var file = program.Write("paths.csv", Paths);

        var (exit, output, error) = await program.RunAsync("calc", "attribution", file, "--path", "path", "--conversions", "sold", "--value", "worth", "--null", "not", "--model", "markov");

        exit.Should().Be(0, error);
        var channels = JsonNode.Parse(output)!["channels"]!.AsArray();
        channels.Select(channel => (string)channel!["name"]!).Should().Equal("c1", "c2", "c3");
        channels.Select(channel => (double)channel!["removalEffect"]!).Should().Equal([0.5, 1, 1], Near);
        channels.Select(channel => (double)channel!["conversions"]!).Should().Equal([0.2, 0.4, 0.4], Near);
        channels.Select(channel => (double)channel!["value"]!).Should().Equal([60.0, 120, 120], Near);
    }

    [Theory]
    [InlineData("first", 1, 0, 0)]
    [InlineData("last", 0, 0, 1)]
    [InlineData("linear", 0.333333333, 0.333333333, 0.333333333)]
    [InlineData("position", 0.4, 0.2, 0.4)]
    public async Task Rules_credit_each_path(string model, double first, double second, double third)
    {
        using var program = new Crmroi();
        var file = program.Write("paths.csv", Paths);

        var (_, output, _) = await program.RunAsync("calc", "attribution", file, "--path", "path", "--conversions", "sold", "--model", model);

        var channels = JsonNode.Parse(output)!["channels"]!.AsArray();
        channels.Select(channel => (double)channel!["conversions"]!).Should().Equal([first, second, third], Near);
        channels.Should().OnlyContain(channel => channel!["value"] == null && channel["removalEffect"] == null);
    }

    [Theory]
    [InlineData("--path", "route", "no column 'route'")]
    [InlineData("--conversions", "path", "Line 2")]
    public async Task A_wrong_column_is_wrong_use(string option, string column, string sentence)
    {
        using var program = new Crmroi();
        var file = program.Write("paths.csv", Paths);
        var options = new Dictionary<string, string> { ["--path"] = "path", ["--conversions"] = "sold", [option] = column };

        var (exit, output, error) = await program.RunAsync(["calc", "attribution", file, "--model", "linear", .. options.SelectMany(pair => new[] { pair.Key, pair.Value })]);

        (exit, output).Should().Be((2, ""));
        error.Should().Contain(sentence);
    }

    [Fact]
    public async Task Survival_says_nothing_where_nothing_can_be_said()
    {
        using var program = new Crmroi();
        var file = program.Write("times.csv", "days,seen\n5.5,1\n6,0\n6,0\n");

        var (exit, output, error) = await program.RunAsync("calc", "survival", file, "--time", "days", "--event", "seen");

        exit.Should().Be(0, error);
        var result = JsonNode.Parse(output)!;
        var group = result["groups"]!.AsArray().Should().ContainSingle().Subject!;
        ((int)group["n"]!, (int)group["events"]!).Should().Be((3, 1));
        group["median"].Should().BeNull();
        group["high"].Should().BeNull();
        ((double)group["curve"]![0]!["time"]!).Should().Be(5.5);
        ((double)group["curve"]![0]!["survival"]!).Should().BeApproximately(2.0 / 3, 1e-12);
        result["logRank"].Should().BeNull();
    }

    [Fact]
    public async Task An_event_is_one_or_zero()
    {
        using var program = new Crmroi();
        var file = program.Write("times.csv", "days,seen\n5,1\n6,2\n");

        var (exit, _, error) = await program.RunAsync("calc", "survival", file, "--time", "days", "--event", "seen");

        exit.Should().Be(2);
        error.Should().Contain("Line 3");
    }

    [SharedFact]
    public async Task Waltons_medians_and_log_rank_come_out()
    {
        using var program = new Crmroi();
        var file = Crmroi.Shared("oracle", "survival", "waltons_dataset.csv")!;

        var (exit, output, error) = await program.RunAsync("calc", "survival", file, "--time", "T", "--event", "E", "--by", "group");

        exit.Should().Be(0, error);
        var result = JsonNode.Parse(output)!;
        result["groups"]!.AsArray().Select(group => ((string)group!["name"]!, (int)group["median"]!, (int)group["low"]!, (int)group["high"]!))
            .Should().Equal(("control", 58, 56, 60), ("miR-137", 26, 19, 29));
        ((double)result["logRank"]!["chiSquare"]!).Should().BeApproximately(122.2491, 0.00005);
        ((int)result["logRank"]!["df"]!).Should().Be(1);
    }

    private static bool Near(double actual, double expected) => Math.Abs(actual - expected) < 1e-8;
}
