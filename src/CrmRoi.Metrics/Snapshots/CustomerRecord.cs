namespace CrmRoi.Metrics.Snapshots;

/// <summary>One customer of a <see cref="CustomerBook"/>: its purchases by month and when it was there.</summary>
public sealed class CustomerRecord
{
    /// <summary>Fewer intervals say nothing of what is usual for one customer.</summary>
    private const int FewestIntervals = 3;

    private readonly CustomerLine[] lines;
    private readonly int[] days;
    private IReadOnlyList<(int From, int Gone)> spells = [];

    internal CustomerRecord(IEnumerable<CustomerMonth> rows)
    {
        var all = rows.OrderBy(row => row.Month).ToList();
        var bought = all.Where(row => row.Kind is CustomerMonthKind.Order or CustomerMonthKind.Deal).ToList();
        lines = [.. bought.GroupBy(row => row.Month).Select(same => new CustomerLine(same.Key, same.Sum(row => row.Purchases), same.Sum(row => row.Revenue), same.Sum(row => row.Value)))];
        days = [.. bought.SelectMany(row => row.DayNumbers()).Distinct().Order()];
        Since = DayOf(all, CustomerMonthKind.Start);
        Ended = DayOf(all, CustomerMonthKind.End);
        (Name, Region, Segment, Channel) = (all[0].Customer, all[0].Region, all[0].Segment, all[0].Channel);
        var gaps = Gaps().Select(gap => gap.Length).Order().ToList();
        OwnInterval = gaps.Count < FewestIntervals ? null : (gaps[(gaps.Count - 1) / 2] + gaps[gaps.Count / 2]) / 2m;
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Its region.</summary>
    public string Region { get; }

    /// <summary>Its segment.</summary>
    public string Segment { get; }

    /// <summary>How it came.</summary>
    public string Channel { get; }

    /// <summary>Its first purchase as its record says; none where it says nothing.</summary>
    public DateOnly? Since { get; }

    /// <summary>When its contract ended; none where there is none, or it goes on.</summary>
    public DateOnly? Ended { get; }

    /// <summary>The median of the days between its purchases; none of fewer than three intervals.</summary>
    public decimal? OwnInterval { get; }

    /// <summary>Whether it has a contract, so that it is lost at its end and not by silence.</summary>
    public bool HasContract { get; private set; }

    /// <summary>Its last purchase; none where none is recorded.</summary>
    public DateOnly? LastPurchase => days is [.., var last] ? DateOnly.FromDayNumber(last) : null;

    /// <summary>Its purchases by month, in order.</summary>
    internal ReadOnlySpan<CustomerLine> Lines => lines;

    /// <summary>The numbers of the days on which it bought, in order.</summary>
    internal ReadOnlySpan<int> Days => days;

    /// <summary>From which day to before which it was there, once for each time.</summary>
    internal IReadOnlyList<(int From, int Gone)> Spells => spells;

    /// <summary>The days between a purchase and the one before, by the day on which they ended.</summary>
    internal IEnumerable<(int Day, int Length)> Gaps() => days.Skip(1).Select((day, before) => (day, day - days[before]));

    /// <summary>Its first day as a customer; none of one of whom nothing is known but an end.</summary>
    internal int? First => (Since?.DayNumber, days) switch
    {
        ({ } since, [var first, ..]) => Math.Min(since, first),
        ({ } since, _) => since,
        (_, [var first, ..]) => first,
        _ => null,
    };

    /// <summary>After how many days without a purchase it counts as lost; none with a contract, or where nothing is usual.</summary>
    internal int? LimitOf(CustomerRules rules, decimal? usual) =>
        HasContract || usual is not { } company ? null : (int)Math.Ceiling(rules.LostAfter * Math.Max(company, OwnInterval ?? 0));

    internal void Settle(CustomerRules rules, decimal? usual, bool areContractsKnown)
    {
        HasContract = Ended is not null || (areContractsKnown && Since is not null);
        spells = HasContract
            ? First is { } from && from < (Ended?.DayNumber ?? int.MaxValue) ? [(from, Ended?.DayNumber ?? int.MaxValue)] : []
            : [.. SpellsOf(LimitOf(rules, usual))];
    }

    // Somebody who bought before the records start was there until the first purchase that they tell of.
    private IEnumerable<(int From, int Gone)> SpellsOf(int? limit)
    {
        if (days.Length == 0 || limit is not { } silence)
        {
            yield break;
        }

        var from = First!.Value;
        for (var i = 1; i < days.Length; i++)
        {
            if (days[i] - days[i - 1] > silence)
            {
                yield return (from, days[i - 1] + silence + 1);
                from = days[i];
            }
        }

        yield return (from, days[^1] + silence + 1);
    }

    private static DateOnly? DayOf(List<CustomerMonth> rows, CustomerMonthKind kind) => rows.Where(row => row.Kind == kind)
        .SelectMany(row => row.DayNumbers()).Select(day => (DateOnly?)DateOnly.FromDayNumber(day)).Min();
}

/// <summary>The purchases of one customer in one month.</summary>
/// <param name="Month">When.</param>
/// <param name="Purchases">How many.</param>
/// <param name="Revenue">What they come to.</param>
/// <param name="Value">What they brought: margin, or revenue where it is not known.</param>
internal readonly record struct CustomerLine(Month Month, int Purchases, decimal Revenue, decimal Value);
