using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Quality;

/// <summary>The records that a check found, and what they count as.</summary>
/// <param name="Check">What was looked for.</param>
/// <param name="Count">How many records it found.</param>
/// <param name="Of">How many it looked at.</param>
public sealed record QualityFinding(QualityCheck Check, long Count, long Of)
{
    /// <summary>What these deals count as, month by month: the figures without them are the figures less this.</summary>
    public IReadOnlyList<MonthTotals> Counted { get; init; } = [];

    /// <summary>What they would count as instead; nothing for most. A deal that never closes would be lost in the month in which it went past the limit.</summary>
    public IReadOnlyList<MonthTotals> Instead { get; init; } = [];

    /// <summary>Some of them: the largest, or the first where they have no value.</summary>
    public IReadOnlyList<QualitySample> Samples { get; init; } = [];

    /// <summary>What they are worth together, in the company's currency.</summary>
    public decimal Value { get; init; }

    /// <summary>A metric as it is and as it would be without these deals, or with what they would count as instead.</summary>
    /// <param name="metric">The metric.</param>
    /// <param name="cube">The company's figures.</param>
    /// <param name="window">The months.</param>
    public QualityEffect EffectOn(SnapshotMetric metric, SnapshotCube cube, Window window)
    {
        var total = cube.Total(window, Filter.None);
        var other = Less(total, Sum(Counted, window)) + Sum(Instead, window);
        return new(metric, metric.Read(total, window.Length), metric.Read(other, window.Length));
    }

    private static Snapshot Sum(IReadOnlyList<MonthTotals> months, Window window) =>
        months.Where(month => window.Contains(month.Month)).Select(month => month.Totals).Merge();

    private static Snapshot Less(Snapshot total, Snapshot part) =>
        Measure.All.Select(measure => measure.Write(measure.Read(total) - measure.Read(part))).Merge();
}

/// <summary>What counts in a month.</summary>
public sealed record MonthTotals(Month Month, Snapshot Totals);

/// <summary>A metric as it is counted, and as it would be.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Counted">As it is.</param>
/// <param name="Otherwise">As it would be; undefined where nothing is left.</param>
public sealed record QualityEffect(SnapshotMetric Metric, Reading Counted, Reading Otherwise)
{
    /// <summary>How much of the figure it moves, as a share of it: −0.1 is a tenth less.</summary>
    /// <value>A share; not known where either has no value, or the figure is zero.</value>
    public decimal? Change => Ratio.Of(Otherwise.Value - Counted.Value, Counted.Value is { } value ? Math.Abs(value) : null);
}

/// <summary>A record that a check found: a deal, a lead or a customer.</summary>
/// <param name="Source">Its source.</param>
/// <param name="Id">Its id there.</param>
/// <param name="Name">What it is called, or its customer; of a lead its campaign or channel.</param>
/// <param name="Rep">Who sells.</param>
/// <param name="From">When it was opened.</param>
/// <param name="To">When it was closed.</param>
/// <param name="Value">What it is worth, in the company's currency.</param>
/// <param name="Like">The id of the record that it repeats, with its source where that may be another; none for other checks.</param>
public sealed record QualitySample(string Source, string Id, string? Name, string? Rep, DateOnly? From, DateOnly? To, decimal? Value, string? Like);
