using CrmRoi.Metrics;
using CrmRoi.Metrics.Catalogue;
using CrmRoi.Metrics.Comparing;
using CrmRoi.Metrics.Snapshots;
using CrmRoi.Reports;
using CrmRoi.Web.TagHelpers;
using Microsoft.Extensions.Localization;

namespace CrmRoi.Web.Pages.Metrics;

/// <summary>Draws metrics: month by month, and as curves of waits. Before is grey and after the accent.</summary>
public sealed class MetricCharts(Formats formats, DomainText text, IStringLocalizer<MetricCharts> words)
{
    private const decimal Level = Comparison.DefaultLevel;

    private const int FewestAtRisk = 10;

    public MetricFormats Written(string currency) => new(formats, text, currency);

    /// <summary>What the month of go-live is called.</summary>
    public string GoLiveName => words["Go-live"];

    /// <summary>The pill that says what a comparison found.</summary>
    public static string PillOf(Comparison comparison) => comparison.Verdict switch
    {
        _ when DomainText.IsUntested(comparison) => "untested",
        Verdict.Better => "better",
        Verdict.Worse => "worse",
        Verdict.Unclear => "unclear",
        _ => "incomparable",
    };

    /// <summary>How a cell with a change is coloured.</summary>
    public static string ToneOf(Verdict verdict) => verdict switch
    {
        Verdict.Better => "up",
        Verdict.Worse => "down",
        Verdict.Unclear => "",
        _ => "na",
    };

    /// <summary>A metric month by month; grey before go-live, accent from it on, and gaps where it has no answer.</summary>
    public ChartModel OfTrend(Trend trend, MeasuringPage page, string tableId)
    {
        var name = text.Name(trend.Metric);
        var months = trend.Points.Select(point => point.Month).ToList();
        var goLive = page.GoLive;
        var isSplit = page.SplitAt is > 0;
        var isAfter = goLive.IsKnown && goLive <= trend.Window.From;
        var before = trend.Points.Select(point => isSplit && point.Month >= goLive ? null : point.Reading.Value).ToList();
        var after = trend.Points.Select(point => point.Month < goLive ? null : point.Reading.Value).ToList();
        var rollOut = page.RollOut.Intersect(trend.Window);
        return new()
        {
            Type = ChartType.Line,
            Label = words["{0} by month, {1}; {2} over the whole period", name, formats.Period(trend.Window.From.FirstDay, trend.Window.To.FirstDay), page.Written.Value(trend.Metric, trend.Overall.Value)],
            Labels = [.. months.Select(month => month.ToString())],
            Series = (isSplit, isAfter) switch
            {
                (true, _) => [new(words["Before"], ChartRole.Before, before), new(words["After"], ChartRole.After, after)],
                (_, true) => [new(words["After"], ChartRole.After, before)],
                _ => [new(name, goLive.IsKnown ? ChartRole.Before : ChartRole.After, before)],
            },
            Marks = isSplit ? [new(words["Go-live"], ChartMarkKind.GoLive, goLive.ToString())] : [],
            Shaded = isSplit && rollOut.Length > 1 ? [new(rollOut.From.ToString(), rollOut.To.ToString(), words["roll-out and ramp-up, not compared"])] : [],
            Unit = UnitOf(trend.Metric),
            Currency = page.Currency,
            TableId = tableId,
        };
    }

    /// <summary>Which share of waits goes on past each age, with its interval.</summary>
    public ChartModel OfWaits(IReadOnlyList<(ChartRole Role, CohortSnapshot Waits)> sides, string tableId, ComparisonHeads heads)
    {
        var curves = sides.Where(side => side.Waits.Count > 0).Select(side => (side.Role, side.Waits, Survival: Survival.Of(side.Waits))).ToList();
        var ages = curves.SelectMany(curve => curve.Survival.Steps.Select(step => step.Age)).Append(0).Distinct().Order().TakeWhile(age => age <= 240).ToList();
        return new()
        {
            Type = ChartType.Step,
            Label = words["Share of deals not yet won, by days since they began"],
            Labels = [.. ages.Select(age => age.ToString(System.Globalization.CultureInfo.InvariantCulture))],
            Series = [.. curves.Select(curve => CurveOf(curve.Role == ChartRole.Before ? heads.Before : heads.After, curve.Role, curve.Survival, OldestShown(curve.Waits), ages))],
            Marks = [new(words["half"], ChartMarkKind.Target, Value: 0.5m)],
            Unit = ChartUnit.Share,
            Axis = words["days"],
            TableId = tableId,
        };
    }

    /// <summary>What the two sides of a page's comparisons are called, and what is set against what.</summary>
    public ComparisonHeads HeadsOf(MeasuringPage page)
    {
        var notOver = page.NotOver is { IsEmpty: false } cut ? words["{0} is not over and is left out.", Period(cut)].Value : null;
        if (page.Compared is not { With: not ComparedWith.Baseline, Company: var months } compared)
        {
            var baseline = page.Programme is { GoLive.IsKnown: true } programme ? words["Compared with the {0} months before each team’s own go-live.", programme.BaselineMonths].Value : null;
            return new(words["Before"], words["After"], null, null, baseline, notOver);
        }

        var name = compared.With == ComparedWith.LastYear ? words["A year before"] : words["Period before"];
        var (before, after) = (months.Before.IsEmpty ? null : Period(months.Before), months.After.IsEmpty ? null : Period(months.After));
        var against = after is null ? null : words["Compared are {0} and {1}, whole months on both sides.", after, before!].Value;
        return new(name, words["This period"], before, after, against, notOver);
    }

    /// <summary>The months of a row that differ from those of its page, because what it counts needs time to end; none where they do not.</summary>
    public string? MonthsOf(MeasuringPage page, Metric metric)
    {
        if (metric is not CohortMetric || page.Compared is not { With: not ComparedWith.Baseline } compared
            || compared.For(metric, page.Filter, page.Cube.AsOf) is not [var own, ..] || own.After == compared.Company.After)
        {
            return null;
        }

        return words["{0} against {1}: later ones have not had the time", Period(own.After), Period(own.Before)];
    }

    /// <summary>How much of a plain figure's change is no effect: its change less that of the censoring-safe figure; none where either has none.</summary>
    public string? FlatteryOf(MeasuringPage page, MetricRow row)
    {
        if (!MetricCatalogue.TryFind(row.Metric.Safe, out var safe) || safe.Unit != row.Metric.Unit
            || row.Comparison?.Difference is not { } plain || page.Compare(safe)?.Difference is not { } honest)
        {
            return null;
        }

        return words["{0} plain, {1} safe of censoring: the plain change is off by {2}", Written(plain), Written(honest), Written(plain - honest)];

        string Written(decimal change) => safe.Unit == Unit.Share ? formats.Points(change) : formats.DaysChange(change, 1);
    }

    private string Period(Window months) => formats.Period(months.From.FirstDay, months.To.FirstDay);

    // A curve of the few that are left says little, and looks as if it said much.
    private static int OldestShown(CohortSnapshot waits)
    {
        var left = waits.Count;
        return waits.Ages.TakeWhile(age =>
        {
            var isShown = left >= Math.Min(FewestAtRisk, waits.Count);
            left -= age.Value.Reached + age.Value.Missed + age.Value.Open;
            return isShown;
        }).Last().Key;
    }

    private ChartSeries CurveOf(string name, ChartRole role, Survival survival, int oldest, IReadOnlyList<int> ages)
    {
        var bounds = ages.Select(age => age > oldest ? null : survival.Steps.LastOrDefault(step => step.Age <= age)?.Interval(Level)).ToList();
        return new(name, role, [.. ages.Select(age => age > oldest ? (decimal?)null : (decimal)survival.At(age))])
        {
            Low = [.. bounds.Select(bound => bound?.Low)],
            High = [.. bounds.Select(bound => bound?.High)],
            IntervalName = words["{0}, {1} interval", name, formats.Share(Level, 0)],
        };
    }

    private static ChartUnit UnitOf(Metric metric) => metric.Unit switch
    {
        Unit.Money => ChartUnit.Money,
        Unit.Share => ChartUnit.Share,
        Unit.Days => ChartUnit.Days,
        Unit.Ratio => ChartUnit.Ratio,
        _ => ChartUnit.Count,
    };
}
