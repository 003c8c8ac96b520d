using System.Data.Common;
using System.Globalization;
using CrmRoi.Metrics.Attribution;
using CrmRoi.Metrics.Snapshots;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CrmRoi.Data.Tests;

/// <summary>A clock that stands until it is set.</summary>
internal sealed class TestClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2025, 6, 15, 12, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}

/// <summary>Sees what is sent to the database, and can break the line.</summary>
internal sealed class CommandWatch : DbCommandInterceptor
{
    public List<string> Texts { get; } = [];

    /// <summary>The command after which the line breaks, by a part of its text.</summary>
    public string? BreakAt { get; set; }

    /// <summary>The command that finds the disk full, once, by a part of its text.</summary>
    public string? FullAt { get; set; }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        See(command);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        See(command);
        return ValueTask.FromResult(result);
    }

    private void See(DbCommand command)
    {
        lock (Texts)
        {
            Texts.Add(command.CommandText);
        }

        if (BreakAt is { } text && command.CommandText.Contains(text, StringComparison.Ordinal))
        {
            throw new IOException("The line is broken.");
        }

        if (FullAt is { } full && command.CommandText.Contains(full, StringComparison.Ordinal))
        {
            FullAt = null;
            throw new IOException("No space left on device", 28);
        }
    }
}

/// <summary>A row of figures as a line, to be compared with others: numbers as values, whatever places they carry.</summary>
internal static class Row
{
    public static string Of(Cell cell, Snapshot totals) =>
        $"{cell}: {string.Join(' ', Measure.All.Select(measure => measure.Read(totals).ToString("0.########", CultureInfo.InvariantCulture)))}";

    public static string Of(CreditKey key, Credit credit) => string.Create(
        CultureInfo.InvariantCulture,
        $"{key}: {credit.Deals:0.########} {credit.Revenue:0.########} {credit.CostedRevenue:0.########} {credit.Margin:0.########}");

    public static string Of(StepKey key, long count) => string.Create(CultureInfo.InvariantCulture, $"{key}: {count}");

    public static string Of(Cohort cohort) =>
        (cohort with { Value = 0 }).ToString() + cohort.Value.ToString("0.########", CultureInfo.InvariantCulture);

    public static string Of(CustomerMonth month) =>
        (month with { Revenue = 0, CostedRevenue = 0, Margin = 0 }).ToString()
        + string.Join(' ', new[] { month.Revenue, month.CostedRevenue, month.Margin }.Select(amount => amount.ToString("0.########", CultureInfo.InvariantCulture)));
}
