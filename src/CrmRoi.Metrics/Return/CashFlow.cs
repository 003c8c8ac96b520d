namespace CrmRoi.Metrics.Return;

/// <summary>Money of one month.</summary>
/// <param name="Month">The month.</param>
/// <param name="Amount">How much, in the programme's currency; what is spent from a net flow is below zero.</param>
public readonly record struct MonthAmount(Month Month, decimal Amount);

/// <summary>Money of one day.</summary>
/// <param name="Date">The day.</param>
/// <param name="Amount">How much; what is spent is below zero.</param>
public readonly record struct DatedAmount(DateOnly Date, decimal Amount);

/// <summary>How much money flows in which month. Flows add up.</summary>
public sealed class CashFlow
{
    private readonly SortedDictionary<Month, decimal> amounts;

    private CashFlow(SortedDictionary<Month, decimal> amounts) => this.amounts = amounts;

    /// <summary>No money at all: adding it changes nothing.</summary>
    public static CashFlow Empty { get; } = new([]);

    /// <summary>The months in which money flows, in order; months without any are left out.</summary>
    public IReadOnlyDictionary<Month, decimal> Amounts => amounts;

    /// <summary>Everything that flows, not discounted.</summary>
    public decimal Total => amounts.Values.Sum();

    /// <summary>The first month in which money flows; none where none does.</summary>
    public Month? First => amounts.Count == 0 ? null : amounts.Keys.First();

    /// <summary>The last month in which money flows; none where none does.</summary>
    public Month? Last => amounts.Count == 0 ? null : amounts.Keys.Last();

    /// <summary>What flows in a month; 0 where nothing does.</summary>
    public decimal this[Month month] => amounts.GetValueOrDefault(month);

    /// <summary>A flow of these amounts; those of one month are summed, those of 0 left out.</summary>
    /// <exception cref="ArgumentException">A month is not known.</exception>
    public static CashFlow Of(IEnumerable<MonthAmount> amounts)
    {
        var sums = new SortedDictionary<Month, decimal>();
        foreach (var (month, amount) in amounts)
        {
            if (!month.IsKnown)
            {
                throw new ArgumentException("Money needs a month.", nameof(amounts));
            }

            sums[month] = sums.GetValueOrDefault(month) + amount;
        }

        foreach (var month in sums.Where(sum => sum.Value == 0).Select(sum => sum.Key).ToList())
        {
            sums.Remove(month);
        }

        return sums.Count == 0 ? Empty : new(sums);
    }

    /// <summary>Sums any number of flows.</summary>
    public static CashFlow Sum(IEnumerable<CashFlow> flows) => Of(flows.SelectMany(flow => flow.Each()));

    /// <summary>Adds two flows month by month.</summary>
    public static CashFlow operator +(CashFlow left, CashFlow right) => Sum([left, right]);

    /// <summary>Takes one flow from another month by month: gains less costs are the net flow.</summary>
    public static CashFlow operator -(CashFlow left, CashFlow right) => left + -right;

    /// <summary>The flow the other way.</summary>
    public static CashFlow operator -(CashFlow flow) => Of(flow.Each().Select(each => each with { Amount = -each.Amount }));

    /// <summary>So many times the flow.</summary>
    public static CashFlow operator *(CashFlow flow, decimal factor) =>
        factor == 1 ? flow : Of(flow.Each().Select(each => each with { Amount = each.Amount * factor }));

    /// <summary>The part of it that flows in a window.</summary>
    public CashFlow In(Window window) => Of(Each().Where(each => window.Contains(each.Month)));

    /// <summary>Every month of a window with what flows in it, 0 included.</summary>
    public IReadOnlyList<MonthAmount> Over(Window window) => [.. window.Months.Select(month => new MonthAmount(month, this[month]))];

    /// <summary>Every month of a window with all that flowed in the window up to its end.</summary>
    public IReadOnlyList<MonthAmount> Cumulative(Window window)
    {
        var sum = 0m;
        return [.. Over(window).Select(each => each with { Amount = sum += each.Amount })];
    }

    private IEnumerable<MonthAmount> Each() => amounts.Select(each => new MonthAmount(each.Key, each.Value));
}
