using CrmRoi.Metrics;
using CrmRoi.Metrics.Comparing;

namespace CrmRoi.Reports.Sections;

/// <summary>A metric's numbers by its unit.</summary>
internal sealed class ReadingText(Formats formats, string currency)
{
    public string Value(Metric metric, decimal? value) => Value(metric.Unit, value);

    public string Value(Unit unit, decimal? value) => unit switch
    {
        Unit.Share => formats.Share(value),
        Unit.Money => formats.Money(value, currency),
        Unit.Days => formats.Days(value, value is > -10 and < 10 ? 1 : 0),
        Unit.Months => formats.Months((int?)value),
        Unit.Month => formats.MonthShort(value is { } index ? Month.At((int)index).FirstDay : null),
        Unit.Hours => value is null ? Formats.Undefined : formats.Count(value, 1) + "\u00A0h",
        Unit.Ratio => formats.Count(value, 2),
        Unit.Count => formats.Count(value, value is > -100 and < 100 && value != decimal.Truncate(value.Value) ? 1 : 0),
        _ => formats.Count(value, 1),
    };

    public string Change(Comparison comparison) => Change(comparison.Metric, comparison.Change);

    public string? Interval(Comparison comparison) => comparison.Interval is { } interval
        ? formats.Interval(End(comparison.Metric, interval.Low, "−∞"), End(comparison.Metric, interval.High, "∞"))
        : null;

    private string End(Metric metric, decimal? value, string open) => value is null ? open : Change(metric, value);

    private string Change(Metric metric, decimal? change) => metric.Unit switch
    {
        Unit.Share => formats.Points(change),
        Unit.Points => formats.WithSign(change, 1),
        _ => formats.Change(change),
    };
}
