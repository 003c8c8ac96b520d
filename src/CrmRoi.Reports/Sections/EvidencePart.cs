using CrmRoi.Metrics;
using CrmRoi.Metrics.Evidence;
using CrmRoi.Pdf;
using CrmRoi.Reports.Charts;

namespace CrmRoi.Reports.Sections;

/// <summary>What the CRM did to one subject: the official method, its figure with its interval, its verdict, and the chart of the counterfactual.</summary>
internal sealed class EvidencePart(ReportPages pages, ProgrammeEvidence evidence)
{
    private const double ChartHeight = 186;

    private readonly SubjectFigures figures = new(pages, evidence.Subject);
    private readonly ReportText text = pages.Text;

    /// <summary>The official estimate; none where the evidence carries no figure.</summary>
    private Estimate? Official => evidence.Verdict == EvidenceVerdict.NotEnoughData ? null : evidence.Official?.Estimate;

    /// <summary>In sentences, with the chart.</summary>
    public void Write(StructureElement section)
    {
        if (evidence.Official is not { } official || Official is not { } estimate)
        {
            pages.Body(section, text.Of("evidence.refused", figures.Name, Reasons(evidence.Reasons)));
            return;
        }

        pages.Body(section, text.Of(
            "evidence.found", figures.Name, figures.Effect(estimate.Average), figures.Interval(estimate.Low, estimate.High), Level(estimate), figures.Relative(estimate.Relative),
            pages.Formats.Count(estimate.Periods), pages.Words.Member(official.Method), pages.Words.Member(evidence.Rule), pages.Words.Member(evidence.Verdict)));
        if (evidence.Reasons.Count > 0)
        {
            pages.Body(section, text.Of("evidence.reasons", Reasons(evidence.Reasons)));
        }

        if (Course(official, estimate) is { Count: > 1 } course)
        {
            pages.Flow.Figure(section, ChartHeight, InWords(estimate, course, official), Chart(official, estimate, course).Draw);
            pages.Note(section, text[official.From is null ? "evidence.note.since" : "evidence.note"]);
        }
    }

    /// <summary>Every method side by side, so that nobody can choose the one with the best figure.</summary>
    public void Methods(StructureElement section)
    {
        pages.Sub(section, text["evidence.methods"]);
        var table = new ReportTable(new(text["column.method"], 2.2), new(text["column.effect-month"]), new(text["column.interval"]), new(text["column.reading"], 1.9));
        foreach (var method in evidence.Methods)
        {
            var isOfficial = method == evidence.Official;
            var estimate = method.Verdict == EvidenceVerdict.NotEnoughData ? null : method.Estimate;
            table.Add(
                new ReportCell(pages.Words.Member(method.Method), isOfficial ? text["evidence.official"] : null, isOfficial ? Tone.Strong : Tone.Plain),
                new ReportCell(figures.Effect(estimate?.Average), Tone: estimate is null ? Tone.Muted : Tone.Plain),
                figures.Interval(estimate?.Low, estimate?.High),
                new ReportCell(pages.Words.Member(method.Verdict), method.Reasons.Count > 0 ? Reasons(method.Reasons) : null));
        }

        pages.Table(section, table, text["evidence.methods.note"]);
    }

    /// <summary>In one row of a table of subjects.</summary>
    public void AddTo(ReportTable table)
    {
        var estimate = Official;
        table.Add(
            new ReportCell(figures.Name, evidence.Official is { } official ? pages.Words.Member(official.Method) : null),
            new ReportCell(figures.Effect(estimate?.Average), Tone: estimate is null ? Tone.Muted : Tone.Plain),
            figures.Interval(estimate?.Low, estimate?.High),
            new ReportCell(pages.Words.Member(evidence.Verdict), evidence.Reasons.Count > 0 ? Reasons(evidence.Reasons) : null));
    }

    private string Reasons(IEnumerable<EvidenceReason> reasons) => string.Join("; ", reasons.Distinct().Select(pages.Words.Member).DefaultIfEmpty(Formats.Undefined));

    private string Level(Estimate estimate) => pages.Formats.Share((decimal)estimate.Level, 0);

    private static List<CourseMonth> Course(MethodEvidence official, Estimate estimate)
    {
        var start = StartOf(official);
        return [.. estimate.Points.Select(point => (
            point.Period, Observed: SubjectFigures.Number(point.Observed), Expected: SubjectFigures.Number(point.Counterfactual), Low: SubjectFigures.Number(point.Low), High: SubjectFigures.Number(point.High)))
            .Where(point => point is { Observed: not null, Expected: not null, Low: not null, High: not null })
            .Select(point => new CourseMonth(start.Plus(point.Period), point.Observed!.Value, point.Expected!.Value, point.Low!.Value, point.High!.Value))];
    }

    private CounterfactualChart Chart(MethodEvidence official, Estimate estimate, IReadOnlyList<CourseMonth> course)
    {
        var goLive = StartOf(official).Plus(official.GoLivePeriod);
        return new(course, goLive, figures.Axis, month => official.From is null ? pages.Formats.Count(goLive.MonthsUntil(month)) : pages.MonthShort(month))
        {
            Names = (text["evidence.before"], text["evidence.since"], text["evidence.expected"], text.Of("evidence.interval", Level(estimate)), text["chart.go-live"]),
        };
    }

    private string InWords(Estimate estimate, List<CourseMonth> course, MethodEvidence official)
    {
        var goLive = StartOf(official).Plus(official.GoLivePeriod);
        var since = course.Where(month => month.Month >= goLive).ToList();
        return text.Of(
            "evidence.alt", figures.Name, figures.Axis(Mean(since, month => month.Observed)), figures.Axis(Mean(since, month => month.Expected)), figures.Effect(estimate.Average),
            figures.Interval(estimate.Low, estimate.High), Level(estimate), pages.Formats.Count(since.Count));
    }

    private static decimal Mean(List<CourseMonth> months, Func<CourseMonth, decimal> value) => Ratio.Of(months.Sum(value), months.Count) ?? 0;

    // Periods counted from each team's own go-live have no month of the calendar: any far one will do, and the axis tells months since.
    private static Month StartOf(MethodEvidence official) => official.From ?? new Month(2000, 1);
}
