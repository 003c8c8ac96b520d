using CrmRoi.Metrics.Records;

namespace CrmRoi.Metrics.Quality;

/// <summary>The first look at every deal and lead: what is usual, what comes twice, which sources and months lack lost deals.</summary>
/// <remarks>Keeps thirty-two bytes a deal and eight a lead, whatever they say.</remarks>
public sealed class DealSurvey
{
    private const decimal Slow = 0.95m;
    private const int FewestWonBeforeLosses = 10;

    private readonly SortedDictionary<int, long> ages = [];
    private readonly List<double> logarithms = [];
    private readonly List<ulong> keys = [];
    private readonly List<(ulong Key, int Source)> named = [];
    private readonly Dictionary<string, int> sourceNumbers = [];
    private readonly List<ulong> leads = [];
    private readonly Dictionary<string, (long Won, long Lost, long Open)> sources = [];
    private readonly SortedDictionary<Month, (long Won, long Lost)> closings = [];

    /// <summary>Looks at a deal.</summary>
    public void Add(Deal deal)
    {
        var (won, lost, open) = sources.GetValueOrDefault(deal.Source);
        sources[deal.Source] = deal.Outcome switch
        {
            DealOutcome.Won => (won + 1, lost, open),
            DealOutcome.Lost => (won, lost + 1, open),
            _ => (won, lost, open + 1),
        };
        if (DealKey.Of(deal) is { } key)
        {
            keys.Add(DealKey.Hash(key));
        }

        if (DealKey.OfAnySource(deal) is { } anywhere)
        {
            named.Add((DealKey.Hash(anywhere), sourceNumbers.TryGetValue(deal.Source, out var known) ? known : sourceNumbers[deal.Source] = sourceNumbers.Count));
        }

        if (deal.Outcome == DealOutcome.Open || deal.ClosedOn is not { } closed)
        {
            return;
        }

        var (ended, missed) = closings.GetValueOrDefault(Month.Of(closed));
        closings[Month.Of(closed)] = deal.Outcome == DealOutcome.Won ? (ended + 1, missed) : (ended, missed + 1);
        if (deal.StartedOn is { } started)
        {
            var days = closed.DayNumber - started.DayNumber;
            ages[days] = ages.GetValueOrDefault(days) + 1;
        }

        if (deal is { Outcome: DealOutcome.Won, Value: > 0 })
        {
            logarithms.Add(Math.Log((double)deal.Value.Value));
        }
    }

    /// <summary>Looks at a lead.</summary>
    public void Add(Lead lead)
    {
        if (LeadKey.Of(lead) is { } key)
        {
            leads.Add(key);
        }
    }

    /// <summary>What was found, once every deal and lead was looked at.</summary>
    public SurveyedDeals Result()
    {
        var closed = ages.Values.Sum();
        logarithms.Sort();
        keys.Sort();
        var isEnough = closed >= DealLimits.Fewest;
        return new(
            new(closed, isEnough ? Rank(closed, 0.5m) : null, isEnough ? Rank(closed, Slow) : null, logarithms.Count, LargestUsual()),
            keys.Zip(keys.Skip(1)).Where(pair => pair.First == pair.Second).Select(pair => pair.First).ToHashSet(),
            sources.Where(source => source.Value is { Won: > 0, Open: > 0, Lost: 0 }).Select(source => source.Key).ToHashSet(),
            FirstLoss())
        {
            InTwoSources = InTwoSources(),
            RepeatedLeads = RepeatedLeads(),
        };
    }

    private HashSet<ulong> InTwoSources()
    {
        named.Sort();
        return named.Zip(named.Skip(1)).Where(pair => pair.First.Key == pair.Second.Key && pair.First.Source != pair.Second.Source).Select(pair => pair.First.Key).ToHashSet();
    }

    private HashSet<ulong> RepeatedLeads()
    {
        leads.Sort();
        var repeated = new HashSet<ulong>();
        for (var (start, next) = (0, 0); start < leads.Count; start = next)
        {
            for (next = start + 1; next < leads.Count && leads[next] == leads[start]; next++)
            {
            }

            if (next - start is > 1 and <= LeadKey.MostAtOnce)
            {
                repeated.Add(leads[start]);
            }
        }

        return repeated;
    }

    private int Rank(long count, decimal share)
    {
        var left = (long)Math.Ceiling(count * share);
        return ages.First(age => (left -= age.Value) <= 0).Key;
    }

    private decimal? LargestUsual()
    {
        if (logarithms.Count < DealLimits.Fewest)
        {
            return null;
        }

        var (first, third) = (Quantile(0.25), Quantile(0.75));
        return third > first ? (decimal)Math.Exp(third + (3 * (third - first))) : null;
    }

    // Linear between the two nearest values, as spreadsheets do it.
    private double Quantile(double share)
    {
        var at = share * (logarithms.Count - 1);
        var below = (int)at;
        return below + 1 == logarithms.Count ? logarithms[below] : logarithms[below] + ((at - below) * (logarithms[below + 1] - logarithms[below]));
    }

    // Only where enough was won before it: of a company's first three deals none need be lost.
    private Month? FirstLoss()
    {
        var first = closings.Where(month => month.Value.Lost > 0).Select(month => (Month?)month.Key).FirstOrDefault();
        return first is { } month && closings.Where(each => each.Key < month).Sum(each => each.Value.Won) >= FewestWonBeforeLosses ? month : null;
    }
}

/// <summary>What a first look at every deal found.</summary>
/// <param name="Limits">What is usual.</param>
/// <param name="Repeated">The hashes of what comes more than once.</param>
/// <param name="WithoutLost">The sources that have won and open deals and no lost one.</param>
/// <param name="FirstLoss">The first month with a lost deal, where ten or more were won before it; none otherwise.</param>
public sealed record SurveyedDeals(DealLimits Limits, IReadOnlySet<ulong> Repeated, IReadOnlySet<string> WithoutLost, Month? FirstLoss)
{
    /// <summary>The hashes of deals that more than one source has.</summary>
    public IReadOnlySet<ulong> InTwoSources { get; init; } = new HashSet<ulong>();

    /// <summary>The keys of leads that come twice or three times.</summary>
    public IReadOnlySet<ulong> RepeatedLeads { get; init; } = new HashSet<ulong>();
}
