namespace CrmRoi.Metrics.Programmes;

/// <summary>Where a programme's margin is read from, so that no euro is counted twice.</summary>
public enum MarginSource
{
    /// <summary>Deals won.</summary>
    Deals,

    /// <summary>Orders placed.</summary>
    Orders,
}

/// <summary>What a company may call its ROI.</summary>
public enum RoiConvention
{
    /// <summary>(gain − cost) / cost.</summary>
    NetOverCost,

    /// <summary>gain / cost.</summary>
    Multiple,

    /// <summary>Average annual net benefit over initial cost.</summary>
    AverageAnnual,

    /// <summary>(gain − cost) / cost, discounted.</summary>
    Discounted,

    /// <summary>The yearly rate that grows cost into gain.</summary>
    Annualised,
}

/// <summary>One CRM roll-out: what was bought, when it went live, and how its return is reckoned.</summary>
public sealed record Programme
{
    /// <summary>The name that costs, savings and links refer to.</summary>
    public required string Name { get; init; }

    /// <summary>Who sold the CRM.</summary>
    public string? Vendor { get; init; }

    /// <summary>The currency of all its money, by ISO 4217.</summary>
    public required string Currency { get; init; }

    /// <summary>What a year's delay costs, as a fraction a year: 0.08 is 8 %. Effective, above −1.</summary>
    public decimal DiscountRate { get; init; }

    /// <summary>Over how many months from its first cost the return is planned.</summary>
    public int HorizonMonths { get; init; } = 60;

    /// <summary>How many months before go-live are the baseline.</summary>
    public int BaselineMonths { get; init; } = 12;

    /// <summary>How many months after go-live people are still learning; left out when metrics are compared.</summary>
    public int RampUpMonths { get; init; }

    /// <summary>The first month with the CRM, for every team that has no month of its own.</summary>
    public Month GoLive { get; init; }

    /// <summary>Teams that went live in another month than <see cref="GoLive"/>.</summary>
    public IReadOnlyList<TeamGoLive> Teams { get; init; } = [];

    /// <summary>Where margin is read from.</summary>
    public MarginSource MarginSource { get; init; }

    /// <summary>
    /// The share of revenue that is margin, as a fraction, for revenue whose cost of goods nobody recorded;
    /// none when nobody has stated one, and then such revenue has no known margin.
    /// </summary>
    public decimal? MarginRate { get; init; }

    /// <summary>Who stated the margin rate, and on what grounds.</summary>
    public string? MarginRateReason { get; init; }

    /// <summary>The share of the company's margin that is this programme's where there are several, as a fraction; none when nobody has stated one.</summary>
    public decimal? MarginShare { get; init; }

    /// <summary>Which figure the company calls its ROI; all of them are shown.</summary>
    public RoiConvention Convention { get; init; }

    /// <summary>The first month of a team with the CRM.</summary>
    public Month GoLiveOf(string team) =>
        Teams.FirstOrDefault(t => string.Equals(t.Team, team, StringComparison.OrdinalIgnoreCase))?.Month ?? GoLive;

    /// <summary>The first month in which any team had it; not known where nobody has stated any.</summary>
    public Month FirstGoLive() => GoLives.DefaultIfEmpty().Min();

    /// <summary>The month from which every team had it; not known where nobody has stated any.</summary>
    public Month LastGoLive() => GoLives.DefaultIfEmpty().Max();

    private IEnumerable<Month> GoLives => Teams.Select(team => team.Month).Append(GoLive).Where(month => month.IsKnown);
}

/// <summary>When a team went live.</summary>
/// <param name="Team">The team's name.</param>
/// <param name="Month">Its first month with the CRM.</param>
public sealed record TeamGoLive(string Team, Month Month);
