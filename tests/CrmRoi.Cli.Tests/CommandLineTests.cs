using System.Text.Json.Nodes;

namespace CrmRoi.Cli.Tests;

public sealed class CommandLineTests
{
    private const string Deals = "deal id,deal name,stage,created date,close date,amount\n1,A,Won,2026-01-05,2026-02-01,100\n2,B,Lost,2026-01-05,2026-02-30,50\n";

    [Fact]
    public async Task A_row_that_cannot_be_right_is_named_and_the_rest_goes_in()
    {
        using var program = new Crmroi();
        var file = program.Write("deals.csv", Deals);

        var result = await program.JsonAsync("import", file);

        result["files"]![0]!["new"]!.GetValue<int>().Should().Be(1);
        result["refusedRows"]![0]!.ToJsonString().Should().Contain("\"line\":3").And.Contain("\"column\":\"close date\"").And.Contain("\"value\":\"2026-02-30\"");
    }

    [Fact]
    public async Task Strict_ends_with_1_when_a_row_is_refused()
    {
        using var program = new Crmroi();
        var file = program.Write("deals.csv", Deals);

        var (exit, output, _) = await program.RunAsync("import", file, "--strict", "--json");

        exit.Should().Be(1);
        JsonNode.Parse(output)!["files"]![0]!["refused"]!.GetValue<int>().Should().Be(1);
    }

    [Fact]
    public async Task A_file_refused_whole_keeps_the_others_out_and_ends_with_1()
    {
        using var program = new Crmroi();
        var good = program.Write("deals.csv", Deals);
        var bad = program.Write("report.csv", "%PDF-1.7 …");

        var (exit, _, error) = await program.RunAsync("import", good, bad);
        var metrics = await program.JsonAsync("metrics", "--key", "deals-won");

        exit.Should().Be(1);
        error.Should().Contain("PDF");
        metrics["from"].Should().BeNull();
        ((decimal?)metrics["rows"]![0]!["values"]!["deals-won"]!["value"]).Should().BeNull();
    }

    [Fact]
    public async Task A_dry_run_stores_nothing()
    {
        using var program = new Crmroi();
        var file = program.Write("deals.csv", Deals);

        var dry = await program.JsonAsync("import", file, "--dry-run");
        var real = await program.JsonAsync("import", file);

        dry["files"]![0]!["new"]!.GetValue<int>().Should().Be(1);
        real["files"]![0]!["new"]!.GetValue<int>().Should().Be(1);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("import")]
    [InlineData("import", "missing.csv")]
    [InlineData("import", "x.csv", "--kind", "elephants")]
    [InlineData("metrics", "--by", "weather")]
    [InlineData("metrics", "--from", "yesterday")]
    [InlineData("metrics", "--key", "happiness")]
    [InlineData("roi")]
    public async Task Wrong_use_ends_with_2_and_says_why_on_standard_error_only(params string[] args)
    {
        using var program = new Crmroi();

        var (exit, output, error) = await program.RunAsync(args);

        exit.Should().Be(2);
        output.Should().BeEmpty();
        error.Should().NotBeNullOrWhiteSpace().And.NotContain("   at ");
    }

    [Fact]
    public async Task Cash_is_calculated_from_dated_amounts_with_or_without_a_header()
    {
        using var program = new Crmroi();
        var file = program.Write("cash.csv", "date,amount\n2025-01-01,-100\n2026-01-01,110\n");
        var bare = program.Write("bare.csv", "2025-01-01,-100\n2026-01-01,110\n");

        var (_, output, _) = await program.RunAsync("calc", "cash", file, "--rate", "0.1");
        var (_, same, _) = await program.RunAsync("calc", "cash", bare, "--rate", "0.1");

        var result = JsonNode.Parse(output)!;
        ((double)result["npv"]!).Should().BeApproximately(0, 1e-6);
        ((double)result["irr"]![0]!).Should().BeApproximately(0.1, 1e-9);
        same.Should().Be(output);
    }
}
