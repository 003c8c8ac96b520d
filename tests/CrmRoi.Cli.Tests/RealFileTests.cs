using System.Text.Json.Nodes;

namespace CrmRoi.Cli.Tests;

public sealed class RealFileTests
{
    [SharedFact]
    public async Task The_four_sales_files_give_every_published_figure()
    {
        using var program = new Crmroi();
        var folder = Crmroi.Shared("crm", "sales_opportunities")!;
        string[] files = ["sales_pipeline.csv", "accounts.csv", "products.csv", "sales_teams.csv"];
        var expected = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "expected.json")))!;

        var imported = await program.JsonAsync(["import", .. files.Select(file => Path.Combine(folder, file))]);
        var total = Rows(await program.JsonAsync("metrics"))["Total"];
        var months = Rows(await program.JsonAsync("metrics", "--by", "month"));
        var regions = Rows(await program.JsonAsync("metrics", "--by", "region"));
        var teams = Rows(await program.JsonAsync("metrics", "--by", "team"));

        imported["refusedRows"]!.AsArray().Should().BeEmpty();
        imported["files"]!.AsArray().Select(file => (string)file!["kind"]!).Should().Equal("deals", "customers", "products", "people");
        imported["files"]![0]!["warnings"]!.AsArray().Select(warning => (string)warning!["code"]!).Should().Contain(["product-spelling", "no-customer"]);
        imported["files"]![0]!["new"]!.GetValue<int>().Should().Be((int)expected["rows"]!);
        foreach (var (key, name) in new[]
        {
            ("deals-won", "won"), ("deals-lost", "lost"), ("open-deals", "open"), ("won-revenue", "won_revenue"), ("closing-rate", "win_rate_closed"),
            ("deal-size", "mean_won"), ("sales-cycle", "cycle_days_won_mean"), ("sales-cycle-won-median", "cycle_days_won_median"),
            ("sales-cycle-lost", "cycle_days_lost_mean"),
        })
        {
            Value(total, key).Should().BeApproximately((decimal)expected[name]!, 0.0005m, key);
        }

        Compare(months, "won-revenue", expected["won_revenue_by_month"]!);
        Compare(months, "deals-won", expected["won_by_month"]!);
        Compare(regions, "won-revenue", expected["won_revenue_by_region"]!);
        Compare(teams, "won-revenue", expected["won_revenue_by_team_manager"]!);
        Value(total, "calls").Should().BeNull();
    }

    [SharedFact]
    public async Task The_order_lines_give_as_many_orders_as_count_and_a_second_time_changes_nothing()
    {
        using var program = new Crmroi();
        var file = Crmroi.Shared("orders", "online_retail_cut.csv")!;
        var counted = File.ReadLines(file).Skip(1).Select(Cells)
            .Where(line => !line.Invoice.StartsWith('C') && line.Quantity > 0 && line.Price > 0).ToList();

        await program.JsonAsync("import", file);
        var total = Rows(await program.JsonAsync("metrics", "--key", "orders,order-revenue"))["Total"];
        var again = await program.JsonAsync("import", file);

        Value(total, "orders").Should().Be(counted.Select(line => line.Invoice).Distinct().Count());
        Value(total, "order-revenue").Should().Be(counted.Sum(line => line.Quantity * line.Price));
        var customers = Rows(await program.JsonAsync("metrics", "--key", "customers,new-customers,orders-per-customer,revenue-per-customer,repeat-rate"))["Total"];
        var expected = JsonNode.Parse(await File.ReadAllTextAsync(Crmroi.Shared("orders", "expected.json")!))!;
        Value(customers, "customers").Should().Be((int)expected["customers"]!);
        Value(customers, "new-customers").Should().Be((int)expected["customers"]!);
        ((decimal)customers["orders-per-customer"]!["numerator"]!).Should().Be((int)expected["invoices"]!);
        ((decimal)customers["revenue-per-customer"]!["numerator"]!).Should().Be((decimal)expected["revenue"]!);
        Value(customers, "repeat-rate").Should().BeApproximately((decimal)expected["repeat_customer_share"]!, 0.0000005m);
        var months = Rows(await program.JsonAsync("metrics", "--by", "month", "--key", "new-customers,revenue-per-customer"));
        Value(months["2010-12"], "new-customers").Should().Be((int)expected["cohort_2010_12_active_by_month"]![0]!);
        foreach (var (month, revenue) in expected["monthly_revenue"]!.AsObject())
        {
            ((decimal)months[month]["revenue-per-customer"]!["numerator"]!).Should().BeApproximately((decimal)revenue!, 0.005m);
        }

        again["files"]![0]!["new"]!.GetValue<int>().Should().Be(0);
        again["files"]![0]!["changed"]!.GetValue<int>().Should().Be(0);
    }

    // Descriptions hold commas: the columns that are needed are counted from both ends.
    private static (string Invoice, decimal Quantity, decimal Price) Cells(string line)
    {
        var cells = line.Split(',');
        return (cells[0], decimal.Parse(cells[^5], System.Globalization.CultureInfo.InvariantCulture), decimal.Parse(cells[^3], System.Globalization.CultureInfo.InvariantCulture));
    }

    private static Dictionary<string, JsonNode> Rows(JsonNode metrics) =>
        metrics["rows"]!.AsArray().ToDictionary(row => (string)row!["member"]!, row => row!["values"]!);

    private static decimal? Value(JsonNode values, string key) => (decimal?)values[key]!["value"];

    private static void Compare(Dictionary<string, JsonNode> rows, string key, JsonNode expected)
    {
        foreach (var (member, value) in expected.AsObject())
        {
            Value(rows[member], key).Should().Be((decimal)value!, "{0} of {1}", key, member);
        }
    }
}
