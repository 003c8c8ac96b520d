using CrmRoi.Metrics;
using CrmRoi.Metrics.Attribution;
using CrmRoi.Metrics.Records;
using CrmRoi.Metrics.Snapshots;
using Microsoft.EntityFrameworkCore;

namespace CrmRoi.Data;

/// <summary>Which months have other figures now that records changed: those in which they counted and those in which they count.</summary>
/// <remarks>The default month stands for waits of which nobody knows when they began.</remarks>
internal sealed class TouchedMonths
{
    // Of more deals than this, every month in which any deal entered a stage is taken.
    private const int MostDeals = 100_000;

    private readonly HashSet<Month> months = [];
    private readonly HashSet<Month> credited = [];
    private readonly HashSet<(string Source, string Id)> deals = [];
    private readonly HashSet<(string Source, string Id)> parents = [];
    private bool hasManyDeals;

    /// <summary>Whether any month may have changed: people and customers say where everybody's records count.</summary>
    public bool All { get; private set; }

    /// <summary>The months in which the credit of campaigns may be another: those in which journeys end.</summary>
    public IReadOnlySet<Month> Credited => credited;

    public void Add(Record record)
    {
        switch (record)
        {
            case Deal deal:
                Add(credited, deal.Outcome == DealOutcome.Open ? null : deal.ClosedOn);
                Add(deal.CreatedOn);
                Add(deal.QuotedOn);
                Add(deal.ClosedOn);
                months.Add(deal.StartedOn is { } day ? Month.Of(day) : default);
                Add(deal.Source, deal.Id);
                break;
            case StageChange change:
                Add(change.EnteredOn);
                Add(change.Source, change.Deal);
                break;
            case Activity activity:
                months.Add(Month.Of(activity.At));
                break;
            case Campaign { Parent: { } parent }:
                months.UnionWith(ContributionsOf(record));
                parents.Add((record.Source, parent));
                break;
            case Person or Customer:
                All = true;
                break;
            case Touch touch:
                credited.UnionWith(MonthsWithin(touch));
                break;
            default:
                Add(credited, record is Lead lead && Journey.IsGivenUp(lead) ? lead.DisqualifiedOn : null);
                months.UnionWith(ContributionsOf(record));
                break;
        }
    }

    /// <summary>Asks, once the records are written, what else they touch.</summary>
    public async Task ResolveAsync(CrmRoiContext context, CancellationToken cancellationToken)
    {
        // The waits in all stages of a deal depend on its other stages and on how it ended.
        if (hasManyDeals)
        {
            months.UnionWith((await context.StageChanges.Select(change => change.EnteredOn).Distinct().ToListAsync(cancellationToken)).Select(Month.Of));
        }

        foreach (var (source, ids) in ChunksOf(deals))
        {
            var entered = await context.StageChanges
                .Where(change => change.Source == source && ids.Contains(change.Deal))
                .Select(change => change.EnteredOn)
                .ToListAsync(cancellationToken);
            months.UnionWith(entered.Select(Month.Of));
        }

        // A campaign ceases to count when it gets its first child.
        foreach (var (source, ids) in ChunksOf(parents))
        {
            var campaigns = await context.Campaigns.AsNoTracking()
                .Where(campaign => campaign.Source == source && ids.Contains(campaign.Id))
                .ToListAsync(cancellationToken);
            months.UnionWith(campaigns.SelectMany(ContributionsOf));
        }
    }

    /// <summary>All of them.</summary>
    /// <param name="before">The months that had records before.</param>
    /// <param name="after">The months that have records now: staff are counted in the months between, too.</param>
    public IReadOnlySet<Month> Months(Window before, Window after)
    {
        months.UnionWith(before.Months.Except(after.Months));
        months.UnionWith(after.Months.Except(before.Months));
        return months;
    }

    private void Add(DateOnly? day) => Add(months, day);

    private static void Add(HashSet<Month> months, DateOnly? day)
    {
        if (day is { } known)
        {
            months.Add(Month.Of(known));
        }
    }

    private void Add(string source, string deal)
    {
        if (!hasManyDeals && deals.Add((source, deal)) && deals.Count > MostDeals)
        {
            hasManyDeals = true;
            deals.Clear();
            deals.TrimExcess();
        }
    }

    // A touch counts in every journey that may end while it is within the longest window.
    private static IEnumerable<Month> MonthsWithin(Touch touch)
    {
        var day = DateOnly.FromDateTime(touch.At);
        return new Window(Month.Of(day), Month.Of(day.AddDays(AttributionModels.Windows[^1]))).Months;
    }

    private static IEnumerable<(string Source, string[] Ids)> ChunksOf(IEnumerable<(string Source, string Id)> keys) =>
        keys.GroupBy(key => key.Source)
            .SelectMany(group => group.Chunk(RecordStore.ChunkSize).Select(chunk => (group.Key, chunk.Select(key => key.Id).ToArray())));

    private static IEnumerable<Month> ContributionsOf(Record record)
    {
        IEnumerable<Contribution> contributions = record switch
        {
            Lead lead => CountingRules.Of(lead, Organisation.Unknown),
            Order order => CountingRules.Of(order, Organisation.Unknown),
            Campaign campaign => CountingRules.Of(campaign, Organisation.Unknown),
            Case @case => CountingRules.Of(@case, Organisation.Unknown),
            SurveyAnswer answer => CountingRules.Of(answer, Organisation.Unknown),
            _ => [],
        };
        return contributions.Select(contribution => contribution.Cell.Month);
    }
}
