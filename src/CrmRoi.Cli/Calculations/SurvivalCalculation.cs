using System.CommandLine;
using CrmRoi.Metrics.Comparing;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Cli.Calculations;

/// <summary><c>calc survival FILE</c>: Kaplan–Meier curves and the log-rank test of anyone's times.</summary>
internal sealed class SurvivalCalculation(TextWriter output)
{
    private readonly Argument<string> file = new("FILE") { Description = "CSV with a time and an event in each line" };
    private readonly Option<string> time = new("--time") { Description = "The column of times, in any unit", Required = true };
    private readonly Option<string> ended = new("--event") { Description = "The column that is 1 where the event came and 0 where it was not seen", Required = true };
    private readonly Option<string?> by = new("--by") { Description = "The column of groups" };
    private readonly Option<decimal> level = new("--level") { Description = "The level of confidence", DefaultValueFactory = _ => 0.95m };

    public Command Build()
    {
        var command = new Command("survival", "Medians with intervals, curves and log-rank test of times") { file, time, ended, by, level };
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var confidence = parsed.GetValue(level);
        if (confidence is <= 0 or >= 1)
        {
            throw new WrongUseException("--level must be a fraction above 0 and below 1, such as 0.95.");
        }

        var content = await CalculationFile.ReadAsync(parsed.GetValue(file)!, cancellationToken);
        var times = TimesOf(content, parsed.GetValue(time)!);

        // Only the order of times matters, so each is known by its rank: fractions of a day are as good as days.
        var ranks = times.Distinct().Order().ToList();
        var groups = Groups(content, [.. times.Select(ranks.BinarySearch)], parsed);
        var test = groups.Count > 1 ? Survival.Test([.. groups.Select(group => group.Waits)]) : null;
        await output.WriteJsonAsync(new
        {
            groups = groups.Select(group => Written(group.Name, Survival.Of(group.Waits), ranks, confidence)),
            logRank = test is { } found ? new { chiSquare = found.ChiSquare, df = found.Freedom, p = found.Probability } : null,
        });
        return CommandLine.Done;
    }

    private List<(string Name, CohortSnapshot Waits)> Groups(CalculationFile content, IReadOnlyList<int> ages, ParseResult parsed)
    {
        var endings = EndingsOf(content, parsed.GetValue(ended)!);
        IReadOnlyList<string> names = parsed.GetValue(by) is { } column ? content.Texts(column) : [.. ages.Select(_ => "all")];
        return [.. names.Zip(ages.Zip(endings))
            .GroupBy(pair => pair.First, pair => pair.Second, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => (group.Key, CohortSnapshot.Of(group)))];
    }

    private static List<double> TimesOf(CalculationFile content, string column) => [.. content.Numbers(column).Zip(content.Rows, (value, row) =>
        value >= 0 ? value : throw new WrongUseException($"Line {row.Line}: a time in column '{column}' must not be below 0."))];

    private static List<Ending> EndingsOf(CalculationFile content, string column) => [.. content.Numbers(column).Zip(content.Rows, (value, row) => value switch
    {
        1 => Ending.Reached,
        0 => Ending.Open,
        _ => throw new WrongUseException($"Line {row.Line}: an event in column '{column}' must be 1 or 0."),
    })];

    private static object Written(string name, Survival survival, List<double> times, decimal level)
    {
        var median = survival.Median(level);
        return new
        {
            name,
            n = survival.Count,
            events = survival.Events,
            median = TimeOf(median.Value),
            low = TimeOf(median.Low),
            high = TimeOf(median.High),
            curve = survival.Steps.Select(step =>
            {
                var interval = step.Interval(level);
                return new { time = times[step.Age], atRisk = step.AtRisk, events = step.Events, survival = step.Share, low = interval?.Low, high = interval?.High };
            }),
        };

        double? TimeOf(decimal? rank) => rank is { } at ? times[(int)at] : null;
    }
}
