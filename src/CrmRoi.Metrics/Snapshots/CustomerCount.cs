namespace CrmRoi.Metrics.Snapshots;

/// <summary>What the customers of a part of the business did in a window, counted by identity.</summary>
/// <remarks>Counts of distinct customers grow with the window, but not in proportion: they are set only against those of as many months.</remarks>
public sealed record CustomerCount
{
    /// <summary>Distinct customers who bought in the window, or had a contract in it.</summary>
    public int Customers { get; init; }

    /// <summary>Distinct customers who bought in the window.</summary>
    public int Buyers { get; init; }

    /// <summary>Of these, who bought at least twice in it.</summary>
    public int RepeatBuyers { get; init; }

    /// <summary>Customers whose first purchase lies in the window.</summary>
    public int New { get; init; }

    /// <summary>How often a customer was lost in the window; one who comes back can be lost again. None where nobody can tell.</summary>
    public int? Lost { get; init; }

    /// <summary>Customers who were there when the window began.</summary>
    public int AtStart { get; init; }

    /// <summary>Of these, who were there when it ended.</summary>
    public int StillThere { get; init; }

    /// <summary>How long customers were there in the window, in months, a part of a month by its days.</summary>
    public decimal CustomerMonths { get; init; }

    /// <summary>Purchases of named customers.</summary>
    public long Purchases { get; init; }

    /// <summary>The squares of each buyer's purchases, summed.</summary>
    public decimal PurchaseSquares { get; init; }

    /// <summary>What the purchases come to.</summary>
    public decimal Revenue { get; init; }

    /// <summary>The squares of each buyer's revenue, summed.</summary>
    public decimal RevenueSquares { get; init; }

    /// <summary>What they brought: margin, or revenue where the cost of goods is not known.</summary>
    public decimal Value { get; init; }

    /// <summary>How many purchases came after one on an earlier day.</summary>
    public int Intervals { get; init; }

    /// <summary>The median of the days since that one; none where there was none.</summary>
    public decimal? MedianInterval { get; init; }

    /// <summary>Customers who bought until the window's end.</summary>
    public int CustomersSoFar { get; init; }

    /// <summary>What they brought until then.</summary>
    public decimal ValueSoFar { get; init; }

    /// <summary>What those who bought may bring in the twelve months after the last day of the figures; none where no model holds.</summary>
    public decimal? ExpectedValue { get; init; }

    /// <summary>Of how many customers that is the sum.</summary>
    public int Expected { get; init; }

    /// <summary>What a month's delay costs, as a fraction.</summary>
    public decimal MonthlyDiscount { get; init; }
}
