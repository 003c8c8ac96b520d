using CrmRoi.Metrics.Return;

namespace CrmRoi.Reports.Sections;

/// <summary>A number with its name and what it rests on.</summary>
internal sealed record KeyFigure(string Label, string Value, string Note, bool IsLoss = false);

/// <summary>The four numbers that a board asks for first.</summary>
internal static class KeyFigures
{
    public static IReadOnlyList<KeyFigure> Of(ReportPages pages)
    {
        var result = pages.Input.Summary.Return;
        return [Roi(pages, result), NetBenefit(pages, result), Payback(pages, result), PresentValue(pages, result)];
    }

    private static KeyFigure Roi(ReportPages pages, ProgrammeReturn result) => new(
        pages.Text["tile.roi"],
        pages.Formats.Percent(result.Roi),
        (result.Roi, result.Drawn) switch
        {
            (null, _) => Why(pages, result),
            (_, { Roi: { Low: { } low, High: { } high } interval }) when result.IsAdjusted => pages.Text.Of(
                "tile.roi.interval", pages.Formats.Percent((decimal)low), pages.Formats.Percent((decimal)high), pages.Formats.Share((decimal)interval.Level, 0)),
            _ => pages.Text["tile.roi.note"],
        },
        result.Roi < 0);

    private static KeyFigure NetBenefit(ReportPages pages, ProgrammeReturn result) => new(
        pages.Text["tile.net"],
        pages.Formats.MoneyShort(result.NetBenefit, pages.Currency),
        result.NetBenefit is null
            ? Why(pages, result)
            : pages.Text.Of("tile.net.note", Short(pages, result.Gain), Short(pages, result.Cost.Total)),
        result.NetBenefit < 0);

    private static KeyFigure Payback(ReportPages pages, ProgrammeReturn result) => new(
        pages.Text["tile.payback"],
        pages.Formats.Months(result.PaybackFromCost),
        (result.PaybackFromCost, result.Roi) switch
        {
            (null, null) => Why(pages, result),
            (null, _) => pages.Text["tile.payback.none"],
            _ when result.PaybackFromGoLive is { } months => pages.Text.Of("tile.payback.note", pages.Formats.Months(months)),
            _ => pages.Text["tile.payback.cost"],
        });

    private static KeyFigure PresentValue(ReportPages pages, ProgrammeReturn result) => new(
        pages.Text["tile.npv"],
        pages.Formats.MoneyShort(result.Npv, pages.Currency),
        result.Npv is null
            ? Why(pages, result)
            : pages.Text.Of("tile.npv.note", pages.Formats.Share(result.Programme.DiscountRate), pages.MonthShort(result.Window.From)),
        result.Npv < 0);

    /// <summary>Why a figure of the return has no answer.</summary>
    public static string Why(ReportPages pages, ProgrammeReturn result) => result.Reasons.Count > 0
        ? string.Join("; ", result.Reasons.Select(pages.Words.Of))
        : pages.Text["undefined.size"];

    private static string Short(ReportPages pages, decimal? amount) => pages.Formats.MoneyShort(amount, pages.Currency);
}
