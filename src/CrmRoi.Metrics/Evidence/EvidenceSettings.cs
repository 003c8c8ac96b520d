namespace CrmRoi.Metrics.Evidence;

/// <summary>Series that a programme takes to be untouched by its CRM.</summary>
[Flags]
public enum UntouchedSeries
{
    /// <summary>None: the CRM may have changed all of them.</summary>
    None = 0,

    /// <summary>How many deals are opened.</summary>
    DealsOpened = 1,

    /// <summary>How many leads come in.</summary>
    Leads = 2,
}

/// <summary>How a programme's evidence is reckoned.</summary>
public sealed record EvidenceSettings
{
    /// <summary>The level of the intervals, as a fraction.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>What random numbers start from.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>What the CRM is taken not to have touched, so that it tells how business would have gone.</summary>
    /// <remarks>
    /// Deals opened and leads come from the market and from marketing; a CRM works on what becomes of them. Where it brings in leads itself
    /// (web forms, campaigns), take them out: otherwise the estimate is of the margin of each opportunity, and what more
    /// opportunities bring is not in it.
    /// </remarks>
    public UntouchedSeries Untouched { get; init; } = UntouchedSeries.DealsOpened | UntouchedSeries.Leads;

    /// <summary>Why: shown beside the figure.</summary>
    public string UntouchedReason { get; init; } = "Demand comes from the market and from marketing; the CRM works on what becomes of it.";

    /// <summary>The method chosen by an admin instead of the rule's; none for the rule.</summary>
    public EvidenceMethod? Official { get; init; }

    /// <summary>Why the admin chose it.</summary>
    public string? OfficialReason { get; init; }

    /// <summary>Fewer clean months before go-live carry no figure.</summary>
    public const int FewestBefore = 12;

    /// <summary>Fewer months after the ramp-up carry no figure.</summary>
    public const int FewestAfter = 3;

    /// <summary>The share of wrong alarms that is put up with in each check.</summary>
    public const double CheckLevel = 0.05;
}
