using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Return;
using CrmRoi.Pdf;
using CrmRoi.Reports.Charts;

namespace CrmRoi.Reports.Sections;

/// <summary>What is not certain: the worst, likely and best case side by side, and what each doubt does alone.</summary>
internal static class ScenarioSection
{
    private const int MostBars = 10;

    public static void Write(ReportPages pages)
    {
        var (summary, text) = (pages.Input.Summary, pages.Text);
        var section = pages.Section("scenarios");
        if (pages.Reckoning.Model is not { } model)
        {
            pages.Body(section, text.Of("scenarios.none", KeyFigures.Why(pages, summary.Return)));
            return;
        }

        if (summary.Return.Drawn is not { } drawn)
        {
            pages.Body(section, text["scenarios.certain"]);
            return;
        }

        pages.Body(section, text.Of(
            "scenarios.lead", pages.Formats.Count(drawn.Draws), drawn.Seed, pages.Formats.Share((decimal)drawn.Roi.Level, 0), Percent(pages, drawn.Roi.Low), Percent(pages, drawn.Roi.High),
            VerdictSentence.Chance(pages.Formats, drawn.ProbabilityPaid), Money(pages, drawn.Npv.Low), Money(pages, drawn.Npv.High)));
        Cases(pages, section, Scenarios.Of(model, pages.Input.Scenarios));
        Doubts(pages, section, pages.Reckoning.Doubts);
    }

    /// <summary>A value of an assumption in its own unit.</summary>
    public static string Value(ReportPages pages, Assumption assumption, decimal value) => assumption.Target switch
    {
        AssumptionTarget.HourlyRate => pages.Money(value),
        AssumptionTarget.Nothing => $"{pages.Formats.Count(value, decimal.Remainder(value, 1) == 0 ? 0 : 2)} {assumption.Unit}".TrimEnd(),
        _ => pages.Formats.Percent(value * 100, decimal.Remainder(value * 100, 1) == 0 ? 0 : 1),
    };

    private static void Cases(ReportPages pages, StructureElement section, IReadOnlyList<ScenarioOutcome> outcomes)
    {
        var text = pages.Text;
        pages.Sub(section, text["scenarios.cases"]);
        var table = new ReportTable(
            new(text["column.scenario"], 1), new(text["column.gain"]), new(text["column.cost"]), new(text["column.roi"]), new(text["column.npv"]), new(text["column.payback"]));
        foreach (var each in outcomes)
        {
            table.Add(
                new ReportCell(each.Name ?? pages.Words.Member(each.Kind), each.Kind == ScenarioKind.Saved ? Changed(pages, each) : null, Tone.Strong),
                Money(pages, each.Outcome.Gain), Money(pages, each.Outcome.Cost), new ReportCell(Percent(pages, each.Outcome.Roi), Tone: each.Outcome.Roi < 0 ? Tone.Bad : Tone.Strong),
                Money(pages, each.Outcome.Npv), each.Outcome.Payback is { } months ? pages.Formats.Months(months) : text["scenarios.not-reached"]);
        }

        pages.Table(section, table, text["scenarios.cases.note"]);
    }

    private static string? Changed(ReportPages pages, ScenarioOutcome outcome)
    {
        var said = pages.Input.Summary.Return.Assumptions
            .Where(assumption => outcome.Values.TryGetValue(assumption.Name, out var value) && (decimal)value != assumption.Value)
            .Select(assumption => $"{assumption.Name}: {Value(pages, assumption, (decimal)outcome.Values[assumption.Name])}").ToList();
        return said.Count == 0 ? null : string.Join("; ", said);
    }

    private static void Doubts(ReportPages pages, StructureElement section, IReadOnlyList<TornadoBar> bars)
    {
        var (text, result) = (pages.Text, pages.Input.Summary.Return);
        var shown = bars.Where(bar => bar is { WorstRoi: not null, BestRoi: not null }).Take(MostBars).ToList();
        if (shown.Count == 0 || result.Roi is not { } roi)
        {
            return;
        }

        var steps = shown.Select(bar => new TornadoStep(NameOf(pages, bar), bar.WorstRoi!.Value, bar.BestRoi!.Value)).ToList();
        var height = TornadoChart.HeightOf(steps.Count);
        pages.Sub(section, text["scenarios.tornado"], height + 60);
        var chart = new TornadoChart((double)roi, steps, value => Percent(pages, value), text.Of("scenarios.likely", pages.Formats.Percent(roi)), text["cover.interval.zero"]);
        pages.Flow.Figure(
            section, height, text.Of("scenarios.tornado.alt", string.Join("; ", steps.Select(step => $"{step.Name} {Percent(pages, step.Worst)} – {Percent(pages, step.Best)}"))), chart.Draw);
        pages.Note(section, text["scenarios.tornado.note"]);
        var table = new ReportTable(new(text["column.assumption"], 1.6), new(text["column.range"], 1.2), new(text["column.roi-worse"]), new(text["column.roi-better"]));
        foreach (var bar in shown)
        {
            var assumption = result.Assumptions.FirstOrDefault(each => each.Name == bar.Name);
            table.Add(
                new ReportCell(NameOf(pages, bar), assumption?.Owner),
                assumption is null ? Ends(pages, bar) : pages.Formats.Interval(Value(pages, assumption, assumption.Low), Value(pages, assumption, assumption.High)),
                Percent(pages, bar.WorstRoi), Percent(pages, bar.BestRoi));
        }

        pages.Table(section, table);
    }

    private static string NameOf(ReportPages pages, TornadoBar bar) =>
        bar.Name ?? (bar.Estimated is { } kind ? pages.Text.Of("scenarios.estimate", pages.Words.Member(kind)) : Formats.Undefined);

    // The doubt of an estimate is that of its metric a month: money, or hours.
    private static string Ends(ReportPages pages, TornadoBar bar) => bar.Estimated == BenefitKind.SalesMargin
        ? pages.Formats.Interval(Money(pages, bar.Low), Money(pages, bar.High))
        : pages.Formats.Interval(pages.Formats.Count(SubjectFigures.Number(bar.Low), 1), pages.Formats.Count(SubjectFigures.Number(bar.High), 1));

    private static string Percent(ReportPages pages, double? value) => pages.Formats.Percent(SubjectFigures.Number(value), Math.Abs(value ?? 0) < 100 ? 1 : 0);

    private static string Money(ReportPages pages, double? value) => pages.Formats.MoneyShort(SubjectFigures.Number(value), pages.Currency);
}
