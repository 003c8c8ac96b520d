using CrmRoi.Metrics;
using CrmRoi.Metrics.Comparing;
using CrmRoi.Metrics.Planning;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Reports;

/// <summary>A metric's answers as the reader writes them: the one place that knows how each unit is written, for pages and PDF.</summary>
/// <param name="formats">How the reader writes numbers.</param>
/// <param name="text">What the reader calls things.</param>
/// <param name="currency">The currency of the money, by ISO 4217.</param>
public sealed class MetricFormats(Formats formats, DomainText text, string currency)
{
    private const string Space = "\u00A0";

    /// <summary>An answer in the metric's unit: "24.1 %", "€ 8,410", "71 d"; "—" where there is none.</summary>
    public string Value(Metric metric, decimal? value) => metric.Unit switch
    {
        Unit.Count => formats.Count(value, IsWhole(value) ? 0 : 1),
        Unit.Share => formats.Share(value),
        Unit.Money => formats.Money(value, currency),
        Unit.Days => formats.Days(value, DecimalsOfDays(value)),
        Unit.Hours => formats.Unit(formats.Count(value, IsWhole(value) ? 0 : 1), "h"),
        Unit.Months => formats.Months((int?)value),
        Unit.Ratio => formats.Count(value, value >= 100 ? 0 : value >= 10 ? 1 : 2),
        Unit.Points => formats.Count(value, 1),
        Unit.Month => value is { } index ? formats.Month(Month.At((int)index).FirstDay) : Formats.Undefined,
        _ => throw new ArgumentOutOfRangeException(nameof(metric), metric.Unit, "Unknown unit."),
    };

    /// <summary>An answer at a glance: money in thousands, all else as <see cref="Value"/>.</summary>
    public string Brief(Metric metric, decimal? value) =>
        metric.Unit == Unit.Money ? formats.MoneyShort(value, currency) : Value(metric, value);

    /// <summary>What an answer rests on: "of 412 closed deals"; none for a total.</summary>
    public string? Denominator(Metric metric, Reading reading) =>
        reading.Denominator is { } denominator ? text.DenominatorOf(metric, WrittenDenominator(metric, denominator)) : null;

    /// <summary>What one side of a comparison rests on: its denominator, or the months that a total is spread over.</summary>
    public string? Denominator(Comparison comparison, Reading side) => comparison.IsPerMonth && side.Denominator is { } months
        ? text.PerMonth(formats.Count(months, IsWhole(months) ? 0 : 1))
        : Denominator(comparison.Metric, side);

    /// <summary>How many a side of a comparison rests on, where there is little room: "n 1,204", or "a month, over 12 months".</summary>
    public string? Sample(Comparison comparison, Reading side) => comparison.IsPerMonth || side.Denominator is null || IsOfMoney(comparison.Metric)
        ? Denominator(comparison, side)
        : $"n{Space}{formats.Count(side.Denominator, IsWhole(side.Denominator) ? 0 : 1)}";

    /// <summary>The change: points for shares, days and hours as such, percent for all else; "—" where there is none.</summary>
    public string Change(Comparison comparison) => comparison.Metric.Unit switch
    {
        Unit.Share => formats.Points(comparison.Change),
        Unit.Points => formats.WithSign(comparison.Change, 1),
        Unit.Days => formats.DaysChange(comparison.Difference, DecimalsOfDays(comparison)),
        Unit.Hours => formats.Unit(formats.WithSign(comparison.Difference, 1), "h"),
        _ => formats.Change(comparison.Change),
    };

    /// <summary>The ends of the change's interval on the scale of <see cref="Change"/>: "2.1 to 9.3"; none where it has none.</summary>
    public string? Interval(Comparison comparison) => Scaled(comparison) switch
    {
        { Low: { } low, High: { } high } => formats.Interval(End(comparison, low), End(comparison, high)),
        { Low: { } low } => "≥" + Space + End(comparison, low),
        { High: { } high } => "≤" + Space + End(comparison, high),
        _ => null,
    };

    private static Interval? Scaled(Comparison comparison) => (comparison.Metric.Unit, comparison.Interval) switch
    {
        (_, null) => null,
        (Unit.Points, { } interval) => interval,
        (Unit.Days or Unit.Hours, { } interval) => comparison.Before.Value is { } before ? interval.Times(Math.Abs(before)) : null,
        (_, { } interval) => interval.Times(100),
    };

    private string End(Comparison comparison, decimal value) => formats.WithSign(value, comparison.Metric.Unit == Unit.Days ? DecimalsOfDays(comparison) : 1);

    private string WrittenDenominator(Metric metric, decimal denominator) =>
        IsOfMoney(metric) ? formats.Money(denominator, currency) : formats.Count(denominator, IsWhole(denominator) ? 0 : 1);

    // A share of money, such as the margin rate, is divided by money.
    private static bool IsOfMoney(Metric metric) =>
        metric switch
        {
            SnapshotMetric { Unit: Unit.Share } share => share.Members.All(member => Measure.Of(member).IsMoney),
            CombinedMetric { Unit: Unit.Share } combined => combined.Parts.All(part => part.Unit == Unit.Money),
            PlanMetric plan => plan.Measure is not PlannedMeasure.Deals,
            _ => false,
        };

    // A change is written as finely as the values that it lies between.
    private static int DecimalsOfDays(Comparison comparison) =>
        Math.Max(DecimalsOfDays(comparison.Before.Value), DecimalsOfDays(comparison.After.Value));

    private static int DecimalsOfDays(decimal? value) => IsWhole(value) || value >= 100 ? 0 : 1;

    private static bool IsWhole(decimal? value) => value is not { } number || number == decimal.Truncate(number);
}
