using CrmRoi.Metrics.Evidence;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Return;
using CrmRoi.Metrics.Snapshots;
using CrmRoi.Pdf;

namespace CrmRoi.Reports.Sections;

/// <summary>What was gained: each benefit, the evidence of it, margin by team, and savings with their reasons.</summary>
internal static class BenefitSection
{
    public static void Write(ReportPages pages)
    {
        var result = pages.Input.Summary.Return;
        var section = pages.Section("benefits");
        Sales(pages, section, result);
        if (!pages.IsBrief)
        {
            BenefitTable.Write(pages, section, result);
            Evidence(pages, section, result);
        }

        Teams(pages, section, result);
        Savings(pages, section, result);
    }

    public static string NameOf(ReportPages pages, string? team) => team switch
    {
        null => pages.Text["team.company"],
        Cell.Unassigned => pages.Text["team.none"],
        _ => team,
    };

    private static void Sales(ReportPages pages, StructureElement section, ProgrammeReturn result)
    {
        var (gain, text) = (result.SalesGain, pages.Text);
        if (result.Estimate is { } estimate)
        {
            pages.Body(section, text.Of("benefits.estimate", pages.Words.Member(estimate.Method), pages.Words.Member(estimate.Verdict), pages.Money(estimate.Total)));
        }

        if (gain.Total is not { } total)
        {
            pages.Body(section, text.Of("benefits.refused", gain.Refusal is { } reason ? pages.Words.Of(reason) : Formats.Undefined));
            return;
        }

        pages.Body(section, text.Of(total < 0 ? "benefits.lead.less" : "benefits.lead", pages.Money(Math.Abs(total)), pages.Words.Member(gain.Basis), pages.Words.Member(result.Programme.MarginSource)));
    }

    // The sales margin is shown whole; of the others each that counts and has a metric with evidence, then all metrics in a table.
    private static void Evidence(ReportPages pages, StructureElement section, ProgrammeReturn result)
    {
        var all = pages.Input.Evidence;
        if (all.FirstOrDefault(each => each.Subject.Key == EvidenceSubject.SalesMargin.Key) is { } margin)
        {
            pages.Sub(section, pages.Text.Of("evidence.title", pages.Words.Name(margin.Subject)), 300);
            var part = new EvidencePart(pages, margin);
            part.Write(section);
            part.Methods(section);
        }

        var counted = result.Benefits.Where(line => line.IsCounted && !line.Kind.IsMargin()).Select(line => line.Kind.MetricOf()).ToHashSet();
        foreach (var each in all.Where(each => counted.Contains(each.Subject.Key)))
        {
            pages.Sub(section, pages.Text.Of("evidence.title", pages.Words.Name(each.Subject)), 300);
            new EvidencePart(pages, each).Write(section);
        }

        var metrics = all.Where(each => each.Subject.Metric is not null).ToList();
        if (metrics.Count > 0)
        {
            pages.Sub(section, pages.Text["evidence.metrics"]);
            var table = new ReportTable(
                new(pages.Text["column.metric"], 2), new(pages.Text["column.effect-month"]), new(pages.Text["column.interval"]), new(pages.Text["column.reading"], 2));
            metrics.ForEach(each => new EvidencePart(pages, each).AddTo(table));
            pages.Table(section, table, pages.Text["evidence.metrics.note"]);
        }
    }

    private static void Teams(ReportPages pages, StructureElement section, ProgrammeReturn result)
    {
        var (gain, text) = (result.SalesGain, pages.Text);
        if (gain.Total is not { } total)
        {
            return;
        }

        pages.Sub(section, text["benefits.teams"]);
        var table = new ReportTable(
            new(text["column.team"], 1), new(text["column.go-live"]), new(text["column.baseline-mean"]), new(text["column.after-mean"]), new(text["column.months"]), new(text["column.gain"]));
        foreach (var team in gain.Teams)
        {
            table.Add(
                NameOf(pages, team.Team), pages.MonthShort(team.GoLive),
                new(pages.Money(team.BaselineMean), text.Of("benefits.months", pages.Formats.Count(team.BaselineMonths))),
                pages.Money(team.PostMean),
                new(pages.Formats.Count(team.PostMonths), team.MissingMonths > 0 ? text.Of("benefits.missing", pages.Formats.Count(team.MissingMonths)) : null),
                new(pages.Money(team.Gain), Tone: team.Gain < 0 ? Tone.Bad : Tone.Strong));
        }

        table.AddTotal(text["column.total"], "", "", "", "", pages.Money(total));
        pages.Table(section, table, text["benefits.sales.note"]);
    }

    private static void Savings(ReportPages pages, StructureElement section, ProgrammeReturn result)
    {
        var text = pages.Text;
        pages.Sub(section, text["benefits.savings"]);
        if (result.Savings.Count == 0)
        {
            pages.Body(section, text["benefits.savings.none"]);
            return;
        }

        var table = new ReportTable(
            new(text["column.saving"], 2.6), new(text["column.cadence"], 1.1), new(text["column.from-to"], 1.5), new(text["column.amount"]), new(text["column.saved"]));
        foreach (var line in result.Savings)
        {
            table.Add(
                new ReportCell(line.Saving.Description, line.Saving.Reason), pages.Words.Member(line.Saving.Cadence),
                CostSection.FromTo(pages, line.Saving.Cadence, line.Saving.From, line.Saving.To),
                pages.Money(line.Saving.Amount), pages.Money(line.Saved.Total));
        }

        table.AddTotal(text["column.total"], "", "", "", pages.Money(result.Savings.Sum(line => line.Saved.Total)));
        pages.Table(section, table);
    }
}
