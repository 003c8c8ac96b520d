using System.CommandLine;
using System.Globalization;
using CrmRoi.Data;
using CrmRoi.Metrics.Reviews;
using CrmRoi.Pdf;
using CrmRoi.Reports;
using Microsoft.Extensions.DependencyInjection;

namespace CrmRoi.Cli;

/// <summary><c>review</c>: list, make and prove the reviews of programmes.</summary>
internal sealed class ReviewCommand(TextWriter output)
{
    private readonly Option<string?> programme = new("--programme") { Description = "Whose reviews; the only one unless told otherwise" };
    private readonly Option<string> language = new("--language") { Description = "The report's language and number formats", DefaultValueFactory = _ => "en-GB" };
    private readonly Argument<int> id = new("id") { Description = "The review's number" };
    private readonly Option<bool> json = new("--json") { Description = "Write JSON" };

    public Command Build()
    {
        language.AcceptOnlyFromAmong(ReportInputs.Languages);
        var list = new Command("list", "List the reviews, the latest first") { programme, json };
        list.SetAction(ListAsync);
        var make = new Command("make", "Freeze what is known now: inputs, definitions, figures and the report") { programme, language, json };
        make.SetAction(MakeAsync);
        var verify = new Command("verify", "Reckon a review again from its frozen inputs, and check its fingerprints") { id, json };
        verify.SetAction(VerifyAsync);
        return new Command("review", "List, make and prove reviews") { list, make, verify };
    }

    private async Task<int> ListAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var scope = await Database.OpenAsync(cancellationToken);
        var found = await scope.ServiceProvider.GetRequiredService<ReviewStore>().ListAsync(parsed.GetValue(programme), cancellationToken);
        if (parsed.GetValue(json))
        {
            await output.WriteJsonAsync(new { reviews = found.Select(JsonOf) });
            return CommandLine.Done;
        }

        var table = Tables.Of("Review", "Programme", "Until", "Made", "By", "ROI", "Signed", "Fingerprint");
        foreach (var review in found)
        {
            table.Add(
                review.Id.ToString(CultureInfo.InvariantCulture), review.Programme, review.Until.ToString(), Written(review.MadeAt), review.MadeBy, Percent(review.Roi),
                review.SignedAt is { } at ? $"{Written(at)} {review.SignedBy}" : "—", review.Fingerprint);
        }

        Tables.Console(output).Write(table);
        await output.FlushAsync(cancellationToken);
        return CommandLine.Done;
    }

    private async Task<int> MakeAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var scope = await Database.OpenAsync(cancellationToken);
        var culture = CultureInfo.GetCultureInfo(parsed.GetValue(language)!);
        var input = await ReportInputs.ReadAsync(scope, parsed.GetValue(programme), PageSize.A4, cancellationToken);
        var name = input.Summary.Programme.Name;
        var made = await scope.ServiceProvider.GetRequiredService<ReviewStore>().MakeAsync(name, Database.Name, (_, _) => RoiReport.Write(input, culture), cancellationToken)
            ?? throw new WrongUseException($"There is no programme '{name}'.");
        await (parsed.GetValue(json)
            ? output.WriteJsonAsync(JsonOf(made))
            : output.WriteLineAsync($"Review {made.Id} of {made.Programme} until {made.Until}: ROI {Percent(made.Roi)}, SHA-256 {made.Fingerprint}"));
        return CommandLine.Done;
    }

    private async Task<int> VerifyAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var scope = await Database.OpenAsync(cancellationToken);
        var number = parsed.GetValue(id);
        var found = await scope.ServiceProvider.GetRequiredService<ReviewStore>().VerifyAsync(number, cancellationToken)
            ?? throw new WrongUseException($"There is no review {number.ToString(CultureInfo.InvariantCulture)}.");
        var differences = found.Recomputed?.Differences ?? [];
        if (parsed.GetValue(json))
        {
            await output.WriteJsonAsync(new
            {
                review = number,
                whole = found.IsWhole,
                content = found.IsContentWhole,
                report = found.IsReportWhole,
                head = found.IsHeadWhole,
                recomputed = found.Recomputed?.Figures,
                differences = differences.Select(figure => new { key = figure.Key, side = figure.Side.ToString(), frozen = figure.Was, recomputed = figure.Is }),
            });
            return found.IsWhole ? CommandLine.Done : CommandLine.Refused;
        }

        await output.WriteLineAsync(Sentence("The fingerprint of what was frozen", found.IsContentWhole));
        await output.WriteLineAsync(Sentence("The fingerprint of the report", found.IsReportWhole));
        await output.WriteLineAsync(Sentence("The list of reviews and the audit log", found.IsHeadWhole));
        await output.WriteLineAsync(found.Recomputed is { } again
            ? string.Create(CultureInfo.InvariantCulture, $"{again.Figures} figures reckoned again from the frozen inputs: {(differences.Count == 0 ? "all the same" : $"{differences.Count} differ")}")
            : "The frozen inputs cannot be read");
        foreach (var figure in differences)
        {
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  {figure.Key} ({figure.Side}): frozen {figure.Was}, reckoned {figure.Is}"));
        }

        return found.IsWhole ? CommandLine.Done : CommandLine.Refused;
    }


    private static object JsonOf(Review review) => new
    {
        id = review.Id,
        programme = review.Programme,
        until = review.Until.ToString(),
        madeAt = review.MadeAt,
        madeBy = review.MadeBy,
        currency = review.Currency,
        cost = review.Cost,
        gain = review.Gain,
        roi = review.Roi * 100,
        signedAt = review.SignedAt,
        signedBy = review.SignedBy,
        fingerprint = review.Fingerprint,
    };

    private static string Sentence(string what, bool isWhole) => $"{what}: {(isWhole ? "as it was" : "NOT what it was")}";

    private static string Written(DateTimeOffset at) => at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Percent(decimal? fraction) => fraction is { } known ? string.Create(CultureInfo.InvariantCulture, $"{known * 100:N1} %") : "—";
}
