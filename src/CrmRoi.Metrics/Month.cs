using System.Globalization;

namespace CrmRoi.Metrics;

/// <summary>A calendar month, the finest step of time in which figures are kept.</summary>
/// <remarks>The default value is January of year 1 and stands for "not known"; see <see cref="IsKnown"/>.</remarks>
public readonly record struct Month : IComparable<Month>
{
    private readonly int index;

    private Month(int index) => this.index = index;

    /// <summary>The month of a year.</summary>
    /// <param name="year">1 to 9999.</param>
    /// <param name="number">1 (January) to 12 (December).</param>
    /// <exception cref="ArgumentOutOfRangeException">Either is outside its range.</exception>
    public Month(int year, int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 9999);
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 12);
        index = ((year - 1) * 12) + number - 1;
    }

    /// <summary>The year, 1 to 9999.</summary>
    public int Year => (index / 12) + 1;

    /// <summary>The month of the year, 1 (January) to 12 (December).</summary>
    public int Number => (index % 12) + 1;

    /// <summary>False for the default value, which stands for a month nobody recorded.</summary>
    public bool IsKnown => index != 0;

    /// <summary>Months since January of year 1: how a month is stored.</summary>
    public int Index => index;

    /// <summary>Its first day.</summary>
    public DateOnly FirstDay => new(Year, Number, 1);

    /// <summary>Its last day.</summary>
    public DateOnly LastDay => new(Year, Number, Days);

    /// <summary>How many days it has, 28 to 31.</summary>
    public int Days => DateTime.DaysInMonth(Year, Number);

    /// <summary>The month in which a day lies.</summary>
    public static Month Of(DateOnly day) => new(day.Year, day.Month);

    /// <summary>The month in which a time lies, by its own clock.</summary>
    public static Month Of(DateTime time) => new(time.Year, time.Month);

    /// <summary>The month at an <see cref="Index"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The index is not that of a month in the years 1 to 9999.</exception>
    public static Month At(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, 9999 * 12);
        return new Month(index);
    }

    /// <summary>Reads "2026-03"; nothing else.</summary>
    /// <returns>Whether <paramref name="text"/> is a month in ISO form.</returns>
    public static bool TryParse(string? text, out Month month)
    {
        var read = DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
        month = read ? Of(day) : default;
        return read;
    }

    /// <summary>The month so many months later, or earlier when negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The result lies outside the years 1 to 9999.</exception>
    public Month Plus(int months) => At(index + months);

    /// <summary>How many months later the other one is; negative when it is earlier.</summary>
    public int MonthsUntil(Month other) => other.index - index;

    /// <inheritdoc/>
    public int CompareTo(Month other) => index.CompareTo(other.index);

    /// <summary>Whether one month is before the other.</summary>
    public static bool operator <(Month left, Month right) => left.index < right.index;

    /// <summary>Whether one month is after the other.</summary>
    public static bool operator >(Month left, Month right) => left.index > right.index;

    /// <summary>Whether one month is the other or before it.</summary>
    public static bool operator <=(Month left, Month right) => left.index <= right.index;

    /// <summary>Whether one month is the other or after it.</summary>
    public static bool operator >=(Month left, Month right) => left.index >= right.index;

    /// <summary>The earlier of two months.</summary>
    public static Month Min(Month left, Month right) => left <= right ? left : right;

    /// <summary>The later of two months.</summary>
    public static Month Max(Month left, Month right) => left >= right ? left : right;

    /// <summary>The month in ISO form: "2026-03".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Number:00}");
}
