namespace CrmRoi.Metrics.Records;

/// <summary>Something that a customer ordered: an invoice with its lines summed.</summary>
public sealed record Order : Record
{
    /// <summary>When, by the company's calendar.</summary>
    public DateOnly PlacedOn { get; init; }

    /// <summary>Who ordered; unknown for anonymous sales.</summary>
    public string? Customer { get; init; }

    /// <summary>What its counted lines come to, in the company's currency.</summary>
    public decimal Revenue { get; init; }

    /// <summary>What the goods cost the company itself; often not recorded.</summary>
    public decimal? CostOfGoods { get; init; }

    /// <summary>How many of its lines count: quantity and price above zero.</summary>
    public int Lines { get; init; }

    /// <summary>Whether it takes an earlier one back: a cancelled order never counts.</summary>
    public bool IsCancelled { get; init; }

    /// <summary>Who sold it.</summary>
    public string? Rep { get; init; }

    /// <summary>How it came in.</summary>
    public string? Channel { get; init; }

    /// <summary>The region, where the order itself names one.</summary>
    public string? Region { get; init; }

    /// <summary>What was ordered, where the whole order is one product.</summary>
    public string? Product { get; init; }
}
