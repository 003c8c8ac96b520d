namespace CrmRoi.Metrics.Records;

/// <summary>How a deal stands.</summary>
public enum DealOutcome
{
    /// <summary>Nobody knows yet.</summary>
    Open,

    /// <summary>The customer bought.</summary>
    Won,

    /// <summary>The customer did not buy.</summary>
    Lost,
}

/// <summary>A chance to sell something to somebody.</summary>
public sealed record Deal : Record
{
    /// <summary>What the source calls it.</summary>
    public string? Name { get; init; }

    /// <summary>Who sells, by name as the source writes it.</summary>
    public string? Rep { get; init; }

    /// <summary>Who may buy.</summary>
    public string? Customer { get; init; }

    /// <summary>What is sold.</summary>
    public string? Product { get; init; }

    /// <summary>How the customer came: web, phone, fair.</summary>
    public string? Channel { get; init; }

    /// <summary>The campaign that the source names for it.</summary>
    public string? Campaign { get; init; }

    /// <summary>The region, where the deal itself names one; otherwise that of the rep or the customer.</summary>
    public string? Region { get; init; }

    /// <summary>The segment, where the deal itself names one; otherwise that of the customer.</summary>
    public string? Segment { get; init; }

    /// <summary>The stage that it is in now, in the source's words.</summary>
    public string? Stage { get; init; }

    /// <summary>Id of the lead that it came from, in the same source.</summary>
    public string? Lead { get; init; }

    /// <summary>When it was opened; unknown for deals that nobody has engaged with.</summary>
    public DateOnly? CreatedOn { get; init; }

    /// <summary>When somebody first spoke with the customer about it.</summary>
    public DateOnly? FirstContactOn { get; init; }

    /// <summary>When it was first quoted.</summary>
    public DateOnly? QuotedOn { get; init; }

    /// <summary>When it was won or lost; for an open deal there is none, whatever is expected.</summary>
    public DateOnly? ClosedOn { get; init; }

    /// <summary>How it stands.</summary>
    public DealOutcome Outcome { get; init; }

    /// <summary>What it is worth, in the company's currency; not known for many lost deals.</summary>
    public decimal? Value { get; init; }

    /// <summary>What the goods or services sold cost the company itself, in the company's currency; often not recorded.</summary>
    public decimal? CostOfGoods { get; init; }

    /// <summary>What the source said it is worth, before conversion.</summary>
    public decimal? OriginalValue { get; init; }

    /// <summary>The currency in which the source said so, by ISO 4217.</summary>
    public string? OriginalCurrency { get; init; }

    /// <summary>When its clock starts: at the first contact if known, otherwise when it was opened; not known where that lies after its closing.</summary>
    /// <remarks>A deal that was reopened can be closed before it was opened: it counts, and how long it took is not known.</remarks>
    public DateOnly? StartedOn => Before(FirstContactOn) ?? Before(CreatedOn);

    /// <summary>Whether it was closed before the first contact, or before it was opened.</summary>
    public bool IsClosedBeforeStart => ClosedOn < FirstContactOn || ClosedOn < CreatedOn;

    private DateOnly? Before(DateOnly? day) => ClosedOn < day ? null : day;
}

/// <summary>A deal entered a stage.</summary>
public sealed record StageChange : Record
{
    /// <summary>Id of the deal in the same source.</summary>
    public required string Deal { get; init; }

    /// <summary>The stage, in the source's words.</summary>
    public required string Stage { get; init; }

    /// <summary>When the deal entered it.</summary>
    public DateOnly EnteredOn { get; init; }
}
