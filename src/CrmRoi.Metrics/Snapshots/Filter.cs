namespace CrmRoi.Metrics.Snapshots;

/// <summary>The part of the business that is looked at: one member of each dimension that is named, all of the others.</summary>
public sealed record Filter
{
    /// <summary>Everything.</summary>
    public static readonly Filter None = new();

    /// <summary>One rep.</summary>
    public string? Rep { get; init; }

    /// <summary>One team.</summary>
    public string? Team { get; init; }

    /// <summary>One region.</summary>
    public string? Region { get; init; }

    /// <summary>One segment.</summary>
    public string? Segment { get; init; }

    /// <summary>One channel.</summary>
    public string? Channel { get; init; }

    /// <summary>One campaign.</summary>
    public string? Campaign { get; init; }

    /// <summary>One product.</summary>
    public string? Product { get; init; }

    /// <summary>The dimensions that it names.</summary>
    public Dimensions Dimensions =>
        (Rep is null ? 0 : Dimensions.Rep) | (Team is null ? 0 : Dimensions.Team) | (Region is null ? 0 : Dimensions.Region)
        | (Segment is null ? 0 : Dimensions.Segment) | (Channel is null ? 0 : Dimensions.Channel)
        | (Campaign is null ? 0 : Dimensions.Campaign) | (Product is null ? 0 : Dimensions.Product);

    /// <summary>Whether a cell is in that part.</summary>
    public bool Takes(in Cell cell) =>
        (Rep is null || Rep == cell.Rep) && (Team is null || Team == cell.Team) && (Region is null || Region == cell.Region)
        && (Segment is null || Segment == cell.Segment) && (Channel is null || Channel == cell.Channel)
        && (Campaign is null || Campaign == cell.Campaign) && (Product is null || Product == cell.Product);

    /// <summary>The same, with one more dimension narrowed to a member.</summary>
    public Filter With(Dimensions dimension, string member) => dimension switch
    {
        Dimensions.Rep => this with { Rep = member },
        Dimensions.Team => this with { Team = member },
        Dimensions.Region => this with { Region = member },
        Dimensions.Segment => this with { Segment = member },
        Dimensions.Channel => this with { Channel = member },
        Dimensions.Campaign => this with { Campaign = member },
        Dimensions.Product => this with { Product = member },
        _ => throw new ArgumentOutOfRangeException(nameof(dimension), dimension, "One dimension is needed."),
    };
}
