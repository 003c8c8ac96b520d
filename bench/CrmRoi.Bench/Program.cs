using System.Globalization;
using System.Text.Json;
using CrmRoi.Bench;

// ./script/bench [--quick] [--database NAME] [--only NAME] [--rows N] [--json]
if (args is [LoadClient.Switch, _, _, _])
{
    return await LoadClient.RunAsync(args);
}

if (args is [ReportBench.Switch, var rest, var folder, var password])
{
    return await ReportBench.FirstAsync(int.Parse(rest, CultureInfo.InvariantCulture), folder, password);
}

var options = BenchOptions.Parse(args);
if (options is null)
{
    await Console.Error.WriteLineAsync("Usage: script/bench [--quick] [--database Sqlite] [--only NAME] [--rows N] [--json]");
    return 2;
}

var figures = new List<BenchFigure>();
foreach (var bench in Benches.All.Where(bench => options.Only is null || bench.Name.StartsWith(options.Only, StringComparison.Ordinal)))
{
    await Console.Error.WriteLineAsync($"{bench.Name} …");
    figures.AddRange(await bench.RunAsync(options));
}

if (options.IsJson)
{
    Console.WriteLine(JsonSerializer.Serialize(figures, JsonSerializerOptions.Web));
}
else
{
    foreach (var figure in figures)
    {
        Console.WriteLine(figure.ToString());
    }
}

return figures.Count == 0 ? 2 : 0;

namespace CrmRoi.Bench
{
    /// <summary>What is measured, and how much of it.</summary>
    internal sealed record BenchOptions(bool IsQuick, string? Only, bool IsJson)
    {
        /// <summary>How many rows an import has, where somebody says: ten million take a while.</summary>
        public int? Rows { get; init; }

        public static BenchOptions? Parse(string[] args)
        {
            var options = new BenchOptions(false, null, false);
            for (var i = 0; i < args.Length; i++)
            {
                switch (args[i])
                {
                    case "--quick": options = options with { IsQuick = true }; break;
                    case "--json": options = options with { IsJson = true }; break;
                    case "--only" when i + 1 < args.Length: options = options with { Only = args[++i] }; break;
                    case "--rows" when i + 1 < args.Length && int.TryParse(args[i + 1], CultureInfo.InvariantCulture, out var rows) && rows > 0:
                        options = options with { Rows = rows };
                        i++;
                        break;
                    case "--database" when i + 1 < args.Length && args[++i] == "Sqlite": break;
                    default: return null;
                }
            }

            return options;
        }
    }

    /// <summary>One measured figure: ours, the other side of the ratio, and the goal where there is one.</summary>
    internal sealed record BenchFigure(string Name, double Ours, double? Other, string Unit, double? Ratio, string? Goal, bool? Met)
    {
        /// <summary>Two sides that ran in turn: medians, and the median of the ratios pair by pair.</summary>
        /// <param name="name">What was measured.</param>
        /// <param name="pairs">Ours and the other side, by round.</param>
        /// <param name="unit">The unit of both.</param>
        /// <param name="atMost">The goal: the ratio is at most that.</param>
        public static BenchFigure Of(string name, IReadOnlyList<(double Ours, double Other)> pairs, string unit, double? atMost)
        {
            var ratio = Median(pairs.Select(pair => pair.Ours / pair.Other));
            var goal = atMost is { } most ? string.Create(CultureInfo.InvariantCulture, $"<= {most}") : null;
            return new(name, Median(pairs.Select(pair => pair.Ours)), Median(pairs.Select(pair => pair.Other)), unit, ratio, goal, atMost is null ? null : ratio <= atMost);
        }

        public static double Median(IEnumerable<double> values)
        {
            var sorted = values.Order().ToArray();
            return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
        }

        public override string ToString() => string.Create(
            CultureInfo.InvariantCulture,
            $"{Name,-44} {Ours,9:0.###} {Unit,-4} other {Other,9:0.###} ratio {Ratio,7:0.##} goal {Goal ?? "none",-7} {(Met is { } met ? met ? "met" : "NOT MET" : "")}");
    }

    internal sealed record Bench(string Name, Func<BenchOptions, Task<IEnumerable<BenchFigure>>> RunAsync);

    internal static class Benches
    {
        public static readonly IReadOnlyList<Bench> All =
        [
            new("overview", OverviewBench.RunAsync),
            new("pages", PagesBench.RunAsync),
            new("import", ImportBench.RunAsync),
            new("start", StartBench.RunAsync),
            new("truth", TruthBench.RunAsync),
            new("evidence", EvidenceBench.RunAsync),
            new("money", MoneyBench.RunAsync),
            new("report", ReportBench.RunAsync),
        ];
    }
}
