using CrmRoi.Metrics.Records;
using CrmRoi.Metrics.Return;

namespace CrmRoi.Web.Pages.Return;

/// <summary>One kind of cost.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="OneOff">Spent once.</param>
/// <param name="Recurring">Spent again and again.</param>
/// <param name="Planned">Falls due later, to the end of the horizon.</param>
public sealed record CostOfKind(CostKind Kind, decimal OneOff, decimal Recurring, decimal Planned)
{
    public decimal Spent => OneOff + Recurring;

    /// <summary>The kinds that have any cost, the dearest first.</summary>
    public static IReadOnlyList<CostOfKind> Of(CostSummary cost) =>
    [
        .. cost.Lines.GroupBy(line => line.Cost.Kind)
            .Select(kind => new CostOfKind(
                kind.Key,
                kind.Where(line => line.Cost.Cadence == Cadence.OneOff).Sum(line => line.Spent.Total),
                kind.Where(line => line.Cost.Cadence != Cadence.OneOff).Sum(line => line.Spent.Total),
                kind.Sum(line => line.Planned.Total)))
            .OrderByDescending(kind => kind.Spent).ThenBy(kind => kind.Kind),
    ];
}

/// <summary>What the programme cost, by kind and, for those who may see it, line by line.</summary>
/// <param name="Cost">The cost.</param>
/// <param name="Currency">Its currency.</param>
/// <param name="HasLines">Whether single costs are shown.</param>
public sealed record CostTable(CostSummary Cost, string Currency, bool HasLines);
