namespace CrmRoi.Metrics.Snapshots;

/// <summary>A total that somebody entered for a time of which there are no records.</summary>
public sealed record EnteredFigure
{
    /// <summary>Which measure: the <see cref="Measure.Key"/> of an enterable one, or <see cref="CostOfGoodsKey"/>.</summary>
    public required string Measure { get; init; }

    /// <summary>The months that it is the total of: one, three or twelve.</summary>
    public Window Period { get; init; }

    /// <summary>The total of the whole period, in the measure's unit.</summary>
    public decimal Value { get; init; }

    /// <summary>The team whose figure it is; none for the company's.</summary>
    public string? Team { get; init; }

    /// <summary>Where it was read: "ledger 2024", "phone bill".</summary>
    public required string SourceNote { get; init; }

    /// <summary>How much of what happened it covers, as a fraction from 0 to 1.</summary>
    public decimal Completeness { get; init; } = 1;

    /// <summary>Whether an admin states that it was counted in the same way as the records are, and may be compared with them.</summary>
    public bool IsComparable { get; init; }

    /// <summary>The key under which the cost of goods of the revenue entered beside it can be entered.</summary>
    public const string CostOfGoodsKey = "cost-of-goods";

    /// <summary>Whether the months are not known one by one but are shares of a longer total.</summary>
    public bool IsSpread => Period.Length > 1;

    /// <summary>Its share of each month of its period.</summary>
    /// <returns>Amounts to the cent and counts to the whole, the rest with the last month: they sum to <see cref="Value"/>.</returns>
    public IEnumerable<(Month Month, decimal Value)> Spread()
    {
        var decimals = Value == decimal.Truncate(Value) && Snapshots.Measure.Find(Measure) is { IsMoney: false } ? 0 : 2;
        var given = 0m;
        var number = 0;
        foreach (var month in Period.Months)
        {
            number++;
            var due = number == Period.Length ? Value : decimal.Round(Value * number / Period.Length, decimals);
            yield return (month, due - given);
            given = due;
        }
    }
}
