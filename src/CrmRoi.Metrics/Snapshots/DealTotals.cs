using CrmRoi.Metrics.Records;

namespace CrmRoi.Metrics.Snapshots;

/// <summary>What deals add to one cell: sums that grow in place, because there may be millions of deals and a snapshot has sixty members.</summary>
internal sealed class DealTotals
{
    private long created;
    private long quoted;
    private long won;
    private long lost;
    private decimal wonRevenue;
    private decimal wonRevenueSquares;
    private decimal lostValue;
    private decimal costedRevenue;
    private decimal wonMargin;
    private long cycleDeals;
    private long cycleDays;
    private long cycleDaysSquares;
    private long lostCycleDeals;
    private long lostCycleDays;

    /// <summary>A deal was opened.</summary>
    public void Open() => created++;

    /// <summary>A deal was first quoted.</summary>
    public void Quote() => quoted++;

    /// <summary>A deal was won.</summary>
    public void Win(Deal deal, DateOnly closedOn)
    {
        var value = deal.Value ?? 0;
        won++;
        wonRevenue += value;
        wonRevenueSquares += value * value;
        if (deal.CostOfGoods is { } cost)
        {
            costedRevenue += value;
            wonMargin += value - cost;
        }

        if (deal.StartedOn is { } startedOn)
        {
            long days = closedOn.DayNumber - startedOn.DayNumber;
            cycleDeals++;
            cycleDays += days;
            cycleDaysSquares += days * days;
        }
    }

    /// <summary>A deal was lost.</summary>
    public void Lose(Deal deal, DateOnly closedOn)
    {
        lost++;
        lostValue += deal.Value ?? 0;
        if (deal.StartedOn is { } startedOn)
        {
            lostCycleDeals++;
            lostCycleDays += closedOn.DayNumber - startedOn.DayNumber;
        }
    }

    public Snapshot ToSnapshot() => new()
    {
        DealsCreated = created,
        DealsQuoted = quoted,
        DealsWon = won,
        DealsLost = lost,
        WonRevenue = wonRevenue,
        WonRevenueSquares = wonRevenueSquares,
        LostValue = lostValue,
        CostedRevenue = costedRevenue,
        WonMargin = wonMargin,
        CycleDeals = cycleDeals,
        CycleDays = cycleDays,
        CycleDaysSquares = cycleDaysSquares,
        LostCycleDeals = lostCycleDeals,
        LostCycleDays = lostCycleDays,
    };
}
