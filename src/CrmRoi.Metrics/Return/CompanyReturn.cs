using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Return;

/// <summary>All programmes of one currency together: each cost is a programme's, and margin is allotted among them once.</summary>
public sealed record CompanyReturn
{
    private CompanyReturn()
    {
    }

    /// <summary>The return of each.</summary>
    public required IReadOnlyList<ProgrammeReturn> Programmes { get; init; }

    /// <summary>Programmes of another currency, which cannot be summed.</summary>
    public required IReadOnlyList<Programme> LeftOut { get; init; }

    /// <summary>The currency of the sums.</summary>
    public required string Currency { get; init; }

    /// <summary>Everything spent.</summary>
    public decimal Cost => Programmes.Sum(each => each.Cost.Total);

    /// <summary>Everything gained.</summary>
    /// <value>Undefined when that of any programme is.</value>
    public decimal? Gain => Programmes.Aggregate((decimal?)0, (sum, each) => sum + each.Gain);

    /// <summary>ROI in percent.</summary>
    /// <value>Undefined when the gain is, or nothing was spent.</value>
    public decimal? Roi => RoiConventions.Official(Gain, Cost);

    /// <summary>Net present value, each programme's in its own first month.</summary>
    /// <value>Undefined when that of any programme is.</value>
    public decimal? Npv => Programmes.Aggregate((decimal?)0, (sum, each) => sum + each.Npv);

    /// <summary>Gain less cost by month.</summary>
    /// <value>Undefined when the gain is.</value>
    public CashFlow? MonthlyNet => Gain is null ? null : CashFlow.Sum(Programmes.Select(each => each.MonthlyNet).OfType<CashFlow>());

    /// <summary>The share of the company's margin that no programme claims.</summary>
    public required decimal NotAllotted { get; init; }

    /// <summary>Sums all programmes of a ledger that have the first one's currency.</summary>
    /// <returns>None where there are none.</returns>
    public static CompanyReturn? Of(Ledger ledger, SnapshotCube cube, Month? until = null)
    {
        if (ledger.Programmes is not [var first, ..])
        {
            return null;
        }

        var same = ledger.Programmes.Where(each => each.Currency == first.Currency).ToList();
        var allocation = MarginAllocation.Of(ledger.Programmes);
        return new()
        {
            Programmes = [.. same.Select(each => ReturnCalculation.Of(each, ledger, cube, until))],
            LeftOut = [.. ledger.Programmes.Except(same)],
            Currency = first.Currency,
            NotAllotted = 1 - ledger.Programmes.Sum(each => allocation[each]),
        };
    }
}
