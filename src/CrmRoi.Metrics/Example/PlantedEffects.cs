namespace CrmRoi.Metrics.Example;

/// <summary>What the CRM truly does at the example company, once a team's ramp-up is over.</summary>
/// <remarks>
/// A team's share of the effect is 0 until it goes live, grows evenly over the ramp-up, and is 1 from then on. What a deal gets of it is
/// settled when the deal is opened, so deals that were open at go-live keep the odds that they had.
/// The number of leads and of deals, service cases and survey answers are not touched by it.
/// </remarks>
public sealed record PlantedEffects
{
    /// <summary>Added to the probability that a deal is won: 0.04 is four points.</summary>
    public double ClosingRate { get; init; } = 0.04;

    /// <summary>Days by which a deal is decided sooner.</summary>
    public double CycleDays { get; init; } = 8;

    /// <summary>By which fraction a deal is bigger, at the same margin rate.</summary>
    public double DealSize { get; init; } = 0.03;

    /// <summary>By which fraction the hours from a lead to its first contact shrink. It wins no deal by itself.</summary>
    public double FirstContact { get; init; } = 0.4;

    /// <summary>Hours on administration that each person spends less a month.</summary>
    public double AdminHours { get; init; } = 3;

    /// <summary>A CRM that changes nothing: for seeing what a method finds where there is nothing.</summary>
    public static readonly PlantedEffects None = new() { ClosingRate = 0, CycleDays = 0, DealSize = 0, FirstContact = 0, AdminHours = 0 };
}
