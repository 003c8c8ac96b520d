using CrmRoi.Metrics.Evidence;
using CrmRoi.Reports;
using CrmRoi.Web.TagHelpers;
using MetricUnit = CrmRoi.Metrics.Unit;

namespace CrmRoi.Web.Pages.Evidence;

/// <summary>Writes what evidence says of one subject, in its unit.</summary>
public sealed class EvidenceFormats(EvidenceSubject subject, Formats formats, DomainText words, string currency)
{
    // A line may end after a sign unless this stands between.
    private const string Together = "\u2060";

    private const decimal SmallestWithoutCents = 100;
    private const double LargestWritten = 1e15;
    private const double SmallestWritten = 0.001;

    private readonly MetricFormats metrics = new(formats, words, currency);

    /// <summary>What the subject is called.</summary>
    public string Name => words.Name(subject);

    /// <summary>The name within a sentence: "sales margin", but "NPS".</summary>
    public string NameWithin => Name is [var first, var second, ..] && char.IsLower(second) && !IsGerman ? char.ToLowerInvariant(first) + Name[1..] : Name;

    /// <summary>Whether months add up: a sum of money or of things, and not a rate.</summary>
    public bool IsTotal => subject.Metric is null or { IsTotal: true };

    /// <summary>The charts' unit.</summary>
    public ChartUnit Unit => subject.Metric?.Unit switch
    {
        null or MetricUnit.Money => ChartUnit.Money,
        MetricUnit.Share => ChartUnit.Share,
        MetricUnit.Days => ChartUnit.Days,
        MetricUnit.Ratio or MetricUnit.Points or MetricUnit.Hours => ChartUnit.Ratio,
        _ => ChartUnit.Count,
    };

    public string Currency => currency;

    /// <summary>A value of the subject: "€ 8,410", "24.1 %".</summary>
    public string Value(double? value) => subject.Metric is { Unit: not MetricUnit.Money } metric ? metrics.Value(metric, Number(value)) : InFull(Number(value));

    /// <summary>A size without a sign, at a glance: "€ 591k", "3.1 pts".</summary>
    public string Size(double? value) => Number(value is { } known ? Math.Abs(known) : null) is not { } size ? Formats.Undefined : subject.Metric switch
    {
        { Unit: MetricUnit.Share } => formats.Points(size).TrimStart('+'),
        null or { Unit: MetricUnit.Money } => Money(size),
        { } metric => metrics.Brief(metric, size),
    };

    /// <summary>A change of the subject, with its sign: "+€ 12k", "−3.1 pts".</summary>
    public string Effect(double? value) => Number(value) switch
    {
        null => Formats.Undefined,
        < 0 => "\u2212" + Together + Size(value),
        > 0 => "+" + Together + Size(value),
        _ => Size(value),
    };

    /// <summary>The two ends of an interval: "−€ 2k to € 9k".</summary>
    public string Interval(double? low, double? high) => low is null || high is null ? Formats.Undefined : formats.Interval(Effect(low), Effect(high));

    /// <summary>A fraction as a change: "+12.3 %".</summary>
    public string Relative(double? fraction) => formats.Change(Number(fraction));

    /// <summary>The two ends of an interval of fractions.</summary>
    public string RelativeInterval(double? low, double? high) => low is null || high is null ? Formats.Undefined : formats.Interval(Relative(low), Relative(high));

    /// <summary>A probability: "4.2 %", or "&lt; 0.1 %".</summary>
    public string Probability(double? probability) => probability < SmallestWritten ? "<\u00A0" + formats.Share((decimal)SmallestWritten) : formats.Share(Number(probability));

    /// <summary>"0.42": a number without a unit.</summary>
    public string Plain(double? value, int decimals) => formats.Count(Number(value), decimals);

    /// <summary>"95 %".</summary>
    public string Level(double level) => formats.Share(Number(level), 0);

    /// <summary>A number that a page or a chart can hold; none for what is not finite.</summary>
    public static decimal? Number(double? value) => value is { } known && double.IsFinite(known) && Math.Abs(known) < LargestWritten ? (decimal)known : null;

    private static bool IsGerman => System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "de";

    private string InFull(decimal? amount) => Math.Abs(amount ?? 0) < SmallestWithoutCents ? formats.Money(amount, currency) : formats.MoneyWhole(amount, currency);

    // Cents of an estimate say nothing.
    private string Money(decimal? amount) => Math.Abs(amount ?? 0) is >= SmallestWithoutCents and < 1_000 ? formats.MoneyWhole(amount, currency) : formats.MoneyShort(amount, currency);
}
