using System.CommandLine;
using CrmRoi.Import;
using CrmRoi.Metrics.Evidence;

namespace CrmRoi.Cli.Calculations;

/// <summary><c>calc synthetic FILE --unit COL --time COL --outcome COL --treated A,B --post-from T</c>: synthetic control.</summary>
internal sealed class SyntheticCalculation(TextWriter output)
{
    private readonly PanelOptions options = new();
    private readonly Option<string> treated = new("--treated") { Description = "The treated units, with commas between", Required = true };
    private readonly Option<string> postFrom = new("--post-from") { Description = "The first treated period: one of the periods, or its number counted from 1", Required = true };

    public Command Build()
    {
        var command = new Command("synthetic", "Synthetic control: untreated units weighted to go like the treated before")
        {
            options.File, options.Unit, options.Time, options.Outcome, treated, postFrom, options.Level, options.Seed,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var level = options.LevelOf(parsed);
        var file = await CalculationFile.ReadAsync(parsed.GetValue(options.File)!, cancellationToken);
        var content = new PanelFile(file, parsed.GetValue(options.Unit)!, parsed.GetValue(options.Time)!, parsed.GetValue(options.Outcome)!);
        var result = SyntheticControl.Of(Read(content, parsed), level, parsed.GetValue(options.Seed));
        var estimate = result.Estimate;
        await output.WriteJsonAsync(new
        {
            att = estimate?.Average,
            incremental = estimate?.Cumulative,
            relative = estimate?.Relative,
            l2 = result.L2,
            scaledL2 = result.ScaledL2,
            sd = estimate?.StandardDeviation,
            low = estimate?.Low,
            high = estimate?.High,
            p = estimate?.TailProbability,
            placeboP = result.PlaceboP,
            level,
            weights = result.Weights.ToDictionary(weight => weight.Donor, weight => weight.Weight),
            withoutDonor = result.WithoutDonor.ToDictionary(one => one.Donor, one => one.Average),
            diagnostics = (estimate?.Diagnostics ?? []).ToDictionary(diagnostic => diagnostic.Key, diagnostic => diagnostic.Value),
            verdict = result.Verdict.Verdict.ToString(),
            reasons = result.Verdict.Reasons.Select(reason => reason.ToString()),
        });
        return CommandLine.Done;
    }

    private Panel Read(PanelFile content, ParseResult parsed)
    {
        var names = parsed.GetValue(treated)!.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (names.FirstOrDefault(name => !content.Units.Contains(name, StringComparer.OrdinalIgnoreCase)) is { } unknown)
        {
            throw new WrongUseException($"The file has no unit '{unknown}'.");
        }

        var from = content.StartOf(parsed.GetValue(postFrom)!);
        if (from is not > 0)
        {
            throw new WrongUseException("--post-from must be a period of the file, and not its first.");
        }

        return names.Count == 0
            ? throw new WrongUseException("--treated must name at least one unit.")
            : content.With(unit => names.Contains(unit) ? from : null);
    }
}
