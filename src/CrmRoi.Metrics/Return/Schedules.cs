using CrmRoi.Metrics.Records;

namespace CrmRoi.Metrics.Return;

/// <summary>In which months a cost falls due, and how much of it.</summary>
public static class CostSchedule
{
    /// <summary>What falls due from the cost's first month to its last, or to <paramref name="until"/> if that is earlier.</summary>
    /// <param name="cost">The cost; spending is above zero here.</param>
    /// <param name="until">The last month wanted, included.</param>
    /// <returns>The amounts by month: empty when the cost starts later.</returns>
    /// <exception cref="ArgumentException">The cost ends before it starts, is not above zero, has no first month, or is per user without users.</exception>
    public static CashFlow Of(Cost cost, Month until)
    {
        if (cost.Cadence == Cadence.PerUserMonth && (cost.Users is <= 0 || (cost.Users is null && cost.UserCounts.Count == 0)))
        {
            throw new ArgumentException("A cost per user needs users.", nameof(cost));
        }

        var once = Schedule.Of(cost.Cadence, cost.Amount, cost.From, cost.To, until, nameof(cost));
        return cost.Cadence != Cadence.PerUserMonth && cost.IndexRate is null
            ? once
            : CashFlow.Of(once.Amounts.Select(each => new MonthAmount(each.Key, each.Value * UnitsIn(cost, each.Key) * cost.IndexIn(each.Key))));
    }

    private static int UnitsIn(Cost cost, Month month) => cost.Cadence == Cadence.PerUserMonth ? cost.UsersIn(month) : 1;
}

/// <summary>In which months a saving is made, and how much of it.</summary>
public static class SavingSchedule
{
    /// <summary>What is saved from the saving's first month to its last, or to <paramref name="until"/> if that is earlier.</summary>
    /// <param name="saving">The saving.</param>
    /// <param name="until">The last month wanted, included.</param>
    /// <returns>The amounts by month: empty when the saving starts later.</returns>
    /// <exception cref="ArgumentException">The saving ends before it starts, is not above zero, has no first month, or is per user.</exception>
    public static CashFlow Of(Saving saving, Month until) => saving.Cadence == Cadence.PerUserMonth
        ? throw new ArgumentException("A saving has no users.", nameof(saving))
        : Schedule.Of(saving.Cadence, saving.Amount, saving.From, saving.To, until, nameof(saving));
}

/// <summary>The months of a cadence.</summary>
internal static class Schedule
{
    public static CashFlow Of(Cadence cadence, decimal amount, Month from, Month? to, Month until, string parameter)
    {
        if (!from.IsKnown || to < from)
        {
            throw new ArgumentException("It needs a first month, and none after its last.", parameter);
        }

        if (amount <= 0)
        {
            throw new ArgumentException("An amount is above zero.", parameter);
        }

        var window = new Window(from, cadence == Cadence.OneOff ? from : to ?? until).Intersect(new(from, until));
        var step = cadence == Cadence.Yearly ? 12 : 1;
        return CashFlow.Of(window.Months.Where(month => from.MonthsUntil(month) % step == 0).Select(month => new MonthAmount(month, amount)));
    }
}
