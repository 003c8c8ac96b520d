using CrmRoi.Metrics;
using CrmRoi.Metrics.Return;

namespace CrmRoi.Reports.Sections;

/// <summary>ROI by every convention, each by its name, with present value, rates of return and paybacks.</summary>
internal static class ReturnSection
{
    public static void Write(ReportPages pages)
    {
        var (result, text) = (pages.Input.Summary.Return, pages.Text);
        var section = pages.Section("return");
        pages.Body(section, result.Roi is { } roi
            ? text.Of("return.lead", pages.Formats.Percent(roi, 1), pages.Money(result.Gain), pages.Money(result.Cost.Total))
            : text.Of("return.lead.unknown", KeyFigures.Why(pages, result)));
        var table = new ReportTable(new(text["column.figure"], 1.25), new(text["column.value"]), new(text["column.definition"], 2.6));
        foreach (var metric in ReturnMetrics.OfReturn)
        {
            table.Add(
                new ReportCell(pages.Words.Name(metric), Tone: metric.Key == "roi" ? Tone.Strong : Tone.Plain),
                new ReportCell(Value(pages, metric, result), Tone: metric.Key == "roi" ? Tone.Strong : Tone.Plain),
                new ReportCell(Definition(pages, metric, result), Tone: Tone.Muted));
        }

        pages.Table(section, table, text.Of("return.note", pages.Formats.Share(result.Programme.DiscountRate), pages.MonthShort(result.Window.From)));
    }

    /// <summary>A figure as the return section writes it: several rates of return are all told.</summary>
    internal static string Value(ReportPages pages, ReturnMetric metric, ProgrammeReturn result) => metric.Key switch
    {
        "irr" when result.IrrRoots.Count > 1 && result.IrrRoots.All(IsReadable) =>
            string.Join("\n", result.IrrRoots.Select(root => pages.Formats.Share((decimal)root))),
        "break-even-uplift" => pages.Formats.Points(metric.Answer(result)),
        _ => pages.Figures.Value(metric, metric.Answer(result)),
    };

    private static bool IsReadable(double rate) => rate < 1e20;

    private static string Definition(ReportPages pages, ReturnMetric metric, ProgrammeReturn result)
    {
        var definition = pages.Words.Definition(metric);
        if (metric.Key == "irr" && result.Gain is not null)
        {
            return definition + " " + result.IrrRoots.Count switch
            {
                0 => pages.Text["irr.none"],
                1 => "",
                _ => pages.Text.Of("irr.several", result.IrrRoots.Count),
            };
        }

        return metric.Answer(result) is null ? $"{definition} {pages.Text.Of("undefined.because", Why(pages, metric, result))}" : definition;
    }

    private static string Why(ReportPages pages, ReturnMetric metric, ProgrammeReturn result) =>
        (result.Reasons.Count, metric.Unit) switch
        {
            ( > 0, _) => KeyFigures.Why(pages, result),
            (_, Unit.Months or Unit.Month) => pages.Text["tile.payback.none"],
            _ => pages.Words.Undefined(metric),
        };
}
