using CrmRoi.Data;
using CrmRoi.Import.Csv;
using CrmRoi.Metrics.Evidence;
using CrmRoi.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CrmRoi.Web.Pages.Evidence;

/// <summary>The tables of the evidence page as CSV, with every digit and without a reader's language.</summary>
public sealed class ExportModel(FigureStore store) : FiguresPage(store)
{
    public IActionResult OnGet(string? subject, string? table)
    {
        if (Programme is not { } programme || EvidenceSubject.Find(subject) is not { } found || Figures.EvidenceOf(programme, found) is not { } evidence
            || TableOf(evidence, table) is not { } content)
        {
            return NotFound();
        }

        return File(CsvFile.Write(content.Headers, content.Rows), "text/csv; charset=utf-8", $"evidence-{found.Key}-{table}.csv");
    }

    private (string[] Headers, IEnumerable<object?[]> Rows)? TableOf(ProgrammeEvidence evidence, string? table) => table switch
    {
        "methods" => (MethodHeaders, evidence.Methods.Select(method => RowOf(evidence, method))),
        "months" => (MonthHeaders, MonthsOf(evidence)),
        "event-study" => (EventHeaders, (evidence.Differences?.EventStudy ?? []).Select(RowOf)),
        "causes" => (CauseHeaders, evidence.Causes.Select(RowOf)),
        "since-go-live" => (EventHeaders, (evidence.Opportunities?.SinceGoLive ?? []).Select(RowOf)),
        "checks" => (CheckHeaders, ChecksOf(evidence)),
        "priors" => (PriorHeaders, evidence.LevelPriors.Select(prior => new object?[] { prior.LevelPrior, prior.Average, prior.Low, prior.High })),
        "subjects" => (SubjectHeaders, Figures.Evidence.Where(one => one.Programme.Name == evidence.Programme.Name).Select(RowOf)),
        "adoption" => (UseHeaders, TeamUse.Of(Figures, evidence).Select(RowOf)),
        _ => null,
    };

    private static readonly string[] MethodHeaders =
        ["method", "official", "rule", "verdict", "reasons", "level", "months", "effect", "low", "high", "cumulative", "cumulative_low", "cumulative_high", "relative", "standard_deviation", "tail_probability"];

    private static object?[] RowOf(ProgrammeEvidence evidence, MethodEvidence method)
    {
        var (estimate, isOfficial) = (ShownEvidence.FigureOf(method), method.Method == evidence.Official?.Method);
        return
        [
            method.Method.ToString(), isOfficial ? "yes" : "no", isOfficial ? evidence.Rule.ToString() : "", method.Verdict.ToString(), string.Join(' ', method.Reasons),
            estimate?.Level, estimate?.Periods, estimate?.Average, estimate?.Low, estimate?.High, estimate?.Cumulative, estimate?.CumulativeLow, estimate?.CumulativeHigh,
            estimate?.Relative, estimate?.StandardDeviation, estimate?.TailProbability,
        ];
    }

    private static readonly string[] MonthHeaders =
        ["period", "since_go_live", "observed", "counterfactual", "counterfactual_low", "counterfactual_high", "effect", "effect_low", "effect_high", "cumulative", "cumulative_low", "cumulative_high"];

    private static IEnumerable<object?[]> MonthsOf(ProgrammeEvidence evidence)
    {
        if (evidence.Official is not { } method || ShownEvidence.FigureOf(method) is not { } estimate)
        {
            return [];
        }

        return estimate.Points.Select(point => new object?[]
        {
            method.From is { } from ? from.Plus(point.Period).ToString() : null, point.Period - method.GoLivePeriod, point.Observed, point.Counterfactual, point.Low, point.High,
            point.Effect, point.EffectLow, point.EffectHigh, point.Cumulative, point.CumulativeLow, point.CumulativeHigh,
        });
    }

    private static readonly string[] EventHeaders = ["since_go_live", "effect", "standard_error", "low", "high", "band_low", "band_high"];

    private static object?[] RowOf(EffectAt point) => [point.At, point.Effect, point.StandardError, point.Low, point.High, point.BandLow, point.BandHigh];

    private static readonly string[] CheckHeaders = ["method", "check", "value", "low", "high"];

    private static IEnumerable<object?[]> ChecksOf(ProgrammeEvidence evidence) =>
    [
        .. evidence.Methods.SelectMany(method => (ShownEvidence.FigureOf(method)?.Diagnostics ?? [])
            .Select(diagnostic => new object?[] { method.Method.ToString(), diagnostic.Key, diagnostic.Value, null, null })),
        .. evidence.Opportunities?.Placebo is { } placebo ? [RowOf("placebo", placebo)] : Array.Empty<object?[]>(),
        .. (evidence.Opportunities?.WithoutTeam ?? []).Select(one => new object?[] { nameof(EvidenceMethod.OpportunityYield), "without " + one.Donor, one.Average, null, null }),
        .. evidence.ControlCheck is { } control ? [RowOf("deals opened", control)] : Array.Empty<object?[]>(),
        .. evidence.Differences?.PreTrends is { } test ? [[nameof(EvidenceMethod.DifferenceInDifferences), "pre-trends p", test.P, null, null]] : Array.Empty<object?[]>(),
    ];

    private static object?[] RowOf(string check, EffectAt found) => [nameof(EvidenceMethod.OpportunityYield), check, found.Effect, found.Low, found.High];

    private static readonly string[] PriorHeaders = ["level_prior", "effect", "low", "high"];

    private static readonly string[] SubjectHeaders = ["subject", "method", "verdict", "effect", "low", "high", "relative", "tail_probability"];

    private static object?[] RowOf(ProgrammeEvidence evidence)
    {
        var estimate = evidence.Official is { } official ? ShownEvidence.FigureOf(official) : null;
        return
        [
            evidence.Subject.Key, evidence.Official?.Method.ToString(), evidence.Verdict.ToString(),
            estimate?.Average, estimate?.Low, estimate?.High, estimate?.Relative, estimate?.TailProbability,
        ];
    }

    private static readonly string[] UseHeaders = ["team", "go_live", "adoption", "effect", "low", "high", "relative_effect_of_all_others"];

    private static object?[] RowOf(TeamUse use) =>
        [use.Team, use.GoLive.ToString(), (double?)use.Adoption, use.Group?.Effect, use.Group?.Low, use.Group?.High, use.Without];

    private static readonly string[] CauseHeaders =
        ["cause", "kind", "from", "to", "teams", "treatment", "price_change", "reason", "stated_by", "effect_without", "effect_with"];

    private static object?[] RowOf(CauseEffect effect) =>
    [
        effect.Cause.Name, effect.Cause.Kind.ToString(), effect.Cause.From.ToString(), effect.Cause.To?.ToString(), string.Join("; ", effect.Cause.Teams), effect.Cause.Treatment.ToString(),
        (double?)effect.Cause.PriceChange, effect.Cause.Reason, effect.Cause.StatedBy, effect.Without, effect.With,
    ];
}
