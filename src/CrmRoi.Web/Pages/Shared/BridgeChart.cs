using CrmRoi.Metrics.Comparing;
using CrmRoi.Metrics.Return;
using CrmRoi.Reports;
using CrmRoi.Web.TagHelpers;
using Microsoft.Extensions.Localization;

namespace CrmRoi.Web.Pages.Shared;

/// <summary>Draws what the change in margin is made of: from before, factor by factor, to after.</summary>
public sealed class BridgeChart(IStringLocalizer<BridgeChart> text, DomainText words, Formats formats)
{
    public ChartModel Of(Bridge bridge, string currency, string tableId)
    {
        var gaps = bridge.Parts.Select(_ => (decimal?)null).ToList();
        return new()
        {
            Type = ChartType.Waterfall,
            Label = text[
                "Margin a month went from {0} to {1}; the largest part of the change is {2}.",
                formats.MoneyShort(bridge.Before, currency),
                formats.MoneyShort(bridge.After, currency),
                words.Member(bridge.Parts.MaxBy(part => Math.Abs(part.Amount))!.Factor)],
            Labels = [text["Before"], .. bridge.Parts.Select(part => words.Member(part.Factor)), text["After"]],
            Series =
            [
                new(text["step"], ChartRole.After, [null, .. bridge.Parts.Select(part => (decimal?)part.Amount), null]),
                new(text["total"], ChartRole.Total, [bridge.Before, .. gaps, bridge.After]),
            ],
            Unit = ChartUnit.Money,
            Currency = currency,
            TableId = tableId,
            Note = text["margin a month; the steps add up to the cent"],
        };
    }

    /// <summary>Draws what the counted sales margin is made of, step by step.</summary>
    public ChartModel Of(MarginSplit split, string currency, string tableId)
    {
        var steps = Steps(split).ToList();
        return new()
        {
            Type = ChartType.Waterfall,
            Label = text["{0} of sales margin count; the largest step is {1}.", formats.MoneyShort(split.Counted, currency), steps.MaxBy(step => Math.Abs(step.Amount)).Name],
            Labels = [.. steps.Select(step => step.Name), text["Counts"]],
            Series =
            [
                new(text["step"], ChartRole.After, [.. steps.Select(step => (decimal?)step.Amount), null]),
                new(text["total"], ChartRole.Total, [.. steps.Select(_ => (decimal?)null), split.Counted]),
            ],
            Unit = ChartUnit.Money,
            Currency = currency,
            TableId = tableId,
            Note = text["since go-live; the steps add up to the cent"],
        };
    }

    /// <summary>Each step of a split margin with its name.</summary>
    public IEnumerable<(string Name, decimal Amount)> Steps(MarginSplit split)
    {
        foreach (var part in split.Parts)
        {
            yield return (words.Member(part.Factor), part.Amount);
        }

        if (split.Anyway != 0)
        {
            yield return (text["Would have come anyway"], split.Anyway);
        }

        if (split.NotCounted != 0)
        {
            yield return (text["Others’ share"], split.NotCounted);
        }
    }
}
