using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Attribution;

/// <summary>Sums what journeys credit, under every model and window: what is stored of them.</summary>
/// <remarks>
/// Credits and steps are sums by month, so months can be made anew one by one. Of a chain of all journeys only the steps are kept;
/// what they credit is reckoned for the months that are asked for.
/// </remarks>
public sealed class CreditTally
{
    private readonly Dictionary<CreditKey, Credit> credits = [];
    private readonly Dictionary<StepKey, long> steps = [];

    /// <summary>What the deals won credit: for each model and window every deal exactly once.</summary>
    public IReadOnlyDictionary<CreditKey, Credit> Credits => credits;

    /// <summary>The steps of all journeys with an answered touch, counted.</summary>
    public IReadOnlyDictionary<StepKey, long> Steps => steps;

    /// <summary>Adds journeys that were not added yet.</summary>
    public void Add(IEnumerable<Journey> journeys)
    {
        // Most deals have no touch at all: these are credited to nobody by every model and window alike, and summed once.
        var untouched = new Dictionary<Month, Credit>();
        foreach (var journey in journeys)
        {
            if (journey.Path.Count > 0)
            {
                Add(journey);
            }
            else if (journey.Won is { } won)
            {
                untouched[journey.Month] = untouched.GetValueOrDefault(journey.Month) + won;
            }
        }

        AddToNobody(untouched);
    }

    /// <summary>The sums where nothing ever reached anybody: what was won in each month is credited to nobody.</summary>
    public static CreditTally OfUntouched(IEnumerable<KeyValuePair<Month, Credit>> won)
    {
        var tally = new CreditTally();
        tally.AddToNobody(won);
        return tally;
    }

    private void AddToNobody(IEnumerable<KeyValuePair<Month, Credit>> won)
    {
        foreach (var (month, credit) in won)
        {
            foreach (var model in AttributionModels.Rules.Keys)
            {
                foreach (var days in AttributionModels.Windows)
                {
                    Add(new CreditKey(model, days, month, Cell.Unassigned), credit);
                }
            }
        }
    }

    private void Add(CreditKey key, Credit credit) => credits[key] = credits.GetValueOrDefault(key) + credit;

    private void Add(Journey journey)
    {
        // A longer window often adds no touch: then what the shorter one credits holds for it as well.
        var shares = new List<(AttributionModel Model, string Campaign, Credit Credit)>();
        var touches = -1;
        foreach (var days in AttributionModels.Windows)
        {
            var path = journey.Within(days);
            if (journey.Won is { } won)
            {
                if (path.Count != touches)
                {
                    shares = [.. AttributionModels.Rules.SelectMany(rule => SharesOf(rule.Key, rule.Value, path, won))];
                    touches = path.Count;
                }

                foreach (var (model, campaign, credit) in shares)
                {
                    Add(new CreditKey(model, days, journey.Month, campaign), credit);
                }
            }

            AddSteps(journey, path, days);
        }
    }

    private static IEnumerable<(AttributionModel Model, string Campaign, Credit Credit)> SharesOf(
        AttributionModel model, CreditRule rule, IReadOnlyList<PathTouch> path, Credit won)
    {
        var shares = rule.Shares(path);
        return shares.Sum() == 0
            ? [(model, Cell.Unassigned, won)]
            : won.Parts(shares).Zip(path).Where(part => part.First != default).Select(part => (model, part.Second.Campaign, part.First));
    }

    private void AddSteps(Journey journey, IReadOnlyList<PathTouch> path, int days)
    {
        var answered = path.Where(touch => !touch.IsView).Select(touch => touch.Campaign).ToList();
        if (answered.Count == 0)
        {
            return;
        }

        foreach (var step in JourneyStep.Of(answered, journey.Won is not null))
        {
            var key = new StepKey(days, journey.Month, step);
            steps[key] = steps.GetValueOrDefault(key) + 1;
        }
    }
}
