namespace CrmRoi.Web.TagHelpers;

/// <summary>What a chart shows; wwwroot/js/charts.js draws it. docs/look.md explains each member.</summary>
public sealed record ChartModel
{
    public required ChartType Type { get; init; }

    /// <summary>What the chart shows and finds, for who cannot see it: "Cumulative net benefit, −120k at go-live, +270k in June 2026".</summary>
    public required string Label { get; init; }

    /// <summary>Along the axis. "2024-07" is written as a month in the reader's language; for <see cref="ChartType.Step"/> numbers.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    public required IReadOnlyList<ChartSeries> Series { get; init; }

    public IReadOnlyList<ChartMark> Marks { get; init; } = [];

    public IReadOnlyList<ChartShade> Shaded { get; init; } = [];

    public ChartUnit Unit { get; init; } = ChartUnit.Count;

    /// <summary>The ISO code, for money.</summary>
    public string? Currency { get; init; }

    /// <summary>Draws the line at zero stronger, and writes signs at the direct labels.</summary>
    public bool ZeroLine { get; init; }

    /// <summary>Bars of one label stand on each other.</summary>
    public bool Stacked { get; init; }

    /// <summary>The id of the table that holds the same figures.</summary>
    public required string TableId { get; init; }

    /// <summary>What the numbers along the axis count, where they do not say it themselves: "days".</summary>
    public string? Axis { get; init; }

    /// <summary>A sentence in place of the legend.</summary>
    public string? Note { get; init; }
}

/// <summary>One line or one set of bars; <c>null</c> is a gap.</summary>
public sealed record ChartSeries(string Name, ChartRole Role, IReadOnlyList<decimal?> Values)
{
    /// <summary>The lower end of the interval around each value.</summary>
    public IReadOnlyList<decimal?>? Low { get; init; }

    /// <summary>The upper end of the interval around each value.</summary>
    public IReadOnlyList<decimal?>? High { get; init; }

    /// <summary>What the interval is called in the legend: "90 % interval".</summary>
    public string? IntervalName { get; init; }
}

/// <summary>Something that happened, at one of the labels; <paramref name="Value"/> is its height (a target's line, a point).</summary>
public sealed record ChartMark(string Label, ChartMarkKind Kind, string? At = null, decimal? Value = null);

/// <summary>A stretch of labels, both included, that is set apart.</summary>
public sealed record ChartShade(string From, string To, string Label);

public enum ChartType
{
    Line,
    Bar,
    Waterfall,
    Horizontal,
    Funnel,
    Step,
    Points,
}

public enum ChartRole
{
    Before,
    After,
    Estimate,
    Counterfactual,
    Band,
    Cost,
    Total,
    Loss,
    Target,
}

public enum ChartMarkKind
{
    GoLive,
    BreakEven,
    Target,
    Point,
}

public enum ChartUnit
{
    Count,
    Money,
    Share,
    Days,
    Ratio,
}
