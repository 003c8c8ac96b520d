using CrmRoi.Metrics.Records;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Quality;

/// <summary>Adds up the records that one check finds.</summary>
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
        value += deal.Value ?? 0;
        Add(CountingRules.Of(deal, Organisation.Unknown), SampleOf(deal, like));
    }

    public void Add(Lead lead, string like) => Add(
        CountingRules.Of(lead, Organisation.Unknown),
        new(lead.Source, lead.Id, lead.Campaign ?? lead.Channel, lead.Rep, DateOnly.FromDateTime(lead.CreatedAt), lead.ConvertedOn, null, like));

    public void Add(Customer customer, string like) => Add(
        CountingRules.Of(customer, Organisation.Unknown), new(customer.Source, customer.Id, customer.Name, null, customer.Since, customer.Ended, null, like));

    /// <summary>A deal that stays as it is counted, and would count as something besides.</summary>
    public void Add(Deal deal, Month month, Snapshot besides)
    {
        count++;
        value += deal.Value ?? 0;
        Add(instead, month, besides);
        Keep(SampleOf(deal, null));
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

    private void Add(IEnumerable<Contribution> contributions, QualitySample sample)
    {
        count++;
        foreach (var contribution in contributions)
        {
            Add(counted, contribution.Cell.Month, contribution.Snapshot);
        }

        Keep(sample);
    }

    private static QualitySample SampleOf(Deal deal, string? like) =>
        new(deal.Source, deal.Id, deal.Name ?? deal.Customer, deal.Rep, deal.CreatedOn ?? deal.FirstContactOn, deal.ClosedOn, deal.Value, like);

    private void Keep(QualitySample sample)
    {
        samples.Add(sample);
        if (samples.Count > SamplesKept)
        {
            samples = [.. Largest().Take(SamplesShown)];
        }
    }

    private IEnumerable<QualitySample> Largest() =>
        samples.OrderByDescending(sample => sample.Value).ThenBy(sample => sample.Source, StringComparer.Ordinal).ThenBy(sample => sample.Id, StringComparer.Ordinal);
}
