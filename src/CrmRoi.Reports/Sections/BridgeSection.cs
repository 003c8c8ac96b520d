using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Return;
using CrmRoi.Pdf;
using CrmRoi.Reports.Charts;

namespace CrmRoi.Reports.Sections;

/// <summary>What the sales margin that counts is made of, and how gain becomes net benefit: two waterfalls.</summary>
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
        var (result, text) = (pages.Input.Summary.Return, pages.Text);
        if (pages.Reckoning.Split is not { Refusal: null, Parts.Count: > 0 } split)
        {
            var refusal = pages.Reckoning.Split?.Refusal ?? result.SalesGain.Refusal;
            pages.Body(section, text.Of("bridge.refused", refusal is { } why ? pages.Words.Of(why) : text["undefined.size"]));
            return;
        }

        var parts = Parts(pages, split);
        var largest = parts.MaxBy(part => Math.Abs(part.Amount));
        pages.Body(section, text.Of("bridge.lead", Short(pages, split.Counted), $"{largest.Name} ({Short(pages, largest.Amount)})"));
        Draw(pages, section, "bridge.alt", [.. parts.Select(part => Step(pages, part.Name, part.Amount)), Step(pages, text["column.counts"], split.Counted) with { IsTotal = true }], ChartHeight);
        var table = new ReportTable(new(text["column.factor"], 2), new(text["column.since-go-live"]));
        foreach (var (name, amount) in parts)
        {
            table.Add(name, new ReportCell(pages.Formats.MoneyExact(amount, pages.Currency), Tone: amount < 0 ? Tone.Negative : Tone.Plain));
        }

        table.AddTotal(text["bridge.counts"], pages.Formats.MoneyExact(split.Counted, pages.Currency));
        pages.Table(section, table, text["bridge.note"]);
    }

    private static List<(string Name, decimal Amount)> Parts(ReportPages pages, MarginSplit split)
    {
        List<(string Name, decimal Amount)> parts = [.. split.Parts.Select(part => (pages.Words.Member(part.Factor), part.Amount))];
        if (split.Anyway != 0)
        {
            parts.Add((pages.Text["bridge.anyway"], split.Anyway));
        }

        if (split.NotCounted != 0)
        {
            parts.Add((pages.Text["bridge.not-counted"], split.NotCounted));
        }

        return parts;
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

    private static WaterfallStep Step(ReportPages pages, string name, decimal amount) => new(name, amount, Short(pages, amount));

    private static string Short(ReportPages pages, decimal amount) => pages.Formats.MoneyShort(amount, pages.Currency);
}
