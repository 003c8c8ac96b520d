namespace CrmRoi.Metrics.Attribution;

/// <summary>What is credited to a campaign: parts of deals, of their revenue and of their margin. It adds up.</summary>
/// <param name="Deals">Deals won; a deal of two campaigns is a part of one with each.</param>
/// <param name="Revenue">Their value, in the company's currency.</param>
/// <param name="CostedRevenue">The part of it whose cost of goods is known.</param>
/// <param name="Margin">That part less its cost of goods.</param>
public readonly record struct Credit(decimal Deals, decimal Revenue, decimal CostedRevenue, decimal Margin)
{
    /// <summary>The margin, where the cost of goods of every credited deal is known; none otherwise.</summary>
    public decimal? KnownMargin => CostedRevenue == Revenue ? Margin : null;

    /// <summary>Adds what other deals credit.</summary>
    public static Credit operator +(Credit left, Credit right) => new(
        left.Deals + right.Deals, left.Revenue + right.Revenue, left.CostedRevenue + right.CostedRevenue, left.Margin + right.Margin);

    /// <summary>Its parts by shares that sum to 1: the parts sum to exactly it, money to the cent.</summary>
    public IReadOnlyList<Credit> Parts(IReadOnlyList<decimal> shares)
    {
        var (deals, revenue) = (Split.Amount(Deals, shares, 4), Split.Amount(Revenue, shares));
        var (costed, margin) = (CostedRevenue == Revenue ? revenue : Split.Amount(CostedRevenue, shares), Split.Amount(Margin, shares));
        return [.. shares.Select((_, i) => new Credit(deals[i], revenue[i], costed[i], margin[i]))];
    }
}

/// <summary>Where credit counts.</summary>
/// <param name="Model">By which model; never <see cref="AttributionModel.Markov"/>, which is read from steps.</param>
/// <param name="Days">Within which window.</param>
/// <param name="Month">The month in which the deals were won.</param>
/// <param name="Campaign">The campaign; <see cref="Snapshots.Cell.Unassigned"/> for deals that none is credited with.</param>
public readonly record struct CreditKey(AttributionModel Model, int Days, Month Month, string Campaign);

/// <summary>Where a step of journeys counts.</summary>
/// <param name="Days">Within which window.</param>
/// <param name="Month">The month in which the journeys ended.</param>
/// <param name="Step">The step.</param>
public readonly record struct StepKey(int Days, Month Month, JourneyStep Step);
