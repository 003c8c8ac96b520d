using CrmRoi.Metrics;
using CrmRoi.Metrics.Evidence;
using CrmRoi.Reports;
using CrmRoi.Web.TagHelpers;
using Microsoft.Extensions.Localization;

namespace CrmRoi.Web.Pages.Evidence;

/// <summary>Draws evidence: what happened against what would have, the difference, and the same by months since go-live.</summary>
public sealed class EvidenceCharts(IStringLocalizer<EvidenceCharts> text, Formats formats)
{
    // The first months that are known hold few deals: their points say nothing, and would press all others flat. The table has them.
    private const double MostWidth = 2;

    /// <summary>What was observed, and the counterfactual with its band; none where there is no figure.</summary>
    public ChartModel? Course(ShownEvidence shown, string tableId) => Of(shown, (method, estimate) =>
    {
        var points = estimate.Points;
        return Base(shown, method, tableId, text["{0}: observed, and expected without the CRM", shown.Written.Name]) with
        {
            Series =
            [
                new(text["Expected without the CRM"], ChartRole.Counterfactual, Values(points, point => point.Counterfactual))
                {
                    Low = Values(points, point => point.Low),
                    High = Values(points, point => point.High),
                    IntervalName = IntervalName(estimate.Level),
                },
                new(text["Observed before"], ChartRole.Before, Values(points, point => point.Observed, point => point.Period <= method.GoLivePeriod)),
                new(text["Observed since"], ChartRole.After, Values(points, point => point.Observed, point => point.Period >= method.GoLivePeriod)),
            ],
        };
    });

    /// <summary>Observed less expected, period by period.</summary>
    public ChartModel? Pointwise(ShownEvidence shown, string tableId) => Of(shown, (method, estimate) =>
        Base(shown, method, tableId, text["{0}: observed less expected", shown.Written.Name]) with
        {
            Series =
            [
                Effects(text["Before: should be about zero"], ChartRole.Before, estimate, point => point.Period < method.GoLivePeriod),
                Effects(text["Effect"], ChartRole.Estimate, estimate, point => point.Period >= method.GoLivePeriod),
            ],
            ZeroLine = true,
        });

    /// <summary>All effect up to each period.</summary>
    public ChartModel? Cumulative(ShownEvidence shown, string tableId) => Of(shown, (method, estimate) =>
    {
        bool IsCounted(EffectPoint point) => point.Period >= method.GoLivePeriod;
        return Base(shown, method, tableId, text["{0}: all effect up to each month", shown.Written.Name]) with
        {
            Series =
            [
                new(text["All effect so far"], ChartRole.Estimate, Values(estimate.Points, point => point.Cumulative, IsCounted))
                {
                    Low = Values(estimate.Points, point => point.CumulativeLow, IsCounted),
                    High = Values(estimate.Points, point => point.CumulativeHigh, IsCounted),
                    IntervalName = IntervalName(estimate.Level),
                },
            ],
            ZeroLine = true,
        };
    });

    /// <summary>Teams live against teams not yet live by months since go-live; those before are placebos.</summary>
    public ChartModel EventStudy(ShownEvidence shown, string tableId) =>
        Points(shown.EventStudy, text["{0}: teams live against teams not yet live, by months since go-live", shown.Written.Name], tableId, shown.Evidence.Settings.Level) with
        {
            Unit = shown.Written.Unit,
            Currency = shown.Written.Currency,
        };

    /// <summary>The relative effect by months since each team's own go-live.</summary>
    public ChartModel SinceGoLive(ShownEvidence shown, OpportunityYield opportunities, string tableId) =>
        Points([.. opportunities.SinceGoLive.Where(point => point.High - point.Low < MostWidth)], text["{0}: relative effect by months since go-live", shown.Written.Name], tableId, shown.Evidence.Settings.Level) with { Unit = ChartUnit.Share };

    private ChartModel Points(IReadOnlyList<EffectAt> points, string label, string tableId, double level)
    {
        var sides = new[] { Side(text["Before: should be about zero"], ChartRole.Before, point => point.At < 0), Side(text["Effect"], ChartRole.Estimate, point => point.At >= 0) };
        return new()
        {
            Type = ChartType.Points,
            Label = label,
            Labels = [.. points.Select(point => Label(point.At))],
            Series = [.. sides.Where(side => side.Values.Any(value => value is not null))],
            Marks = points.Any(point => point.At < 0) && points.Any(point => point.At == 0) ? [new(text["Go-live"], ChartMarkKind.GoLive, Label(0))] : [],
            ZeroLine = true,
            Axis = text["months since go-live"],
            TableId = tableId,
        };

        ChartSeries Side(string name, ChartRole role, Func<EffectAt, bool> choice) => new(name, role, Bounds(choice, point => point.Effect))
        {
            Low = Bounds(choice, point => point.Low),
            High = Bounds(choice, point => point.High),
            IntervalName = IntervalName(level),
        };

        List<decimal?> Bounds(Func<EffectAt, bool> choice, Func<EffectAt, double?> value) =>
            [.. points.Select(point => choice(point) ? EvidenceFormats.Number(value(point)) : null)];
    }

    private ChartModel Base(ShownEvidence shown, MethodEvidence method, string tableId, string label) => new()
    {
        Type = ChartType.Line,
        Label = label,
        Labels = [.. method.Estimate!.Points.Select(point => ShownEvidence.LabelOf(method, point.Period))],
        Series = [],
        Marks = [.. GoLives(shown, method)],
        Shaded = [.. RampUp(shown, method)],
        Unit = shown.Written.Unit,
        Currency = shown.Written.Currency,
        Axis = method.From is null ? text["months since each team’s go-live"].Value : null,
        TableId = tableId,
    };

    private static ChartModel? Of(ShownEvidence shown, Func<MethodEvidence, Estimate, ChartModel> draw) =>
        shown is { Official: { } official, Estimate: { } estimate } ? draw(official, estimate) : null;

    private ChartSeries Effects(string name, ChartRole role, Estimate estimate, Func<EffectPoint, bool> choice) =>
        new(name, role, Values(estimate.Points, point => point.Effect, choice))
        {
            Low = Values(estimate.Points, point => point.EffectLow, choice),
            High = Values(estimate.Points, point => point.EffectHigh, choice),
            IntervalName = IntervalName(estimate.Level),
        };

    private IEnumerable<ChartMark> GoLives(ShownEvidence shown, MethodEvidence method)
    {
        if (method.From is not { } from)
        {
            yield return new(text["Go-live"], ChartMarkKind.GoLive, "0");
            yield break;
        }

        var (first, last) = ShownEvidence.GoLivesOf(shown.Evidence.Programme);
        if (first.IsKnown && first >= from && first <= shown.Evidence.Until)
        {
            yield return new(first == last ? text["Go-live"] : text["First go-live"], ChartMarkKind.GoLive, first.ToString());
        }

        if (last > first && last <= shown.Evidence.Until)
        {
            yield return new(text["Last go-live"], ChartMarkKind.GoLive, last.ToString());
        }
    }

    private IEnumerable<ChartShade> RampUp(ShownEvidence shown, MethodEvidence method)
    {
        var rampUp = shown.Evidence.Programme.RampUpMonths;
        if (method.From is not { } from)
        {
            return rampUp > 1 ? [new("0", Label(rampUp - 1), text["ramp-up"])] : [];
        }

        var (first, last) = ShownEvidence.GoLivesOf(shown.Evidence.Programme);
        var shade = new Window(Month.Max(first, from), Month.Min(Month.Max(last.Plus(rampUp - 1), last), shown.Evidence.Until));
        return first.IsKnown && shade.Length > 1 ? [new(shade.From.ToString(), shade.To.ToString(), first == last ? text["ramp-up"] : text["roll-out and ramp-up"])] : [];
    }

    private string IntervalName(double level) => text["{0} interval", formats.Share(EvidenceFormats.Number(level), 0)];

    private static string Label(int at) => ShownEvidence.LabelOf(at);

    private static List<decimal?> Values(IReadOnlyList<EffectPoint> points, Func<EffectPoint, double> value, Func<EffectPoint, bool>? choice = null) =>
        [.. points.Select(point => choice is null || choice(point) ? EvidenceFormats.Number(value(point)) : null)];
}
