using CrmRoi.Metrics;
using CrmRoi.Metrics.Evidence;

namespace CrmRoi.Reports.Sections;

/// <summary>Writes what evidence says of one subject, in its unit.</summary>
internal sealed class SubjectFigures(ReportPages pages, EvidenceSubject subject)
{
    private const double LargestWritten = 1e15;

    public string Name => pages.Words.Name(subject);

    /// <summary>A number that can be written; none for what is not finite.</summary>
    public static decimal? Number(double? value) => value is { } known && double.IsFinite(known) && Math.Abs(known) < LargestWritten ? (decimal)known : null;

    /// <summary>A value at the axis of a chart.</summary>
    public string Axis(decimal value) => subject.Metric switch
    {
        null or { Unit: Unit.Money } => pages.AxisMoney(value),
        { Unit: Unit.Share } => pages.Formats.Share(value, 0),
        _ => pages.Formats.Count(value, value == decimal.Truncate(value) ? 0 : 1),
    };

    /// <summary>A change with its sign: "+€ 12k", "−3.1 pts".</summary>
    public string Effect(double? value) => Number(value) switch
    {
        null => Formats.Undefined,
        < 0 => "\u2212" + Size(-value),
        > 0 => "+" + Size(value),
        _ => Size(value),
    };

    /// <summary>The two ends of an interval.</summary>
    public string Interval(double? low, double? high) => low is null || high is null ? Formats.Undefined : pages.Formats.Interval(Effect(low), Effect(high));

    /// <summary>A fraction as a change: "+12.3 %".</summary>
    public string Relative(double? fraction) => pages.Formats.Change(Number(fraction));

    // Cents of an estimate say nothing.
    private string Money(decimal size) => size is >= 100 and < 1_000 ? pages.Formats.MoneyWhole(size, pages.Currency) : pages.Formats.MoneyShort(size, pages.Currency);

    private string Size(double? value) => (Number(value), subject.Metric) switch
    {
        (null, _) => Formats.Undefined,
        ({ } size, null or { Unit: Unit.Money }) => Money(size),
        ({ } size, { Unit: Unit.Share }) => pages.Formats.Points(size).TrimStart('+'),
        ({ } size, { } metric) => pages.Figures.Brief(metric, size >= 10 ? decimal.Round(size) : decimal.Round(size, 1)),
    };
}
