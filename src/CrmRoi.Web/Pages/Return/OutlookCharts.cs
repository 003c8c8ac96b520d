using CrmRoi.Metrics;
using CrmRoi.Metrics.Return;
using CrmRoi.Reports;
using CrmRoi.Web.TagHelpers;
using Microsoft.Extensions.Localization;

namespace CrmRoi.Web.Pages.Return;

/// <summary>The charts of what is not certain and of what is still to come.</summary>
public sealed class OutlookCharts(IStringLocalizer<OutlookCharts> text, Formats formats, DomainText words)
{
    private const int MostBars = 8;

    /// <summary>What each doubt does to the ROI, less the likely one; none without doubts.</summary>
    public ChartModel? Tornado(Outlook outlook, string tableId)
    {
        if (outlook.Return.Roi is not { } roi)
        {
            return null;
        }

        var bars = outlook.Bars.Where(bar => Moved(bar.WorstRoi) is not null || Moved(bar.BestRoi) is not null).Take(MostBars).ToList();
        if (bars.Count == 0)
        {
            return null;
        }

        return new()
        {
            Type = ChartType.Horizontal,
            Label = text["What moves the ROI most: {0}, from {1} to {2}.", NameOf(bars[0]), formats.Percent((decimal?)bars[0].WorstRoi), formats.Percent((decimal?)bars[0].BestRoi)],
            Labels = [.. bars.Select(NameOf)],
            Series =
            [
                new(text["at its worse end"], ChartRole.Loss, [.. bars.Select(bar => Moved(bar.WorstRoi))]),
                new(text["at its better end"], ChartRole.After, [.. bars.Select(bar => Moved(bar.BestRoi))]),
            ],
            Unit = ChartUnit.Share,
            ZeroLine = true,
            Stacked = true,
            TableId = tableId,
            Note = text["ROI less the likely one, one doubt at a time"],
        };

        // An end that moves nothing that could be seen has no bar.
        decimal? Moved(double? end) => end is { } value && Math.Abs((decimal)value - roi) >= 0.05m ? ((decimal)value - roi) / 100 : null;
    }

    /// <summary>What has happened and what is projected, as one sum.</summary>
    public ChartModel? Projected(Outlook outlook, string tableId)
    {
        if (outlook.Projection is not { Months: [_, ..] months } projection || outlook.Return.Cumulative is not [_, ..] past)
        {
            return null;
        }

        var (gaps, last) = (Enumerable.Repeat((decimal?)null, past.Count - 1), past[^1].Amount);
        return new()
        {
            Type = ChartType.Line,
            Label = text["Projection of the cumulative net benefit to {0}: {1}.", formats.Month(months[^1].Month.FirstDay), formats.MoneyShort(months[^1].Cumulative, outlook.Return.Programme.Currency)],
            Labels = [.. past.Select(each => each.Month.ToString()), .. months.Select(each => each.Month.ToString())],
            Series =
            [
                new(text["so far"], ChartRole.Before, [.. past.Select(each => (decimal?)each.Amount), .. months.Select(_ => (decimal?)null)]),
                new(text["projection"], ChartRole.Estimate, [.. gaps, last, .. months.Select(each => (decimal?)each.Cumulative)])
                {
                    Low = [.. gaps, last, .. months.Select(each => (decimal?)each.Low)],
                    High = [.. gaps, last, .. months.Select(each => (decimal?)each.High)],
                    IntervalName = text["{0} interval", formats.Share((decimal)projection.Level, 0)],
                },
            ],
            Marks = projection.BreakEven is { } month ? [new(text["Break-even · {0}", formats.MonthShort(month.FirstDay)], ChartMarkKind.BreakEven, month.ToString(), At(month, past, months))] : [],
            Shaded = [new(months[0].Month.ToString(), months[^1].Month.ToString(), text["projection"])],
            Unit = ChartUnit.Money,
            Currency = outlook.Return.Programme.Currency,
            ZeroLine = true,
            TableId = tableId,
        };
    }

    private static decimal At(Month month, IReadOnlyList<MonthAmount> past, IReadOnlyList<ProjectedMonth> months) =>
        past.Where(each => each.Month == month).Select(each => each.Amount).Concat(months.Where(each => each.Month == month).Select(each => each.Cumulative)).FirstOrDefault();

    private string NameOf(TornadoBar bar)
    {
        var name = bar.Estimated is { } kind ? text["Estimate: {0}", words.Member(kind)] : bar.Name!;
        return name.Length <= 34 ? name : name[..33] + "…";
    }
}
