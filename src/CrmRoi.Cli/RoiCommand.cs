using System.CommandLine;
using System.Globalization;
using CrmRoi.Data;
using CrmRoi.Metrics.Evidence;
using CrmRoi.Metrics.Return;
using Microsoft.Extensions.DependencyInjection;

namespace CrmRoi.Cli;

/// <summary><c>roi</c>: whether a programme paid.</summary>
internal sealed class RoiCommand(TextWriter output)
{
    private readonly Option<string?> programme = new("--programme") { Description = "Whose return; the only one unless told otherwise" };
    private readonly Option<bool> json = new("--json") { Description = "Write JSON" };

    public Command Build()
    {
        var command = new Command("roi", "Show whether the CRM paid") { programme, json };
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var scope = await Database.OpenAsync(cancellationToken);
        await scope.ServiceProvider.GetRequiredService<EvidenceStore>().BringUpToDateAsync(EvidenceSubject.OfReturn, cancellationToken);
        var figures = await scope.ServiceProvider.GetRequiredService<FigureStore>().LoadAsync(cancellationToken);
        var made = ReturnOf(figures, parsed.GetValue(programme));
        await (parsed.GetValue(json) ? output.WriteJsonAsync(JsonOf(made)) : TableAsync(made));
        return CommandLine.Done;
    }

    internal static ProgrammeReturn ReturnOf(Figures figures, string? name)
    {
        var programme = figures.ProgrammeOf(name);
        return ReturnCalculation.Of(programme, figures.Ledger, figures.Cube);
    }

    private static object JsonOf(ProgrammeReturn made) => new
    {
        programme = made.Programme.Name,
        from = made.Window.IsEmpty ? null : made.Window.From.ToString(),
        to = made.Window.IsEmpty ? null : made.Window.To.ToString(),
        currency = made.Programme.Currency,
        cost = made.Cost.Total,
        gain = made.Gain,
        roi = made.Roi,
        multiple = made.Multiple,
        npv = made.Npv,
        irr = made.IrrRoots,
        paybackMonths = made.PaybackFromCost,
        breakEvenMonth = made.BreakEven?.ToString(),
        interval = made.Drawn is { Roi: var interval } ? new { level = interval.Level, low = interval.Low, high = interval.High } : null,
        probabilityPaid = made.Drawn?.ProbabilityPaid,
        verdict = made.Verdict.ToString(),
        conventions = new
        {
            official = made.Roi,
            multiple = made.Multiple,
            averageAnnual = made.AverageAnnualRoi,
            discounted = made.DiscountedRoi,
            annualised = made.AnnualisedRoi,
        },
        officialConvention = RoiConventions.KeyOf(made.Programme.Convention),
        adjusted = made.IsAdjusted,
        evidence = made.Estimate is { } estimate ? new { method = estimate.Method.ToString(), verdict = estimate.Verdict.ToString() } : null,
    };

    private Task TableAsync(ProgrammeReturn made)
    {
        var currency = made.Programme.Currency;
        var table = Tables.Of(made.Programme.Name, made.Window.IsEmpty ? "—" : made.Window.ToString());
        table.Add("Cost", Money(made.Cost.Total));
        table.Add(made.IsAdjusted ? "Gain, estimated" : "Gain, before/after, not adjusted", Money(made.Gain));
        table.Add("ROI", made.Roi is { } roi ? string.Create(CultureInfo.InvariantCulture, $"{roi:N1} %") : "—");
        table.Add("Gain for each 1.00 spent", made.Multiple is { } multiple ? string.Create(CultureInfo.InvariantCulture, $"{multiple:N2}") : "—");
        table.Add("Net present value", Money(made.Npv));
        table.Add("Internal rates of return a year", made.IrrRoots.Count == 0 ? "—"
            : string.Join("; ", made.IrrRoots.Select(root => string.Create(CultureInfo.InvariantCulture, $"{root * 100:N1} %"))));
        table.Add("Break-even", made.BreakEven?.ToString() ?? "—");
        if (made.Drawn is { } drawn)
        {
            table.Add(
                string.Create(CultureInfo.InvariantCulture, $"ROI, {drawn.Roi.Level * 100:N0} % of {drawn.Draws:N0} draws"),
                string.Create(CultureInfo.InvariantCulture, $"{drawn.Roi.Low:N1} % to {drawn.Roi.High:N1} %"));
            table.Add("Probability that it paid", string.Create(CultureInfo.InvariantCulture, $"{drawn.ProbabilityPaid * 100:N1} %"));
        }

        table.Add("Verdict", made.Verdict.ToString());
        var console = Tables.Console(output);
        console.Write(table);
        foreach (var reason in made.Reasons.Concat(made.Cautions))
        {
            Spectre.Console.AnsiConsoleExtensions.WriteLine(console, reason.Text);
        }

        return Task.CompletedTask;

        string Money(decimal? amount) => amount is { } known ? string.Create(CultureInfo.InvariantCulture, $"{known:N0} {currency}") : "—";
    }
}
