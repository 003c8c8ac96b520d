using CrmRoi.Metrics;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Return;
using CrmRoi.Reports;
using CrmRoi.Web.TagHelpers;
using Microsoft.Extensions.Localization;

namespace CrmRoi.Web.Pages.Shared;

/// <summary>One step of what the net benefit is made of.</summary>
/// <param name="Name">In the reader's words.</param>
/// <param name="Amount">How much; below zero for a cost or loss.</param>
public sealed record BridgeStep(string Name, decimal Amount);

/// <summary>The charts of money that overview and return share.</summary>
public sealed class MoneyCharts(IStringLocalizer<MoneyCharts> text, Formats formats, DomainText words)
{
    private const int MostSavings = 3;

    /// <summary>All gain less all cost up to each month; none while the gain is not known.</summary>
    public ChartModel? Cumulative(ProgrammeReturn result, string tableId)
    {
        if (result.Cumulative is not [_, .., var end] points)
        {
            return null;
        }

        var currency = result.Programme.Currency;
        return new()
        {
            Type = ChartType.Line,
            Label = text["Cumulative net benefit by month: {0} in {1}.", formats.MoneyShort(end.Amount, currency), formats.Month(end.Month.FirstDay)],
            Labels = [.. points.Select(point => point.Month.ToString())],
            Series = [new(text["Net benefit"], ChartRole.Estimate, [.. points.Select(point => (decimal?)point.Amount)])],
            Marks = [.. GoLives(result), .. BreakEven(result, points)],
            Shaded = RampUp(result),
            Unit = ChartUnit.Money,
            Currency = currency,
            ZeroLine = true,
            TableId = tableId,
        };
    }

    /// <summary>What flows in and out each month.</summary>
    public ChartModel? Monthly(ProgrammeReturn result, string tableId)
    {
        if (result.Window.IsEmpty)
        {
            return null;
        }

        var (months, costs) = (result.Window.Months.ToList(), result.Cost.Monthly);
        var cost = new ChartSeries(text["Cost"], ChartRole.Cost, [.. months.Select(month => (decimal?)-costs[month])]);
        return new()
        {
            Type = ChartType.Bar,
            Label = text["Gain and cost of each month; cost points down."],
            Labels = [.. months.Select(month => month.ToString())],
            Series = result.MonthlyGain is { } gain
                ? [cost, new(text["Gain"], ChartRole.After, [.. months.Select(month => (decimal?)gain[month])])]
                : [cost],
            Unit = ChartUnit.Money,
            Currency = result.Programme.Currency,
            ZeroLine = true,
            Stacked = true,
            TableId = tableId,
        };
    }

    /// <summary>What the net benefit is made of; empty while the gain is not known.</summary>
    public IReadOnlyList<BridgeStep> Steps(ProgrammeReturn result)
    {
        if (result.Gain is null)
        {
            return [];
        }

        var savings = result.Benefits.Where(line => !line.Kind.IsMargin() && line.Total != 0).OrderByDescending(line => line.Total).ToList();
        var steps = new List<BridgeStep>();
        if (result.MarginTotal is { } sales)
        {
            steps.Add(new(text["Sales margin"], sales));
        }

        var shown = savings.Count > MostSavings ? MostSavings - 1 : savings.Count;
        steps.AddRange(savings.Take(shown).Select(line => new BridgeStep(savings.Count == 1 ? text["Savings"] : words.Member(line.Kind), line.Total)));
        if (shown < savings.Count)
        {
            steps.Add(new(text["Other savings"], savings.Skip(shown).Sum(line => line.Total)));
        }

        steps.Add(new(text["Cost"], -result.Cost.Total));
        return steps;
    }

    /// <summary>The steps, and the net benefit that they come to.</summary>
    public ChartModel Bridge(ProgrammeReturn result, IReadOnlyList<BridgeStep> steps, string tableId) => new()
    {
        Type = ChartType.Waterfall,
        Label = text["What the net benefit of {0} is made of.", formats.MoneyShort(result.NetBenefit, result.Programme.Currency)],
        Labels = [.. steps.Select(step => step.Name), text["Net benefit"]],
        Series =
        [
            new(text["step"], ChartRole.After, [.. steps.Select(step => (decimal?)step.Amount), null]),
            new(text["total"], ChartRole.Total, [.. steps.Select(_ => (decimal?)null), result.NetBenefit]),
        ],
        Unit = ChartUnit.Money,
        Currency = result.Programme.Currency,
        TableId = tableId,
        Note = text["gain less cost; adds up to the cent"],
    };

    private IEnumerable<ChartMark> GoLives(ProgrammeReturn result)
    {
        var (first, last) = GoLiveSpan(result.Programme);
        if (first.IsKnown && result.Window.Contains(first))
        {
            yield return new(first == last ? text["Go-live"] : text["First go-live"], ChartMarkKind.GoLive, first.ToString());
        }

        if (last > first && result.Window.Contains(last))
        {
            yield return new(text["Last go-live"], ChartMarkKind.GoLive, last.ToString());
        }
    }

    private IEnumerable<ChartMark> BreakEven(ProgrammeReturn result, IReadOnlyList<MonthAmount> points) =>
        result.BreakEven is { } month && points.Any(point => point.Month == month)
            ? [new(text["Break-even · {0}", formats.MonthShort(month.FirstDay)], ChartMarkKind.BreakEven, month.ToString(), points.First(point => point.Month == month).Amount)]
            : [];

    private IReadOnlyList<ChartShade> RampUp(ProgrammeReturn result)
    {
        var (first, last) = GoLiveSpan(result.Programme);
        if (!first.IsKnown)
        {
            return [];
        }

        var until = last.Plus(result.Programme.RampUpMonths - 1);
        var shade = new Window(first, Month.Max(until, last)).Intersect(result.Window);
        return shade.Length > 1 ? [new(shade.From.ToString(), shade.To.ToString(), first == last ? text["ramp-up"] : text["roll-out and ramp-up"])] : [];
    }

    private static (Month First, Month Last) GoLiveSpan(Programme programme)
    {
        var first = programme.FirstGoLive();
        return (first, programme.Teams.Select(team => team.Month).Where(month => month.IsKnown).Append(first).Max());
    }
}
