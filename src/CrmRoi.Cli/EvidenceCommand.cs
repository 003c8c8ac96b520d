using System.CommandLine;
using System.Globalization;
using CrmRoi.Data;
using CrmRoi.Metrics.Evidence;
using Microsoft.Extensions.DependencyInjection;

namespace CrmRoi.Cli;

/// <summary><c>evidence</c>: what would have happened without the CRM, by every method. Reckons and keeps what is missing or out of date.</summary>
internal sealed class EvidenceCommand(TextWriter output, TextWriter error)
{
    private readonly Option<string?> programme = new("--programme") { Description = "Whose evidence; the only one unless told otherwise" };
    private readonly Option<string?> metric = new("--metric") { Description = "Of one subject only: sales-margin, or the key of a metric with a value by month" };
    private readonly Option<bool> json = new("--json") { Description = "Write JSON" };

    public Command Build()
    {
        var command = new Command("evidence", "Show what the CRM did against what would have happened without it") { programme, metric, json };
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var subjects = SubjectsOf(parsed.GetValue(metric));
        await using var scope = await Database.OpenAsync(cancellationToken);
        var reckoned = await scope.ServiceProvider.GetRequiredService<EvidenceStore>().BringUpToDateAsync(subjects, cancellationToken);
        await error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{reckoned} reckoned anew"));
        var figures = await scope.ServiceProvider.GetRequiredService<FigureStore>().LoadAsync(cancellationToken);
        var chosen = figures.ProgrammeOf(parsed.GetValue(programme));
        var found = subjects.Select(subject => figures.EvidenceOf(chosen, subject)).OfType<ProgrammeEvidence>().ToList();
        await (parsed.GetValue(json)
            ? output.WriteJsonAsync(new { programme = chosen.Name, until = found.Count == 0 ? null : found[0].Until.ToString(), subjects = found.Select(JsonOf) })
            : TableAsync(chosen.Name, found));
        return CommandLine.Done;
    }

    private static IReadOnlyList<EvidenceSubject> SubjectsOf(string? key) => key is null ? EvidenceSubject.Usual
        : EvidenceSubject.Find(key) is { } subject ? [subject]
        : throw new WrongUseException($"'{key}' is not sales-margin, nor the key of a metric with a value by month.");

    private static object JsonOf(ProgrammeEvidence evidence) => new
    {
        subject = evidence.Subject.Key,
        verdict = evidence.Verdict.ToString(),
        official = evidence.Official?.Method.ToString(),
        rule = evidence.Rule.ToString(),
        reasons = evidence.Reasons.Select(reason => reason.ToString()),
        methods = evidence.Methods.Select(JsonOf),
        causes = evidence.Causes.Select(cause => new { name = cause.Cause.Name, from = cause.Cause.From.ToString(), without = cause.Without, with = cause.With }),
    };

    private static object JsonOf(MethodEvidence method) => new
    {
        method = method.Method.ToString(),
        verdict = method.Verdict.ToString(),
        reasons = method.Reasons.Select(reason => reason.ToString()),
        months = method.Estimate?.Periods,
        level = method.Estimate?.Level,
        average = method.Estimate?.Average,
        low = method.Estimate?.Low,
        high = method.Estimate?.High,
        cumulative = method.Estimate?.Cumulative,
        relative = method.Estimate?.Relative,
        sd = method.Estimate?.StandardDeviation,
        p = method.Estimate?.TailProbability,
        diagnostics = method.Estimate?.Diagnostics.ToDictionary(diagnostic => diagnostic.Key, diagnostic => diagnostic.Value),
    };

    private async Task TableAsync(string name, List<ProgrammeEvidence> found)
    {
        var table = Tables.Of(name, "Method", "A month", "Low", "High", "In all", "Verdict");
        foreach (var (evidence, method) in found.SelectMany(evidence => evidence.Methods.Select(method => (evidence, method))))
        {
            var isOfficial = evidence.Official?.Method == method.Method;
            table.Add(
                evidence.Subject.Key,
                method.Method + (isOfficial ? " (official)" : ""),
                Number(method.Estimate?.Average),
                Number(method.Estimate?.Low),
                Number(method.Estimate?.High),
                Number(method.Estimate?.Cumulative),
                method.Verdict + (method.Reasons.Count == 0 ? "" : $" ({string.Join(", ", method.Reasons)})"));
        }

        Tables.Console(output).Write(table);
        await output.FlushAsync();
    }

    private static string Number(double? value) => value is { } known ? known.ToString(Math.Abs(known) < 100 ? "0.0000" : "N0", CultureInfo.InvariantCulture) : "—";
}
