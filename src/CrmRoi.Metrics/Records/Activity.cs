namespace CrmRoi.Metrics.Records;

/// <summary>What somebody did.</summary>
public enum ActivityKind
{
    /// <summary>Spoke on the telephone.</summary>
    Call,

    /// <summary>Sent or received an e-mail.</summary>
    Email,

    /// <summary>Met, in a room or on a screen.</summary>
    Meeting,

    /// <summary>Sent a quote.</summary>
    Quote,

    /// <summary>Was asked by somebody new, by e-mail, web form or telephone.</summary>
    Inquiry,
}

/// <summary>Who began a call or an e-mail.</summary>
public enum ActivityDirection
{
    /// <summary>Nobody recorded it.</summary>
    Unknown,

    /// <summary>The company.</summary>
    Outbound,

    /// <summary>The customer.</summary>
    Inbound,
}

/// <summary>A piece of sales work: a call, an e-mail, a meeting, a quote, an inquiry.</summary>
public sealed record Activity : Record
{
    /// <summary>What was done.</summary>
    public ActivityKind Kind { get; init; }

    /// <summary>Who began it.</summary>
    public ActivityDirection Direction { get; init; }

    /// <summary>When, by the company's clock.</summary>
    public DateTime At { get; init; }

    /// <summary>Whether it took place; a planned call is none.</summary>
    public bool IsCompleted { get; init; }

    /// <summary>Whether the CRM made it by itself, as when a deal is closed: not work, so it never counts.</summary>
    public bool IsSystemMade { get; init; }

    /// <summary>Who did it.</summary>
    public string? Rep { get; init; }

    /// <summary>With whom.</summary>
    public string? Customer { get; init; }

    /// <summary>Id of the deal in the same source.</summary>
    public string? Deal { get; init; }

    /// <summary>Id of the lead in the same source.</summary>
    public string? Lead { get; init; }

    /// <summary>How an inquiry came.</summary>
    public string? Channel { get; init; }
}
