using System.Collections.Concurrent;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Attribution;

/// <summary>What is credited to the campaigns of a company, at one state of its data. Nothing in it changes.</summary>
public sealed class CampaignCredits
{
    private const int MostKept = 512;

    private readonly ILookup<(AttributionModel Model, int Days), KeyValuePair<CreditKey, Credit>> credits;
    private readonly ILookup<int, KeyValuePair<StepKey, long>> steps;
    private readonly IReadOnlyDictionary<string, string> channels;
    private readonly ConcurrentDictionary<(AttributionModel Model, int Days, Window Window), IReadOnlyDictionary<string, Credit>> kept = new();

    /// <summary>Holds these credits.</summary>
    /// <param name="credits">One for each key.</param>
    /// <param name="steps">The steps of all journeys, counted.</param>
    /// <param name="channels">The channel of each campaign that has one, by name.</param>
    /// <param name="touchesFrom">The month of the first touch that was recorded; none where there is none, and nothing is known of credit.</param>
    public CampaignCredits(
        IEnumerable<KeyValuePair<CreditKey, Credit>> credits, IEnumerable<KeyValuePair<StepKey, long>> steps,
        IReadOnlyDictionary<string, string> channels, Month? touchesFrom)
    {
        this.credits = credits.ToLookup(pair => (pair.Key.Model, pair.Key.Days));
        this.steps = steps.ToLookup(pair => pair.Key.Days);
        this.channels = channels;
        TouchesFrom = touchesFrom;
    }

    /// <summary>Nothing is known of any touch.</summary>
    public static CampaignCredits None { get; } = new([], [], new Dictionary<string, string>(), null);

    /// <summary>The month of the first touch that was recorded: of earlier months nothing is known. None without touches.</summary>
    public Month? TouchesFrom { get; }

    /// <summary>The channel of a campaign; <see cref="Cell.Unassigned"/> where none is known.</summary>
    public string ChannelOf(string campaign) => channels.GetValueOrDefault(campaign, Cell.Unassigned);

    /// <summary>The campaigns that are credited with anything, or their channels.</summary>
    public IEnumerable<string> Members(Dimensions dimension)
    {
        var campaigns = credits.SelectMany(group => group).Select(pair => pair.Key.Campaign).Where(name => name != Cell.Unassigned).Distinct();
        return dimension switch
        {
            Dimensions.Campaign => campaigns,
            Dimensions.Channel => campaigns.Select(ChannelOf).Distinct(),
            _ => [],
        };
    }

    /// <summary>Whether touches were recorded in any month of a window.</summary>
    public bool IsKnown(Window window) => TouchesFrom is { } first && first <= window.To;

    /// <summary>Whether touches were recorded in every month of a window.</summary>
    public bool IsKnownThroughout(Window window) => TouchesFrom is { } first && first <= window.From;

    /// <summary>
    /// What the deals won in a window credit to each campaign, and to none under <see cref="Cell.Unassigned"/>: together every deal once.
    /// </summary>
    public IReadOnlyDictionary<string, Credit> ByCampaign(AttributionModel model, int days, Window window)
    {
        if (kept.Count > MostKept)
        {
            kept.Clear();
        }

        return kept.GetOrAdd((model, days, window), key => key.Model == AttributionModel.Markov
            ? OfChain(key.Days, key.Window)
            : credits[(key.Model, key.Days)].Where(pair => key.Window.Contains(pair.Key.Month))
                .GroupBy(pair => pair.Key.Campaign, pair => pair.Value)
                .ToDictionary(group => group.Key, group => group.Aggregate(default(Credit), (sum, credit) => sum + credit)));
    }

    /// <summary>What is credited to the campaigns that a filter takes, what no campaign is credited with left out.</summary>
    public Credit Total(AttributionModel model, int days, Window window, Filter filter) => ByCampaign(model, days, window)
        .Where(pair => pair.Key != Cell.Unassigned && filter.Takes(new Cell(window.From) { Campaign = pair.Key, Channel = ChannelOf(pair.Key) }))
        .Aggregate(default(Credit), (sum, pair) => sum + pair.Value);

    /// <summary>The removal effects of the campaigns in the chain of the journeys that ended in a window.</summary>
    public IReadOnlyList<MarkovCredit> Effects(int days, Window window) => Markov.Credits(steps[days]
        .Where(pair => window.Contains(pair.Key.Month))
        .GroupBy(pair => pair.Key.Step, pair => pair.Value)
        .Select(group => KeyValuePair.Create(group.Key, (decimal)group.Sum())));

    // The chain credits all deals with an answered touch together; the others are credited to nobody, as by the other models.
    private Dictionary<string, Credit> OfChain(int days, Window window)
    {
        var last = ByCampaign(AttributionModel.Last, days, window);
        var touched = last.Where(pair => pair.Key != Cell.Unassigned).Aggregate(default(Credit), (sum, pair) => sum + pair.Value);
        var effects = Effects(days, window);
        var found = effects.Zip(effects.Count == 0 ? [] : touched.Parts([.. effects.Select(effect => effect.Share)]))
            .ToDictionary(pair => pair.First.Campaign, pair => pair.Second);
        if (last.TryGetValue(Cell.Unassigned, out var none))
        {
            found[Cell.Unassigned] = found.GetValueOrDefault(Cell.Unassigned) + none;
        }

        return found;
    }
}
