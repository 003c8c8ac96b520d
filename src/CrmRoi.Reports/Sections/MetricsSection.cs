using CrmRoi.Metrics;
using CrmRoi.Metrics.Comparing;

namespace CrmRoi.Reports.Sections;

/// <summary>Each metric before and after, with what it rests on and whether the change is more than chance.</summary>
internal static class MetricsSection
{
    public static void Write(ReportPages pages)
    {
        var (summary, text) = (pages.Input.Summary, pages.Text);
        var section = pages.Section("metrics");
        if (summary.Comparisons.Count == 0)
        {
            pages.Body(section, text["metrics.none"]);
            return;
        }

        var counts = summary.Comparisons.CountBy(comparison => comparison.Verdict).ToDictionary();
        var untested = summary.Comparisons.Count(DomainText.IsUntested);
        pages.Body(section, text.Of(
            "metrics.lead", Count(Verdict.Better), Count(Verdict.Worse), Count(Verdict.Unclear) - untested, Count(Verdict.NotComparable) + Count(Verdict.Undefined),
            summary.Comparisons.Count, untested));
        var table = new ReportTable(
            new(text["column.metric"], 1.5), new(text["column.before"]), new(text["column.after"]), new(text["column.change"]), new(text["column.reading"], 1.25));
        foreach (var comparison in summary.Comparisons)
        {
            table.Add(
                new ReportCell(Name(pages, comparison), text[comparison.Metric.Better switch
                {
                    Direction.Higher => "better.higher",
                    Direction.Lower => "better.lower",
                    _ => "better.neither",
                }], Tone.Strong),
                Side(pages, comparison, comparison.Before), Side(pages, comparison, comparison.After), Change(pages, comparison), Reading(pages, comparison));
        }

        pages.Table(section, table, text.Of("metrics.note", pages.Formats.Share(Comparison.DefaultLevel, 0)));

        int Count(Verdict verdict) => counts.GetValueOrDefault(verdict);
    }

    public static string Name(ReportPages pages, Comparison comparison) =>
        comparison.IsPerMonth ? pages.Text.Of("metrics.per-month", pages.Words.Name(comparison.Metric)) : pages.Words.Name(comparison.Metric);

    private static ReportCell Side(ReportPages pages, Comparison comparison, Reading side) => new(
        pages.Figures.Value(comparison.Metric, side.Value),
        side.Value is null ? null : pages.Figures.Denominator(comparison, side),
        side.Value is null ? Tone.Muted : Tone.Plain);

    private static ReportCell Change(ReportPages pages, Comparison comparison) => comparison.Verdict is Verdict.NotComparable or Verdict.Undefined
        ? new(pages.Text["metrics.not-compared"], Tone: Tone.Muted)
        : new(pages.Figures.Change(comparison), pages.Figures.Interval(comparison), ToneOf(comparison.Verdict));

    private static ReportCell Reading(ReportPages pages, Comparison comparison) => new(
        $"{Shape(comparison)}\u00A0{pages.Words.Found(comparison)}",
        comparison.Reason == VerdictReason.None ? null : pages.Words.Of(comparison.Reason),
        comparison.Verdict is Verdict.Better or Verdict.Worse ? ToneOf(comparison.Verdict) : Tone.Muted);

    private static Tone ToneOf(Verdict verdict) => verdict switch
    {
        Verdict.Better => Tone.Good,
        Verdict.Worse => Tone.Bad,
        _ => Tone.Plain,
    };

    private static string Shape(Comparison comparison) => comparison.Verdict switch
    {
        _ when DomainText.IsUntested(comparison) => "◌",
        Verdict.Better => "▲",
        Verdict.Worse => "▼",
        Verdict.Unclear => "◆",
        _ => "○",
    };
}
