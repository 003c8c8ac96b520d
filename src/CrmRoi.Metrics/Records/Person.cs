namespace CrmRoi.Metrics.Records;

/// <summary>Somebody who sells or serves, and the team and region they were in during one time.</summary>
/// <remarks>Who changes teams has one record for each time, so that past work stays with the team that did it.</remarks>
public sealed record Person : Record
{
    /// <summary>The name by which deals, calls and cases refer to the person.</summary>
    public required string Name { get; init; }

    /// <summary>The team.</summary>
    public string? Team { get; init; }

    /// <summary>The region.</summary>
    public string? Region { get; init; }

    /// <summary>First day in that team; open when unknown.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day in that team, included; open when unknown.</summary>
    public DateOnly? To { get; init; }
}

/// <summary>Something that is sold.</summary>
public sealed record Product : Record
{
    /// <summary>The name by which deals refer to it.</summary>
    public required string Name { get; init; }

    /// <summary>The family it belongs to.</summary>
    public string? Series { get; init; }

    /// <summary>What one costs the customer before any rebate, in the company's currency.</summary>
    public decimal? ListPrice { get; init; }
}
