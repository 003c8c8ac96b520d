using System.Globalization;
using System.Text.RegularExpressions;
using CrmRoi.Import.Mapping;

namespace CrmRoi.Import.Parsing;

/// <summary>How a column writes its dates, told by all of its values. ISO dates and named months are read whatever the order.</summary>
/// <param name="Order">The order of those that are only digits.</param>
/// <param name="Zone">The company's time zone, into which times with an offset are turned.</param>
internal sealed partial record DateFormat(DateOrder Order, TimeZoneInfo Zone)
{
    private const double Clear = 0.95;

    private static readonly string[] Months =
        ["jan", "feb", "mar|mär|mrz", "apr", "may|mai", "jun", "jul", "aug", "sep", "oct|okt", "nov", "dec|dez"];

    /// <summary>What a value says about the order of day and month.</summary>
    public static DateVotes VoteOf(string value)
    {
        // "31.12.2026" and its like: one or two digits, then what parts them.
        if (value.Length < 6 || !char.IsAsciiDigit(value[0]) || !(value[1] is '/' or '.' or '-' || value[2] is '/' or '.' or '-') || Digits().Match(value) is not { Success: true } match)
        {
            return default;
        }

        var (first, second) = (Int(match, 1), Int(match, 3));
        return match.Groups[2].ValueSpan is "." || (first > 12 && second <= 12) ? new(1, 0, 0)
            : second > 12 && first <= 12 ? new(0, 1, 0)
            : first == second || first > 12 ? default
            : new DateVotes(0, 0, 1);
    }

    /// <summary>The order that a date shows by itself; none where it could be either or is written otherwise.</summary>
    public static DateOrder? OrderOf(string value) => VoteOf(value) switch
    {
        { DayFirst: > 0 } => DateOrder.Dmy,
        { MonthFirst: > 0 } => DateOrder.Mdy,
        _ => Iso().IsMatch(value) ? DateOrder.Ymd : null,
    };

    /// <summary>The order that votes decide; none when they do not.</summary>
    public static DateOrder? Decide(DateVotes votes)
    {
        var sure = votes.DayFirst + votes.MonthFirst;
        return sure == 0 ? votes.Either == 0 ? DateOrder.Ymd : null
            : votes.DayFirst >= sure * Clear ? DateOrder.Dmy
            : votes.MonthFirst >= sure * Clear ? DateOrder.Mdy
            : null;
    }

    /// <summary>The time that a value says, by the company's clock.</summary>
    public DateTime? Parse(string value, bool isDay)
    {
        if (Plain(value) is { } plain)
        {
            return plain;
        }

        if (Iso().Match(value) is { Success: true } iso)
        {
            return Of(Int(iso, 1), Int(iso, 2), iso.Groups[3].Success ? Int(iso, 3) : 1, iso.Groups["time"].Value, isDay);
        }

        if (Digits().Match(value) is { Success: true } digits)
        {
            var (first, second) = (Int(digits, 1), Int(digits, 3));
            var (day, month) = Order == DateOrder.Mdy ? (second, first) : (first, second);
            return Of(Full(Int(digits, 4)), month, day, digits.Groups["time"].Value, isDay);
        }

        if (Compact().Match(value) is { Success: true } compact)
        {
            var time = compact.Groups[4].Success ? $"{compact.Groups[4].Value}:{compact.Groups[5].Value}:{(compact.Groups[6].Success ? compact.Groups[6].Value : "00")}{compact.Groups[7].Value}" : "";
            return Of(Int(compact, 1), Int(compact, 2), Int(compact, 3), time, isDay);
        }

        if (Epoch().Match(value) is { Success: true } epoch)
        {
            // As an interface of programs writes a moment: seconds or milliseconds since 1970. A day is that of Greenwich at midnight.
            var since = long.Parse(epoch.ValueSpan, CultureInfo.InvariantCulture);
            var moment = DateTimeOffset.FromUnixTimeMilliseconds(epoch.Length == 10 ? since * 1000 : since).UtcDateTime;
            return isDay && moment.TimeOfDay == TimeSpan.Zero ? DateTime.SpecifyKind(moment, DateTimeKind.Unspecified) : Local(moment, "Z");
        }

        if (Serial().IsMatch(value))
        {
            // As a spreadsheet counts days: 45,292 is the first of January 2024.
            var serial = DateTime.FromOADate(double.Parse(value.Replace(',', '.'), CultureInfo.InvariantCulture));
            return new DateTime((serial.Ticks + (TimeSpan.TicksPerSecond / 2)) / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond);
        }

        return Named().Match(value) is { Success: true } named
            ? Of(Full(Int(named, "year")), MonthOf(named.Groups["month"].Value), Int(named, "day"), named.Groups["time"].Value, isDay)
            : null;
    }

    // "2026-12-31", which most columns of dates hold, without the cost of a pattern.
    private static DateTime? Plain(string value)
    {
        if (value.Length != 10 || value[4] != '-' || value[7] != '-')
        {
            return null;
        }

        var (year, month, day) = (Pair(value, 0) * 100 + Pair(value, 2), Pair(value, 5), Pair(value, 8));
        return year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateTime(year, month, day) : null;
    }

    // Two digits; what is none makes it far too small to be a date.
    private static int Pair(string value, int at) => char.IsAsciiDigit(value[at]) && char.IsAsciiDigit(value[at + 1]) ? ((value[at] - '0') * 10) + value[at + 1] - '0' : -100_000;

    private DateTime? Of(int year, int month, int day, string time, bool isDay)
    {
        if (year is < 1900 or > 2200 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return null;
        }

        var date = new DateTime(year, month, day);
        if (string.IsNullOrWhiteSpace(time))
        {
            return date;
        }

        var match = Time().Match(time);
        if (!match.Success || Int(match, 1) > 23 || Int(match, 2) > 59)
        {
            return null;
        }

        var hour = match.Groups["half"].Value.ToUpperInvariant() switch
        {
            "PM" => (Int(match, 1) % 12) + 12,
            "AM" => Int(match, 1) % 12,
            _ => Int(match, 1),
        };
        var at = date.AddHours(hour).AddMinutes(Int(match, 2)).AddSeconds(match.Groups[3].Success ? Math.Min(59, Int(match, 3)) : 0);

        // A day exported as midnight in Greenwich is a day, wherever the company is.
        return match.Groups["zone"].Value is { Length: > 0 } zone && !(isDay && at.TimeOfDay == TimeSpan.Zero) ? Local(at, zone) : at;
    }

    private DateTime Local(DateTime at, string zone)
    {
        var offset = Offset().Match(zone) is { Success: true } match
            ? new TimeSpan(Int(match, 2), match.Groups[3].Success ? Int(match, 3) : 0, 0) * (match.Groups[1].Value == "-" ? -1 : 1)
            : TimeSpan.Zero;
        var universal = DateTime.SpecifyKind(at - offset, DateTimeKind.Utc);
        return DateTime.SpecifyKind(TimeZoneInfo.ConvertTimeFromUtc(universal, Zone), DateTimeKind.Unspecified);
    }

    private static int MonthOf(string name) =>
        1 + Array.FindIndex(Months, month => month.Split('|').Any(start => name.StartsWith(start, StringComparison.OrdinalIgnoreCase)));

    private static int Full(int year) => year >= 100 ? year : year < 70 ? 2000 + year : 1900 + year;

    private static int Int(Match match, int group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    private static int Int(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?:[T ,]+(?<time>\d.*))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Iso();

    [GeneratedRegex(@"^(\d{1,2})([/.\-])(\d{1,2})\2(\d{4}|\d{2})(?:[T ,]+(?<time>\d.*))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();

    [GeneratedRegex(
        @"^(?:(?<day>\d{1,2})(?:st|nd|rd|th)?[ .\-]+(?<month>\p{L}{3,9})\.?[ ,\-]+|(?<month>\p{L}{3,9})\.? (?<day>\d{1,2})(?:st|nd|rd|th)?,? )(?<year>\d{4}|\d{2})(?:[ ,T]+(?<time>\d.*))?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Named();

    [GeneratedRegex(@"^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(?<half>[AaPp][Mm])?\s*(?<zone>Z|UTC|GMT|Z?[+\-]\d{2}(?::?\d{2})?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Time();

    // "20261231", "20261231T235959Z", "20261231235959".
    [GeneratedRegex(@"^((?:19|20)\d{2})(\d{2})(\d{2})(?:(?:[T ](?=\d{4})|(?=\d{6}$))(\d{2})(\d{2})(\d{2})?(Z)?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Compact();

    [GeneratedRegex(@"^(?:\d{10}|\d{12,13})$", RegexOptions.CultureInvariant)]
    private static partial Regex Epoch();

    [GeneratedRegex(@"^[2-6]\d{4}(?:[.,]\d+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Serial();

    [GeneratedRegex(@"([+\-])(\d{2}):?(\d{2})?", RegexOptions.CultureInvariant)]
    private static partial Regex Offset();
}

/// <summary>How many values can only have the day first, only the month first, or either.</summary>
internal readonly record struct DateVotes(int DayFirst, int MonthFirst, int Either)
{
    public static DateVotes operator +(DateVotes left, DateVotes right) =>
        new(left.DayFirst + right.DayFirst, left.MonthFirst + right.MonthFirst, left.Either + right.Either);
}
