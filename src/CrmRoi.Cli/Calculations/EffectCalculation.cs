using System.CommandLine;
using CrmRoi.Metrics.Evidence;

namespace CrmRoi.Cli.Calculations;

/// <summary><c>calc effect FILE</c>: what happened to anyone's series at a go-live, against what would have happened.</summary>
internal sealed class EffectCalculation(TextWriter output)
{
    private readonly Argument<string> file = new("FILE") { Description = "CSV with a header and a row for each period, in the order of time" };
    private readonly Option<string> outcome = new("--outcome") { Description = "The column of the outcome", Required = true };
    private readonly Option<string?> controls = new("--controls") { Description = "Columns that the change did not touch, with commas between" };
    private readonly Option<int> preEnd = new("--pre-end")
    {
        Description = "The last row before the change: the first row under the header is 1",
        Required = true,
    };

    private readonly Option<int> season = new("--season") { Description = "After how many rows the season repeats; 1 for none", DefaultValueFactory = _ => 1 };
    private readonly Option<string> method = new("--method") { Description = "before-after, its or structural", Required = true };
    private readonly Option<bool> counts = new("--counts") { Description = "With its: the outcome is a count (Poisson)" };
    private readonly Option<double> levelPrior = new("--level-prior")
    {
        Description = "With structural: the prior guess at the level's steps, as a fraction of the outcome's standard deviation",
        DefaultValueFactory = _ => new StructuralSettings().LevelPrior,
    };

    private readonly Option<double> level = new("--level") { Description = "The level of the interval, as a fraction", DefaultValueFactory = _ => 0.95 };
    private readonly Option<int> seed = new("--seed") { Description = "What the random numbers start from", DefaultValueFactory = _ => 1 };

    public Command Build()
    {
        var effect = new Command("effect", "The effect of a change on one series, against what would have happened without it")
        {
            file, outcome, controls, preEnd, season, method, counts, levelPrior, level, seed,
        };
        effect.SetAction(RunAsync);
        return effect;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var estimate = MethodOf(parsed);
        var input = Read(await CalculationFile.ReadAsync(parsed.GetValue(file)!, cancellationToken), parsed);
        if (parsed.GetValue(counts) && input.Outcome.Any(count => count < 0))
        {
            throw new WrongUseException("A count is not negative.");
        }

        var found = estimate(input);
        var verdict = SeriesVerdict.Of(input, found, estimate);
        await output.WriteJsonAsync(new
        {
            average = found?.Average,
            cumulative = found?.Cumulative,
            relative = found?.Relative,
            sd = found?.StandardDeviation,
            low = found?.Low,
            high = found?.High,
            p = found?.TailProbability,
            diagnostics = (found?.Diagnostics ?? []).Concat(verdict.Diagnostics).ToDictionary(diagnostic => diagnostic.Key, diagnostic => diagnostic.Value),
            verdict = verdict.Verdict.ToString(),
            reasons = verdict.Doubts.Select(doubt => doubt.ToString()),
        });
        return CommandLine.Done;
    }

    private Func<SeriesInput, Estimate?> MethodOf(ParseResult parsed)
    {
        var settings = new StructuralSettings { LevelPrior = Within(parsed, levelPrior, prior => prior is > 0 and <= 1, "above 0 and at most 1") };
        return (parsed.GetValue(method), parsed.GetValue(counts)) switch
        {
            ("before-after", false) => BeforeAfter.Of,
            ("its", false) => InterruptedTimeSeries.Of,
            ("its", true) => InterruptedTimeSeries.OfCounts,
            ("structural", false) => input => StructuralTimeSeries.Of(input, settings),
            (_, true) => throw new WrongUseException("--counts goes with --method its only."),
            _ => throw new WrongUseException("--method must be before-after, its or structural."),
        };
    }

    private SeriesInput Read(CalculationFile content, ParseResult parsed)
    {
        var values = content.Numbers(parsed.GetValue(outcome)!);
        var names = (parsed.GetValue(controls) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return new()
        {
            Outcome = values,
            PrePeriods = Within(parsed, preEnd, row => row >= 1 && row < values.Count, $"a row from 1 to {values.Count - 1}: the file has {values.Count}"),
            Controls = [.. names.Select(name => new ControlSeries(name, content.Numbers(name)))],
            SeasonLength = Within(parsed, season, rows => rows is >= 1 and <= 400, "from 1 to 400"),
            Level = Within(parsed, level, share => share is > 0 and < 1, "above 0 and below 1"),
            Seed = parsed.GetValue(seed),
        };
    }

    private static T Within<T>(ParseResult parsed, Option<T> option, Predicate<T> isRight, string range)
    {
        var value = parsed.GetValue(option)!;
        return isRight(value) ? value : throw new WrongUseException($"{option.Name} must be {range}.");
    }
}
