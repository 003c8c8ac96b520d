using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace CrmRoi.Cli.Tests;

public sealed class LifetimeCalculationTests
{
    [Fact]
    public async Task Parameters_predictions_and_conventions_are_told_of_anyones_purchases()
    {
        using var program = new Crmroi();
        var file = program.Write("purchases.csv", Purchases());

        var (exit, output, error) = await program.RunAsync(
            "calc", "clv", file, "--customer", "who", "--date", "day", "--value", "amount", "--until", "2025-12-31", "--horizon", "26");

        exit.Should().Be(0, error);
        var result = JsonNode.Parse(output)!;
        ((int)result["customers"]!).Should().Be(120);
        ((double)result["bgNbd"]!["r"]!).Should().BePositive();
        ((double)result["bgNbd"]!["logLikelihood"]!).Should().BeNegative();
        ((double)result["gammaGamma"]!["q"]!).Should().BeGreaterThan(1);
        var predictions = result["predictions"]!.AsArray();
        predictions.Should().HaveCount(120);
        predictions.Sum(prediction => (double)prediction!["clv"]!).Should().BeApproximately((double)result["clvTotal"]!, 1e-6);
        var twice = predictions.Single(prediction => (string)prediction!["customer"]! == "twice")!;
        ((int)twice["frequency"]!).Should().Be(1, "two purchases on one day are one");
        ((double)twice["recency"]!).Should().Be(2);
        ((string)result["conventions"]!["timeUnit"]!).Should().Be("week");
    }

    [Fact]
    public async Task Customers_who_bought_once_each_are_refused_and_columns_that_are_not_there_are_wrong_use()
    {
        using var program = new Crmroi();
        var file = program.Write("once.csv", "who,day\n" + string.Concat(Enumerable.Range(1, 50).Select(i => $"c{i},2025-01-{1 + (i % 28):00}\n")));

        var (exit, output, _) = await program.RunAsync("calc", "clv", file, "--customer", "who", "--date", "day", "--until", "2025-12-31", "--horizon", "26");
        var (wrong, nothing, problem) = await program.RunAsync("calc", "clv", file, "--customer", "name", "--date", "day", "--until", "2025-12-31", "--horizon", "26");

        exit.Should().Be(1);
        var result = JsonNode.Parse(output)!;
        result["bgNbd"].Should().BeNull();
        result["clvTotal"].Should().BeNull();
        ((string)result["refusals"]!["bgNbd"]!).Should().Be("NoRepeatBuyers");
        wrong.Should().Be(2);
        nothing.Should().BeEmpty();
        problem.Should().Contain("no column 'name'");
    }

    // Customers who come back at a rate of their own, for a price about their own, until they leave with a chance of their own; the same ones each time.
    private static string Purchases()
    {
        var random = new Random(7);
        var text = new StringBuilder("who,day,amount\ntwice,2025-02-01,10\ntwice,2025-02-15,10\ntwice,2025-02-15,30\n");
        for (var i = 0; i < 119; i++)
        {
            var (day, pause, price) = (new DateOnly(2025, 1, 1).AddDays(random.Next(90)), 10 - (60 * Math.Log(random.NextDouble())), 20 - (40 * Math.Log(random.NextDouble())));
            var leaves = random.NextDouble() * random.NextDouble();
            do
            {
                text.Append(CultureInfo.InvariantCulture, $"c{i},{day:yyyy-MM-dd},{Math.Round(price * (0.2 - (0.8 * Math.Log(random.NextDouble()))), 2)}\n");
                day = day.AddDays(1 + (int)(-pause * Math.Log(random.NextDouble())));
            }
            while (random.NextDouble() > leaves && day.Year == 2025);
        }

        return text.ToString();
    }
}
