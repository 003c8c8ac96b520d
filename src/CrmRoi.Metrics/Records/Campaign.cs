namespace CrmRoi.Metrics.Records;

/// <summary>A piece of marketing with a budget and an end.</summary>
public sealed record Campaign : Record
{
    /// <summary>The name by which leads and deals refer to it.</summary>
    public required string Name { get; init; }

    /// <summary>The channel that it uses.</summary>
    public string? Channel { get; init; }

    /// <summary>Id of the campaign that it is a part of; a parent's own figures repeat its children's and never count.</summary>
    public string? Parent { get; init; }

    /// <summary>Its first day.</summary>
    public DateOnly StartOn { get; init; }

    /// <summary>Its last day, included.</summary>
    public DateOnly EndOn { get; init; }

    /// <summary>What it cost in all, in the company's currency.</summary>
    public decimal Spend { get; init; }

    /// <summary>To how many it was sent.</summary>
    public int Sent { get; init; }

    /// <summary>How many answered.</summary>
    public int Responses { get; init; }
}

/// <summary>A campaign reached somebody.</summary>
public sealed record Touch : Record
{
    /// <summary>Name of the campaign.</summary>
    public required string Campaign { get; init; }

    /// <summary>When, by the company's clock.</summary>
    public DateTime At { get; init; }

    /// <summary>Id of the lead in the same source.</summary>
    public string? Lead { get; init; }

    /// <summary>Id of the deal in the same source.</summary>
    public string? Deal { get; init; }

    /// <summary>Whom it reached.</summary>
    public string? Customer { get; init; }

    /// <summary>Whether it was only seen, not answered.</summary>
    public bool IsView { get; init; }
}
