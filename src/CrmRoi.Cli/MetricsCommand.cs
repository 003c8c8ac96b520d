using System.CommandLine;
using System.Globalization;
using CrmRoi.Data;
using CrmRoi.Metrics;
using CrmRoi.Metrics.Catalogue;
using CrmRoi.Metrics.Snapshots;
using Microsoft.Extensions.DependencyInjection;

namespace CrmRoi.Cli;

/// <summary><c>metrics</c>: every metric of a window, in all or by a dimension.</summary>
internal sealed class MetricsCommand(TextWriter output)
{
    private const string ByMonth = "month";
    private static readonly Dimensions[] Single =
        [Dimensions.Rep, Dimensions.Team, Dimensions.Region, Dimensions.Segment, Dimensions.Channel, Dimensions.Campaign, Dimensions.Product];

    private readonly Option<string?> programme = new("--programme") { Description = "The programme whose currency is written" };
    private readonly Option<string?> from = new("--from") { Description = "The first month, as 2026-01; the first that has figures unless told otherwise" };
    private readonly Option<string?> to = new("--to") { Description = "The last month, included" };
    private readonly Option<string?> by = new("--by") { Description = "What a row stands for; the total unless told otherwise" };
    private readonly Option<string?> key = new("--key") { Description = "Only these metrics, parted by commas" };
    private readonly Option<bool> json = new("--json") { Description = "Write JSON" };

    public Command Build()
    {
        by.AcceptOnlyFromAmong([ByMonth, .. Single.Select(dimension => dimension.ToString().ToLowerInvariant())]);
        var command = new Command("metrics", "Show the metrics") { programme, from, to, by, key, json };
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var metrics = MetricsOf(parsed.GetValue(key));
        await using var scope = await Database.OpenAsync(cancellationToken);
        var figures = await scope.ServiceProvider.GetRequiredService<FigureStore>().LoadAsync(cancellationToken);
        var currency = parsed.GetValue(programme) is { } name ? figures.ProgrammeOf(name).Currency : figures.Company.Currency;
        var cube = figures.Cube;
        var window = new Window(MonthOf(parsed.GetValue(from), "--from") ?? cube.Horizon.From, MonthOf(parsed.GetValue(to), "--to") ?? cube.Horizon.To);
        if (window.IsEmpty && (parsed.GetValue(from) ?? parsed.GetValue(to)) is not null)
        {
            throw new WrongUseException("--from lies after --to.");
        }

        var rows = Rows(cube, window, parsed.GetValue(by)).Select(row => new
        {
            row.Member,
            Values = metrics.ToDictionary(metric => metric.Key, metric => row.Read(metric)),
        }).ToList();
        if (parsed.GetValue(json))
        {
            await output.WriteJsonAsync(new
            {
                from = window.IsEmpty ? null : window.From.ToString(),
                to = window.IsEmpty ? null : window.To.ToString(),
                currency,
                by = parsed.GetValue(by),
                rows,
            });
            return CommandLine.Done;
        }

        var table = Tables.Of(["Metric", .. rows.Select(row => row.Member)]);
        foreach (var metric in metrics)
        {
            table.Add([metric.Name, .. rows.Select(row => Text(metric, row.Values[metric.Key].Value, currency))]);
        }

        Tables.Console(output).Write(table);
        return CommandLine.Done;
    }

    private static IEnumerable<(string Member, Func<Metric, Reading> Read)> Rows(SnapshotCube cube, Window window, string? by)
    {
        if (by is null)
        {
            return [("Total", metric => cube.Read(metric, window, Filter.None))];
        }

        if (by == ByMonth)
        {
            return window.Months.Select(month => (month.ToString(), new Func<Metric, Reading>(metric => cube.Read(metric, new Window(month, month), Filter.None))));
        }

        var dimension = Enum.Parse<Dimensions>(by, ignoreCase: true);
        return cube.Members(dimension).Select(member =>
            (member, new Func<Metric, Reading>(metric => cube.Read(metric, window, Filter.None.With(dimension, member)))));
    }

    private static IReadOnlyList<Metric> MetricsOf(string? keys) => keys is null
        ? MetricCatalogue.All
        : [.. keys.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(key => MetricCatalogue.TryFind(key, out var metric) ? metric : throw new WrongUseException($"There is no metric '{key}'."))];

    private static Month? MonthOf(string? text, string option) => text is null ? null
        : Month.TryParse(text, out var month) ? month
        : throw new WrongUseException($"{option} must be a month such as 2026-01, not '{text}'.");

    private static string Text(Metric metric, decimal? value, string currency) => value is not { } known ? "—" : metric.Unit switch
    {
        Unit.Share => string.Create(CultureInfo.InvariantCulture, $"{known * 100:N1} %"),
        Unit.Money => string.Create(CultureInfo.InvariantCulture, $"{known:N0} {currency}"),
        Unit.Count => string.Create(CultureInfo.InvariantCulture, $"{known:N0}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{known:N1}"),
    };
}
