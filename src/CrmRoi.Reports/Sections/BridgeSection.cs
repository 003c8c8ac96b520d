using CrmRoi.Metrics;
using CrmRoi.Metrics.Comparing;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Return;
using CrmRoi.Metrics.Snapshots;
using CrmRoi.Pdf;
using CrmRoi.Reports.Charts;

namespace CrmRoi.Reports.Sections;

/// <summary>What the change in margin is made of, and how gain becomes net benefit: two waterfalls.</summary>
internal static class BridgeSection
{
    private const double ChartHeight = 184;
    private const double LeastHeight = 125;
    private const double RoomOfHeading = 45;
    private const int MostTeamsInChart = 6;

    public static void Write(ReportPages pages)
    {
        var section = pages.Section("bridge");
        Margin(pages, section);
        Net(pages, section, pages.Input.Summary.Return);
    }

    private static void Margin(ReportPages pages, StructureElement section)
    {
        var (summary, text) = (pages.Input.Summary, pages.Text);
        var bridge = MarginBridge.Of(summary.Programme, pages.Input.Cube, summary.Windows, summary.Filter, Dimensions.Team);
        if (bridge.Refusal is { } refusal || bridge.Parts.Count == 0)
        {
            pages.Body(section, text.Of("bridge.refused", bridge.Refusal is { } why ? pages.Words.Of(why) : Formats.Undefined));
            return;
        }

        pages.Body(section, text.Of("bridge.lead", Short(pages, bridge.Before), Short(pages, bridge.After), Largest(pages, bridge)));
        List<WaterfallStep> steps =
        [
            Step(pages, text["column.before"], bridge.Before) with { IsTotal = true },
            .. bridge.Parts.Select(part => Step(pages, pages.Words.Member(part.Factor), part.Amount)),
            Step(pages, text["column.after"], bridge.After) with { IsTotal = true },
        ];
        Draw(pages, section, "bridge.alt", steps, ChartHeight);
        var table = new ReportTable(new(text["column.factor"], 2), new(text["column.margin-month"]), new(text["column.share-of-change"]));
        foreach (var part in bridge.Parts)
        {
            table.Add(
                pages.Words.Member(part.Factor), new ReportCell(pages.Formats.MoneyExact(part.Amount, pages.Currency), Tone: part.Amount < 0 ? Tone.Negative : Tone.Plain),
                new ReportCell(pages.Formats.Share(Ratio.Of(part.Amount, bridge.Total), 0), Tone: Tone.Muted));
        }

        table.AddTotal(text["bridge.change"], pages.Formats.MoneyExact(bridge.Total, pages.Currency), pages.Formats.Share(Ratio.Of(bridge.Total, bridge.Total), 0));
        pages.Table(section, table);
        pages.Note(section, text["bridge.note"]);
    }

    private static void Net(ReportPages pages, StructureElement section, ProgrammeReturn result)
    {
        if (result.NetBenefit is null)
        {
            return;
        }

        // Lower where that lets it stay on the page of the first.
        var height = pages.Flow.Remaining - RoomOfHeading is >= LeastHeight and < ChartHeight and var left ? left : ChartHeight;
        pages.Sub(section, pages.Text["summary.bridge"], height + RoomOfHeading);
        Draw(pages, section, "summary.bridge.alt", Steps(pages, result), height);
    }

    private static void Draw(ReportPages pages, StructureElement section, string alternative, IReadOnlyList<WaterfallStep> steps, double height) => pages.Flow.Figure(
        section, height, pages.Text.Of(alternative, string.Join("; ", steps.Select(step => $"{step.Name} {step.Written}"))), new WaterfallChart(steps, pages.AxisMoney).Draw);

    /// <summary>What the teams gained, what was saved, what was spent, and what is left.</summary>
    private static List<WaterfallStep> Steps(ReportPages pages, ProgrammeReturn result)
    {
        var teams = result.SalesGain.Teams.OrderByDescending(team => Math.Abs(team.Gain)).ToList();
        var shown = teams.Count <= MostTeamsInChart ? teams : teams.Take(MostTeamsInChart - 1).ToList();
        var steps = shown.Select(team => Step(pages, BenefitSection.NameOf(pages, team.Team), team.Gain)).ToList();
        if (teams.Count > shown.Count)
        {
            steps.Add(Step(pages, pages.Text.Of("bridge.others", teams.Count - shown.Count), teams.Skip(shown.Count).Sum(team => team.Gain)));
        }

        // Teams add up to the plain difference: where only a part of it counts, or an estimate does, they are no steps.
        if (result.MarginTotal is { } margin && margin != result.SalesGain.Total)
        {
            steps = [Step(pages, pages.Text["benefits.sales"], margin)];
        }

        steps.AddRange(result.Benefits.Where(line => !line.Kind.IsMargin() && line.Total != 0).Select(line => Step(pages, pages.Words.Member(line.Kind), line.Total)));
        steps.Add(Step(pages, pages.Text["bridge.cost"], -result.Cost.Total));
        steps.Add(Step(pages, pages.Text["bridge.net"], result.NetBenefit ?? 0) with { IsTotal = true });
        return steps;
    }

    private static string Largest(ReportPages pages, Bridge bridge)
    {
        var part = bridge.Parts.MaxBy(each => Math.Abs(each.Amount))!;
        return $"{pages.Words.Member(part.Factor)} ({Short(pages, part.Amount)})";
    }

    private static WaterfallStep Step(ReportPages pages, string name, decimal amount) => new(name, amount, Short(pages, amount));

    private static string Short(ReportPages pages, decimal amount) => pages.Formats.MoneyShort(amount, pages.Currency);
}
