using CrmRoi.Metrics;
using CrmRoi.Metrics.Return;
using CrmRoi.Pdf;
using CrmRoi.Reports.Charts;

namespace CrmRoi.Reports.Sections;

/// <summary>The four numbers that matter, and how cost and gain added up since the first month.</summary>
internal static class SummarySection
{
    private const double ChartHeight = 320;

    public static void Write(ReportPages pages)
    {
        var result = pages.Input.Summary.Return;
        var section = pages.Section("summary");
        pages.Body(section, Lead(pages, result));
        pages.Flow.Space(10);
        Tiles.Write(pages, section, KeyFigures.Of(pages));
        pages.Flow.Space(10);
        if (result.Cumulative.Count > 0)
        {
            pages.Sub(section, pages.Text["summary.cumulative"]);
            pages.Flow.Figure(section, ChartHeight, CumulativeInWords(pages, result), CumulativeChart(pages, result).Draw);
            pages.Note(section, pages.Text[result.IsAdjusted ? "summary.cumulative.note.adjusted" : "summary.cumulative.note"]);
        }
        else
        {
            Spent(pages, section, result);
        }
    }

    private static string Lead(ReportPages pages, ProgrammeReturn result) => result.Gain is null
        ? result.Cost.Total == 0
            ? pages.Text.Of("summary.lead.nothing", KeyFigures.Why(pages, result))
            : pages.Text.Of("summary.lead.unknown", pages.Money(result.Cost.Total), KeyFigures.Why(pages, result))
        : result.Cost.Total == 0
        ? pages.Text.Of(
            "summary.lead.no-cost", pages.Period(result.Window), pages.Money(result.Gain), pages.Money(result.MarginTotal ?? 0), pages.Money(result.SavingsTotal), KeyFigures.Why(pages, result))
        : pages.Text.Of(
            "summary.lead", pages.Period(result.Window), pages.Money(result.Cost.Total), pages.Money(result.Gain), pages.Money(result.NetBenefit),
            pages.Formats.Percent(result.Roi, 1), pages.Money(result.MarginTotal ?? 0), pages.Money(result.SavingsTotal));

    private static LineChart CumulativeChart(ReportPages pages, ProgrammeReturn result) =>
        new(result.Window, result.Cumulative, pages.AxisMoney, month => pages.MonthShort(month))
        {
            Start = GoLive(pages, result),
            Stretch = RollOut(pages, result),
            Point = result.BreakEven is { } month ? new(month, pages.Text.Of("chart.break-even", pages.MonthShort(month))) : null,
            End = pages.Formats.MoneyShort(result.NetBenefit, pages.Currency),
        };

    private static ChartMark? GoLive(ReportPages pages, ProgrammeReturn result) =>
        result.GoLive is { } month ? new(month, pages.Text[IsStaggered(result) ? "chart.first-go-live" : "chart.go-live"]) : null;

    // From the first team's go-live until the last team is through its ramp-up.
    private static ChartStretch? RollOut(ReportPages pages, ProgrammeReturn result)
    {
        if (result.GoLive is not { } first)
        {
            return null;
        }

        var last = result.Programme.Teams.Select(team => team.Month).Where(month => month.IsKnown).Append(first).Max();
        var ready = last.Plus(result.Programme.RampUpMonths - 1);
        return ready < first ? null : new(new(first, ready), pages.Text[IsStaggered(result) ? "chart.roll-out" : "chart.ramp-up"]);
    }

    private static bool IsStaggered(ProgrammeReturn result) =>
        result.Programme.Teams.Any(team => team.Month.IsKnown && team.Month != result.GoLive);

    private static string CumulativeInWords(ReportPages pages, ProgrammeReturn result)
    {
        var low = result.Cumulative.MinBy(each => each.Amount);
        return pages.Text.Of(
            "summary.cumulative.alt", pages.Period(result.Window), pages.Money(low.Amount), pages.MonthShort(low.Month),
            result.BreakEven is { } month ? pages.Text.Of("chart.alt.break-even", pages.MonthShort(month)) : pages.Text["chart.alt.no-break-even"],
            pages.Money(result.NetBenefit), pages.MonthShort(result.Window.To), pages.MonthShort(result.GoLive));
    }

    /// <summary>What is known where the gain is not: what was spent.</summary>
    private static void Spent(ReportPages pages, StructureElement section, ProgrammeReturn result)
    {
        if (result.Cost.Total == 0 || result.Window.IsEmpty)
        {
            return;
        }

        pages.Sub(section, pages.Text["summary.spent"]);
        var spent = result.Cost.Monthly.Cumulative(result.Window);
        var chart = new LineChart(result.Window, spent, pages.AxisMoney, month => pages.MonthShort(month))
        {
            Start = GoLive(pages, result),
            End = pages.Formats.MoneyShort(result.Cost.Total, pages.Currency),
            Colour = ReportLook.Total,
        };
        pages.Flow.Figure(
            section, ChartHeight,
            pages.Text.Of("summary.spent.alt", pages.Period(result.Window), pages.Money(result.Cost.Total), pages.MonthShort(result.Window.To)),
            chart.Draw);
    }
}
