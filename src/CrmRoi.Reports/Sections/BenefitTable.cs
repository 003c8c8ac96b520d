using CrmRoi.Metrics.Catalogue;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Return;
using CrmRoi.Pdf;

namespace CrmRoi.Reports.Sections;

/// <summary>Each benefit with the metric that measures it, what it is multiplied by, its method, and what of it counts.</summary>
internal static class BenefitTable
{
    public static void Write(ReportPages pages, StructureElement section, ProgrammeReturn result)
    {
        var text = pages.Text;
        var lines = result.Benefits.Where(IsShown).ToList();
        if (lines.Count == 0)
        {
            return;
        }

        pages.Sub(section, text["benefits.each"]);
        var table = new ReportTable(
            new(text["column.benefit"], 1.7), new(text["column.measured-by"], 1.4), new(text["column.multiplied-by"], 1.5), new(text["column.method"], 1.6), new(text["column.counts"]));
        foreach (var line in lines)
        {
            table.Add(
                new ReportCell(pages.Words.Member(line.Kind), line.Entry?.Owner is { } owner ? text.Of("benefits.owner", owner) : null),
                MeasuredBy(pages, line.Kind), new ReportCell(Factors(pages, line), line.Entry?.AttributedReason), Method(pages, result, line), Counts(pages, result, line));
        }

        table.AddTotal(text["column.total"], "", "", "", pages.Money(result.Gain));
        pages.Table(section, table, text["benefits.each.note"]);
    }

    private static bool IsShown(BenefitLine line) =>
        line.IsCounted || line.Entry is not null || (line.Worth.First is not null && line.NotCounted != Reason.IsView);

    private static string MeasuredBy(ReportPages pages, BenefitKind kind) =>
        kind.MetricOf() is { } key && MetricCatalogue.TryFind(key, out var metric) ? pages.Words.Name(metric)
        : pages.Text[kind.IsEntered() ? "benefits.entered" : "benefits.not-measured"];

    private static string Factors(ReportPages pages, BenefitLine line)
    {
        List<string> said = [.. line.Factors.Where(factor => factor.Value != 1 || factor.Assumption is not null).Select(Written)];
        return said.Count == 0 ? "1" : string.Join(" × ", said);

        string Written(Factor factor) =>
            $"{(factor.Kind == FactorKind.HourlyRate ? pages.Money(factor.Value) : pages.Formats.Share(factor.Value, 0))} {pages.Words.Member(factor.Kind)}";
    }

    private static ReportCell Method(ReportPages pages, ProgrammeReturn result, BenefitLine line) => (line.Kind.IsMargin() ? result.Estimate : line.Estimate) switch
    {
        { } estimate => new ReportCell(pages.Words.Member(estimate.Method), pages.Words.Member(estimate.Verdict)),
        _ => pages.Text[line.Kind.IsEntered() ? "benefits.entered" : "benefits.before-after"],
    };

    private static ReportCell Counts(ReportPages pages, ProgrammeReturn result, BenefitLine line) => line.NotCounted is { } why
        ? new(Formats.Undefined, pages.Words.Of(why), Tone.Muted)
        : new(line.Kind.IsMargin() && result.MarginTotal is null ? Formats.Undefined : pages.Money(line.Total), Tone: Tone.Strong);
}
