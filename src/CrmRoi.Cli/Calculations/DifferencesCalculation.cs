using System.CommandLine;
using CrmRoi.Import;
using CrmRoi.Metrics.Evidence;

namespace CrmRoi.Cli.Calculations;

/// <summary><c>calc did FILE --unit COL --time COL --outcome COL --treated-from COL</c>: difference-in-differences for staggered treatments.</summary>
internal sealed class DifferencesCalculation(TextWriter output)
{
    private readonly PanelOptions options = new();
    private readonly Option<string> treatedFrom = new("--treated-from") { Description = "The column of a unit's first treated period; empty for never", Required = true };

    public Command Build()
    {
        var command = new Command("did", "Difference-in-differences for treatments that began at different times")
        {
            options.File, options.Unit, options.Time, options.Outcome, treatedFrom, options.Level, options.Seed,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var level = options.LevelOf(parsed);
        var file = await CalculationFile.ReadAsync(parsed.GetValue(options.File)!, cancellationToken);
        var content = new PanelFile(file, parsed.GetValue(options.Unit)!, parsed.GetValue(options.Time)!, parsed.GetValue(options.Outcome)!);
        var result = DifferenceInDifferences.Of(Read(file, content, parsed), level, parsed.GetValue(options.Seed));
        var estimate = result.Estimate;
        await output.WriteJsonAsync(new
        {
            average = result.Average,
            cumulative = estimate?.Cumulative,
            relative = estimate?.Relative,
            sd = estimate?.StandardDeviation,
            low = estimate?.Low,
            high = estimate?.High,
            p = estimate?.TailProbability,
            level,
            identified = result.Identified,
            groupTimes = result.GroupTimes.Select(cell => new
            {
                group = content.Times[cell.Group],
                time = content.Times[cell.Period],
                effect = cell.Effect,
                sd = cell.StandardError,
                treated = cell.Treated,
                controls = cell.Controls,
            }),
            eventStudy = result.EventStudy.Select(Written),
            groups = result.Groups.Select(point => new { group = content.Times[point.At], effect = point.Effect, sd = point.StandardError, low = point.Low, high = point.High }),
            calendar = result.Calendar.Select(point => new { time = content.Times[point.At], effect = point.Effect, sd = point.StandardError, low = point.Low, high = point.High }),
            preTrends = result.PreTrends is { } test ? new { points = test.Points, largest = test.Largest, p = test.P } : null,
            diagnostics = (estimate?.Diagnostics ?? []).ToDictionary(diagnostic => diagnostic.Key, diagnostic => diagnostic.Value),
            verdict = result.Verdict.Verdict.ToString(),
            reasons = result.Verdict.Reasons.Select(reason => reason.ToString()),
        });
        return CommandLine.Done;
    }

    private static object Written(EffectAt point) => new
    {
        at = point.At,
        effect = point.Effect,
        sd = point.StandardError,
        low = point.Low,
        high = point.High,
        bandLow = point.BandLow,
        bandHigh = point.BandHigh,
    };

    private Panel Read(CalculationFile file, PanelFile content, ParseResult parsed)
    {
        var column = parsed.GetValue(treatedFrom)!;
        var stated = file.Texts(parsed.GetValue(options.Unit)!).Zip(file.Texts(column)).ToLookup(row => row.First, row => row.Second);
        return content.With(name => stated[name].Distinct().ToList() switch
        {
            [var one] => IsNever(one) || (one == "0" && content.BeginsAboveZero) ? null : content.PeriodOf(one),
            _ => throw new WrongUseException($"Column '{column}' says different things of '{name}'."),
        });
    }

    // Other programs write a unit that is never treated as an empty cell, NA, Inf, or 0 where periods begin above it.
    private static bool IsNever(string text) => text.Length == 0
        || text.ToUpperInvariant() is "NA" or "NAN" or "NULL" or "NONE" or "NEVER" or "INF" or "INFINITY";
}
