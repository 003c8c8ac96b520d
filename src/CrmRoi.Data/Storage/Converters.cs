using CrmRoi.Metrics;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CrmRoi.Data;

/// <summary>A month as its index: one integer that sorts.</summary>
internal sealed class MonthConverter() : ValueConverter<Month, int>(month => month.Index, index => Month.At(index));

/// <summary>An amount as an integer, scaled by 10,000.</summary>
internal sealed class ScaledAmountConverter()
    : ValueConverter<decimal, long>(amount => Amounts.Scale(amount), scaled => scaled / 10_000m);

/// <summary>An amount with as many places as are kept, rounded alike on every database.</summary>
internal sealed class RoundedAmountConverter() : ValueConverter<decimal, decimal>(amount => Amounts.Round(amount), amount => amount);

/// <summary>A time by the company's clock, to the microsecond, which is as exact as every database is.</summary>
internal sealed class LocalTimeConverter()
    : ValueConverter<DateTime, DateTime>(time => Times.Local(time), time => Times.Local(time));

/// <summary>An instant as its time in UTC, to the microsecond: it sorts on every database.</summary>
internal sealed class InstantConverter()
    : ValueConverter<DateTimeOffset, DateTime>(time => Times.Utc(time), time => new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc)));

internal static class Amounts
{
    public static decimal Round(decimal amount) => decimal.Round(amount, Limits.DecimalPlaces, MidpointRounding.AwayFromZero);

    public static long Scale(decimal amount) => decimal.ToInt64(Round(amount) * 10_000m);
}

internal static class Times
{
    public static DateTime Local(DateTime time) => DateTime.SpecifyKind(Microsecond(time), DateTimeKind.Unspecified);

    public static DateTime Utc(DateTimeOffset time) => Microsecond(time.UtcDateTime);

    private static DateTime Microsecond(DateTime time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerMicrosecond));
}
