namespace CrmRoi.Metrics.Snapshots;

/// <summary>What figures can be broken down by.</summary>
[Flags]
public enum Dimensions
{
    /// <summary>Only the total.</summary>
    None = 0,

    /// <summary>Who did it.</summary>
    Rep = 1,

    /// <summary>The rep's team at that time.</summary>
    Team = 2,

    /// <summary>The region.</summary>
    Region = 4,

    /// <summary>The customer's segment.</summary>
    Segment = 8,

    /// <summary>How the customer came.</summary>
    Channel = 16,

    /// <summary>The campaign.</summary>
    Campaign = 32,

    /// <summary>What was sold.</summary>
    Product = 64,

    /// <summary>Rep, team and region: what is known of whoever did something.</summary>
    People = Rep | Team | Region,

    /// <summary>Every one.</summary>
    All = People | Segment | Channel | Campaign | Product,
}

/// <summary>Where something counts: one month of the finest combination of dimensions that is kept.</summary>
/// <remarks>A record that has no value for a dimension counts under <see cref="Unassigned"/>, which is a member like any other.</remarks>
public readonly record struct Cell
{
    /// <summary>The member of a dimension for what has no value there.</summary>
    public const string Unassigned = "Unassigned";

    /// <summary>A month in which no dimension is known.</summary>
    public Cell(Month month)
    {
        Month = month;
        Rep = Team = Region = Segment = Channel = Campaign = Product = Unassigned;
    }

    /// <summary>The month in which it counts.</summary>
    public Month Month { get; init; }

    /// <summary>Who did it.</summary>
    public string Rep { get; init; }

    /// <summary>The team of the rep at that time.</summary>
    public string Team { get; init; }

    /// <summary>The region.</summary>
    public string Region { get; init; }

    /// <summary>The customer's segment.</summary>
    public string Segment { get; init; }

    /// <summary>How the customer came.</summary>
    public string Channel { get; init; }

    /// <summary>The campaign.</summary>
    public string Campaign { get; init; }

    /// <summary>What was sold.</summary>
    public string Product { get; init; }

    /// <summary>Its member of one dimension.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="dimension"/> is not exactly one dimension.</exception>
    public string Member(Dimensions dimension) => dimension switch
    {
        Dimensions.Rep => Rep,
        Dimensions.Team => Team,
        Dimensions.Region => Region,
        Dimensions.Segment => Segment,
        Dimensions.Channel => Channel,
        Dimensions.Campaign => Campaign,
        Dimensions.Product => Product,
        _ => throw new ArgumentOutOfRangeException(nameof(dimension), dimension, "One dimension is needed."),
    };

    /// <summary>By what tells most cells apart: a hash of every dimension would take longer than comparing the few that share one.</summary>
    public override int GetHashCode() => HashCode.Combine(Month.Index, Rep, Product, Campaign, Region.Length, Segment.Length, Channel.Length, Team.Length);

    /// <summary>The member that a value stands for: itself without blanks around it, or <see cref="Unassigned"/>.</summary>
    public static string MemberOf(string? value) => string.IsNullOrWhiteSpace(value) ? Unassigned : value.Trim();
}
