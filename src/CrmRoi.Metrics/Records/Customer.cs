namespace CrmRoi.Metrics.Records;

/// <summary>Somebody who buys, or may.</summary>
public sealed record Customer : Record
{
    /// <summary>The name by which deals and orders refer to it.</summary>
    public required string Name { get; init; }

    /// <summary>The segment: sector, size, kind.</summary>
    public string? Segment { get; init; }

    /// <summary>Where it is.</summary>
    public string? Region { get; init; }

    /// <summary>How it came.</summary>
    public string? Channel { get; init; }

    /// <summary>When it first bought, where the source says so.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>When its contract ended, where there is one.</summary>
    public DateOnly? Ended { get; init; }
}
