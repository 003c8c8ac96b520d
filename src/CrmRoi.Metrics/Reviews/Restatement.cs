using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Return;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Reviews;

/// <summary>A total of a month that is not what it was.</summary>
/// <param name="Month">The month.</param>
/// <param name="Team">The team.</param>
/// <param name="Measure">What was counted: a member of <see cref="Snapshot"/>.</param>
/// <param name="Was">What was frozen.</param>
/// <param name="Is">What it is now.</param>
public sealed record RestatedTotal(Month Month, string Team, string Measure, decimal Was, decimal Is);

/// <summary>Something entered that is not what it was.</summary>
/// <param name="Entity">The kind, as the audit log names it.</param>
/// <param name="Key">Which one, as the audit log names it.</param>
/// <param name="IsNew">It was not there.</param>
/// <param name="IsGone">It is not there any more.</param>
public sealed record RestatedEntry(string Entity, string Key, bool IsNew, bool IsGone);

/// <summary>What later data did to the figures of a review: the months that it speaks of, told anew.</summary>
/// <remarks>
/// Only months that the review speaks of are looked at; that time went on restates nothing. What would have happened without the CRM is taken as
/// it was reckoned then: where the margin of a month changed, the estimate moves by as much. Figures that wait for something to end are not
/// restated: they ripen, as the page says.
/// </remarks>
public sealed record Restatement
{
    /// <summary>Totals of months that changed, by month.</summary>
    public required IReadOnlyList<RestatedTotal> Totals { get; init; }

    /// <summary>Costs, savings, benefits, assumptions and entered figures that changed.</summary>
    public required IReadOnlyList<RestatedEntry> Entries { get; init; }

    /// <summary>Figures that changed.</summary>
    public required IReadOnlyList<FigureDifference> Figures { get; init; }

    /// <summary>Whether months changed from which it was reckoned what would have happened without the CRM, so that the evidence of today may tell more.</summary>
    public required bool IsExpectationTouched { get; init; }

    /// <summary>The months of which any total changed.</summary>
    public IReadOnlySet<Month> Months => Totals.Select(total => total.Month).ToHashSet();

    /// <summary>Whether anything did.</summary>
    public bool IsAny => Totals.Count + Entries.Count + Figures.Count > 0;

    /// <summary>What was restated of a figure; none where nothing was.</summary>
    public FigureDifference? Of(string key, FigureSide side = FigureSide.Whole) => Figures.FirstOrDefault(figure => figure.Key == key && figure.Side == side);

    /// <summary>Compares a review with the same inputs of today.</summary>
    public static Restatement Of(FrozenReview review, FrozenInputs now)
    {
        var was = review.Inputs;
        var same = SameMonths(was, now);
        var totals = TotalsOf(was, same).ToList();
        var entries = EntriesOf(was, same).ToList();
        if (totals.Count + entries.Count == 0)
        {
            return new() { Totals = [], Entries = [], Figures = [], IsExpectationTouched = false };
        }

        var (cube, ledger) = (same.ToCube(), same.ToLedger());
        var estimates = was.ToLedger().Estimates;
        ledger = ledger with { Estimates = [.. estimates.Select(each => Moved(each, was, cube, same.Programme))] };
        var again = FrozenFigures.Of(ReturnCalculation.Of(same.Programme, ledger, cube));
        return new()
        {
            Totals = totals,
            Entries = entries,
            IsExpectationTouched = estimates.Any(estimate => totals.Exists(total => total.Month < estimate.Estimate.Counted.From)),
            Figures =
            [
                .. Recomputation.Between(review.Figures.Return, again),
                .. Recomputation.Between(review.Figures.Metrics, Recomputation.Again(review.Figures, cube, same.ToWindows())),
            ],
        };
    }

    // Today's inputs, of the months and to the day of the review.
    private static FrozenInputs SameMonths(FrozenInputs was, FrozenInputs now) => now with
    {
        AsOf = was.AsOf,
        Months = [.. now.Months.Where(cell => cell.Month <= was.Until), .. was.Months.Where(cell => cell.Month > was.Until)],
        Entered = [.. now.Entered.Where(figure => figure.Period.To <= was.Until), .. was.Entered.Where(figure => figure.Period.To > was.Until)],
        Evidence = [],
    };

    private static IEnumerable<RestatedTotal> TotalsOf(FrozenInputs was, FrozenInputs now)
    {
        var (before, after) = (was.Months.ToDictionary(Key, cell => cell.Totals), now.Months.ToDictionary(Key, cell => cell.Totals));
        return from key in before.Keys.Union(after.Keys).OrderBy(key => key.Month).ThenBy(key => key.Team, StringComparer.Ordinal)
               let left = before.GetValueOrDefault(key, Snapshot.Empty)
               let right = after.GetValueOrDefault(key, Snapshot.Empty)
               where left != right
               from measure in Measure.All
               where measure.Read(left) != measure.Read(right)
               select new RestatedTotal(key.Month, key.Team, measure.Member, measure.Read(left), measure.Read(right));

        static (Month Month, string Team) Key(TeamMonth cell) => (cell.Month, cell.Team);
    }

    private static IEnumerable<RestatedEntry> EntriesOf(FrozenInputs was, FrozenInputs now) =>
    [
        .. Changed("Programme", [was.Programme], [now.Programme], programme => programme.Name),
        .. Changed("Cost", was.Costs, now.Costs, cost => $"{cost.Source}/{cost.Id}"),
        .. Changed("Saving", was.Savings, now.Savings, saving => $"{saving.Source}/{saving.Id}"),
        .. Changed("Benefit", was.Benefits, now.Benefits, benefit => $"{benefit.Programme}/{benefit.Kind}"),
        .. Changed("Assumption", was.Assumptions, now.Assumptions, assumption => $"{assumption.Programme}/{assumption.Name}"),
        .. Changed("EnteredFigure", was.Entered, now.Entered, figure => $"{figure.Measure} {figure.Period} {figure.Team}".TrimEnd()),
    ];

    private static IEnumerable<RestatedEntry> Changed<T>(string entity, IReadOnlyList<T> was, IReadOnlyList<T> now, Func<T, string> keyOf)
        where T : notnull
    {
        var (before, after) = (was.ToLookup(keyOf), now.ToLookup(keyOf));
        return was.Concat(now).Select(keyOf).Distinct(StringComparer.Ordinal)
            .Where(key => !Texts(before[key]).SequenceEqual(Texts(after[key])))
            .Select(key => new RestatedEntry(entity, key, !before[key].Any(), !after[key].Any()));

        // A list in a record is equal to itself only, so records are compared by what they say.
        static IEnumerable<string> Texts(IEnumerable<T> entries) => entries.Select(entry => EntryText.Of(entry)).Order(StringComparer.Ordinal);
    }

    // What was expected stays; what happened is told anew.
    private static BenefitEstimate Moved(BenefitEstimate benefit, FrozenInputs was, SnapshotCube now, Programme programme)
    {
        if (benefit is not { Kind: BenefitKind.SalesMargin, Estimate: { } estimate })
        {
            return benefit with { Programme = programme.Name };
        }

        var (before, after) = (new MarginReader(was.Programme, was.ToCube()), new MarginReader(programme, now));
        var moved = estimate.Counted.Months.Select(month => new MonthAmount(month, (after.Margin(month, null) - before.Margin(month, null)) ?? 0));
        return benefit with { Programme = programme.Name, Estimate = estimate with { Monthly = estimate.Monthly + CashFlow.Of(moved) } };
    }
}
