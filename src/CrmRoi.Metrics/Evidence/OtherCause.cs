namespace CrmRoi.Metrics.Evidence;

/// <summary>What else may have moved the figures.</summary>
public enum CauseKind
{
    /// <summary>People were taken on or let go.</summary>
    Hiring,

    /// <summary>Prices changed.</summary>
    PriceChange,

    /// <summary>A market, region or product was opened or given up.</summary>
    NewMarket,

    /// <summary>A campaign that is not the CRM's doing.</summary>
    Campaign,

    /// <summary>A crisis, a strike, a flood.</summary>
    Crisis,

    /// <summary>Something else.</summary>
    Other,
}

/// <summary>What is done about a cause.</summary>
public enum CauseTreatment
{
    /// <summary>Its size is estimated beside the CRM's. Needs months with it and without it on the same side of go-live.</summary>
    Regressor,

    /// <summary>Its months count neither before nor after.</summary>
    CutMonths,

    /// <summary>
    /// For a price change of a known size: deals opened from then on are taken back to the old prices, and their margin by the difference in revenue.
    /// </summary>
    OldPrices,
}

/// <summary>Something other than the CRM that moved the figures, as somebody states it.</summary>
public sealed record OtherCause
{
    /// <summary>What it was.</summary>
    public required string Name { get; init; }

    /// <summary>Of which kind.</summary>
    public CauseKind Kind { get; init; } = CauseKind.Other;

    /// <summary>Its first month.</summary>
    public required Month From { get; init; }

    /// <summary>Its last month; none while it goes on.</summary>
    public Month? To { get; init; }

    /// <summary>The teams that it touched; empty for all.</summary>
    public IReadOnlyList<string> Teams { get; init; } = [];

    /// <summary>What is done about it.</summary>
    public CauseTreatment Treatment { get; init; }

    /// <summary>By which fraction prices rose, below 0 for a fall: 0.02 is 2 %. Only for <see cref="CauseTreatment.OldPrices"/>.</summary>
    public decimal? PriceChange { get; init; }

    /// <summary>On what grounds.</summary>
    public string? Reason { get; init; }

    /// <summary>Who says so.</summary>
    public string? StatedBy { get; init; }

    /// <summary>Whether it touched a team in a month.</summary>
    public bool Touches(string team, Month month) =>
        From <= month && month <= (To ?? month) && (Teams.Count == 0 || Teams.Contains(team, StringComparer.OrdinalIgnoreCase));
}
