namespace CrmRoi.Metrics.Snapshots;

/// <summary>What is assumed of customers, and stated wherever it decides a figure.</summary>
/// <param name="LostAfter">A customer without a contract counts as lost after so many times the usual interval without a purchase.</param>
/// <param name="YearlyDiscount">What a year's delay costs, as a fraction.</param>
public sealed record CustomerRules(decimal LostAfter = 3, decimal YearlyDiscount = 0)
{
    /// <summary>What a month's delay costs, as a fraction.</summary>
    public decimal MonthlyDiscount => (decimal)(Math.Pow((double)(1 + YearlyDiscount), 1 / 12.0) - 1);
}
