namespace CrmRoi.Metrics.Records;

/// <summary>Somebody who may become a customer.</summary>
public sealed record Lead : Record
{
    /// <summary>When it came in, by the company's clock.</summary>
    public DateTime CreatedAt { get; init; }

    /// <summary>When a human being first got in touch.</summary>
    public DateTime? FirstContactAt { get; init; }

    /// <summary>When it was found worth pursuing.</summary>
    public DateOnly? QualifiedOn { get; init; }

    /// <summary>When it became a deal.</summary>
    public DateOnly? ConvertedOn { get; init; }

    /// <summary>When it was given up.</summary>
    public DateOnly? DisqualifiedOn { get; init; }

    /// <summary>Whether another record is the same person: a duplicate never counts.</summary>
    public bool IsDuplicate { get; init; }

    /// <summary>Its state in the source's words.</summary>
    public string? Status { get; init; }

    /// <summary>Who has it.</summary>
    public string? Rep { get; init; }

    /// <summary>Where it came from: web, phone, fair.</summary>
    public string? Channel { get; init; }

    /// <summary>The campaign that brought it.</summary>
    public string? Campaign { get; init; }

    /// <summary>The region, where the lead itself names one; otherwise that of the rep.</summary>
    public string? Region { get; init; }

    /// <summary>The segment it belongs to.</summary>
    public string? Segment { get; init; }
}
