using System.Globalization;

namespace CrmRoi.Reports;

/// <summary>Numbers, money and months as the reader writes them. Undefined is "—", never 0.</summary>
/// <remarks>Minus is U+2212; a no-break space stands between a number and its unit, a narrow one before %. chart-formats.js writes the same.</remarks>
/// <param name="culture">Whose culture.</param>
/// <param name="isPlain">
/// Whether for a program: numbers with every digit, a point and no unit (shares as fractions), months as 2026-01, days as 2026-01-31, nothing
/// where nothing is defined. So files have the same rows as pages.
/// </param>
public sealed class Formats(CultureInfo culture, bool isPlain = false)
{
    /// <summary>What stands where there is no figure.</summary>
    public const string Undefined = "—";

    private const string Minus = "\u2212";

    // Versions count the ticks of UTC; what lies before the year 2000 was counted by hand.
    private static readonly long OldestMoment = new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc).Ticks;

    private readonly UnitWords words = UnitWords.Of(culture);
    private readonly CurrencyStyle currencies = new(culture);

    /// <summary>"1,204": a whole number of things.</summary>
    public string Count(decimal? value, int decimals = 0) => isPlain ? Plain(value) : Written(value, decimals);

    /// <summary>"24.1 %" of a fraction.</summary>
    public string Share(decimal? fraction, int decimals = 1) => isPlain ? Plain(fraction) : With("%", Written(fraction * 100, decimals));

    /// <summary>"84 %" of a figure that is in percent already, such as ROI.</summary>
    public string Percent(decimal? percent, int decimals = 0) => isPlain ? Plain(percent) : With("%", Written(percent, decimals));

    /// <summary>"+4.2 %": a change of a fraction of what was.</summary>
    public string Change(decimal? fraction, int decimals = 1) => isPlain ? Plain(fraction) : With("%", WithSign(fraction * 100, decimals));

    /// <summary>"+5.7 pts": the difference of two fractions.</summary>
    public string Points(decimal? difference, int decimals = 1) => isPlain ? Plain(difference) : With(words.Points, WithSign(difference * 100, decimals));

    /// <summary>"88 d".</summary>
    public string Days(decimal? days, int decimals = 0) => isPlain ? Plain(days) : With(words.Day, Written(days, decimals));

    /// <summary>"−17 d".</summary>
    public string DaysChange(decimal? days, int decimals = 0) => isPlain ? Plain(days) : With(words.Day, WithSign(days, decimals));

    /// <summary>"16 months", "1 month".</summary>
    public string Months(int? months) => isPlain ? Plain(months) : months is not { } count
        ? Undefined
        : $"{Written(count, 0)} {(count == 1 ? words.Month : words.Months)}";

    /// <summary>"5.7" with its sign: a difference without a unit.</summary>
    public string WithSign(decimal? value, int decimals) => isPlain ? Plain(value)
        : value is { } number && decimal.Round(number, decimals, MidpointRounding.AwayFromZero) > 0 ? "+" + Written(number, decimals) : Written(value, decimals);

    /// <summary>"2.1 to 9.3", from numbers that are written already.</summary>
    public string Interval(string low, string high) => isPlain ? $"{low} .. {high}" : $"{low} {words.To} {high}";

    /// <summary>"€ 8,410" from a thousand on, "€ 61.20" below: money in a table.</summary>
    public string Money(decimal? value, string currency) => isPlain ? Plain(value)
        : currencies.Written(value, currency, value is { } amount && Math.Abs(amount) < 1_000 ? CurrencyStyle.DecimalsOf(currency) : 0);

    /// <summary>"€ 591,204.00": money to the last digit.</summary>
    public string MoneyExact(decimal? value, string currency) => isPlain ? Plain(value)
        : currencies.Written(value, currency, CurrencyStyle.DecimalsOf(currency));

    /// <summary>"€ 447": money whose cents say nothing, as an estimate's.</summary>
    public string MoneyWhole(decimal? value, string currency) => isPlain ? Plain(value) : currencies.Written(value, currency, 0);

    /// <summary>"€ 591k", "€ 1.2m": money at a glance; below ten thousand as <see cref="Money"/>.</summary>
    public string MoneyShort(decimal? value, string currency) => isPlain ? Plain(value) : Math.Abs(value ?? 0) switch
    {
        < 10_000 => Money(value, currency),
        < 999_500 => currencies.Written(value / 1_000, currency, 0, words.Thousand),
        < 999_950_000 => currencies.Written(value / 1_000_000, currency, 1, words.Million),
        _ => currencies.Written(value / 1_000_000_000, currency, 1, words.Billion),
    };

    /// <summary>"May 2025".</summary>
    public string Month(DateOnly? month) => isPlain ? month?.ToString("yyyy-MM", CultureInfo.InvariantCulture) ?? "" : month?.ToString("MMMM yyyy", culture) ?? Undefined;

    /// <summary>"Jul 2024": a month where there is little room.</summary>
    public string MonthShort(DateOnly? month) => isPlain ? Month(month) : month?.ToString("MMM yyyy", culture) ?? Undefined;

    /// <summary>"Jul 2024 – Jun 2026", both ends included.</summary>
    public string Period(DateOnly from, DateOnly to) => isPlain ? $"{Month(from)} .. {Month(to)}" : from == to ? MonthShort(from) : $"{MonthShort(from)} – {MonthShort(to)}";

    /// <summary>"3 May 2025", by the order of the reader's culture.</summary>
    public string Date(DateOnly? date) => isPlain ? date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "" : date?.ToString(words.DatePattern, culture) ?? Undefined;

    /// <summary>"22 Nov 2026, 00:18:43 UTC": which state of the data, by the moment that made it; a bare number where it is none.</summary>
    public string Version(long version) => version < OldestMoment
        ? version.ToString(culture)
        : new DateTime(version, DateTimeKind.Utc).ToString(words.DatePattern + "', 'HH':'mm':'ss' UTC'", culture);

    /// <summary>A unit behind a number that is written already; none where it is written for a program.</summary>
    public string Unit(string written, string unit) => isPlain ? written : With(unit, written);

    private static string Plain(decimal? value) => value?.ToString("0.############################", CultureInfo.InvariantCulture) ?? "";

    private string Written(decimal? value, int decimals) =>
        value is { } number ? TrueMinus(number.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), culture)) : Undefined;

    private static string With(string unit, string written) => (written, unit) switch
    {
        (Undefined, _) => written,
        (_, "%") => $"{written}\u202F%",
        _ => $"{written}\u00A0{unit}",
    };

    internal static string TrueMinus(string written) => written.Replace("-", Minus, StringComparison.Ordinal);
}
