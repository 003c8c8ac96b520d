using CrmRoi.Metrics.Records;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Quality;

/// <summary>Adds up the deals that one check finds.</summary>
internal sealed class FindingCount(QualityCheck check)
{
    private const int SamplesShown = 50;
    private const int SamplesKept = 500;

    private readonly SortedDictionary<Month, Snapshot> counted = [];
    private readonly SortedDictionary<Month, Snapshot> instead = [];
    private List<QualitySample> samples = [];
    private long count;
    private decimal value;

    public void Add(Deal deal, string? like = null)
    {
        count++;
        value += deal.Value ?? 0;
        foreach (var contribution in CountingRules.Of(deal, Organisation.Unknown))
        {
            Add(counted, contribution.Cell.Month, contribution.Snapshot);
        }

        Sample(deal, like);
    }

    /// <summary>A deal that stays as it is counted, and would count as something besides.</summary>
    public void Add(Deal deal, Month month, Snapshot besides)
    {
        count++;
        value += deal.Value ?? 0;
        Add(instead, month, besides);
        Sample(deal, null);
    }

    public QualityFinding Result(long of) => new(check, count, of)
    {
        Counted = [.. counted.Select(month => new MonthTotals(month.Key, month.Value))],
        Instead = [.. instead.Select(month => new MonthTotals(month.Key, month.Value))],
        Samples = [.. Largest().Take(SamplesShown)],
        Value = value,
    };

    private static void Add(SortedDictionary<Month, Snapshot> months, Month month, Snapshot totals) =>
        months[month] = months.GetValueOrDefault(month, Snapshot.Empty) + totals;

    private void Sample(Deal deal, string? like)
    {
        samples.Add(new(deal.Source, deal.Id, deal.Name ?? deal.Customer, deal.Rep, deal.CreatedOn ?? deal.FirstContactOn, deal.ClosedOn, deal.Value, like));
        if (samples.Count > SamplesKept)
        {
            samples = [.. Largest().Take(SamplesShown)];
        }
    }

    private IEnumerable<QualitySample> Largest() =>
        samples.OrderByDescending(sample => sample.Value).ThenBy(sample => sample.Source, StringComparer.Ordinal).ThenBy(sample => sample.Id, StringComparer.Ordinal);
}
