namespace CrmRoi.Metrics.Snapshots;

/// <summary>What entered figures add to the recorded ones: snapshots of the months of which a family has no records.</summary>
internal static class EnteredCells
{
    /// <summary>The cells that entered figures make, company-wide ones without a team.</summary>
    /// <param name="figures">What somebody entered.</param>
    /// <param name="isRecorded">Whether a family has records of a month: then the records win.</param>
    /// <param name="recorded">What the records say of a month and team (none: of the company), to which an entered margin may belong.</param>
    public static IEnumerable<KeyValuePair<Cell, Snapshot>> Of(
        IReadOnlyList<EnteredFigure> figures, Func<string, Month, string?, bool> isRecorded, Func<Month, string?, Snapshot> recorded) =>
        figures
            .SelectMany(figure => figure.Spread().Select(share => (Cell: CellOf(share.Month, figure.Team), figure.Team, figure.Measure, share.Value)))
            .Where(share => !isRecorded(FamilyOf(share.Measure), share.Cell.Month, share.Team))
            .GroupBy(share => share.Cell)
            .Select(group => KeyValuePair.Create(group.Key, Combine(
                group.ToLookup(share => share.Measure, share => share.Value),
                recorded(group.Key.Month, group.Key.Team == Cell.Unassigned ? null : group.Key.Team))));

    /// <summary>The family of an entered figure's measure: cost of goods belongs to margin.</summary>
    public static string FamilyOf(string measure) =>
        measure == EnteredFigure.CostOfGoodsKey ? "margin" : Measure.Find(measure)?.Family ?? "";

    private static Cell CellOf(Month month, string? team) => new(month) { Team = Cell.MemberOf(team) };

    // Revenue, entered or recorded, with its cost of goods or its margin entered for it, is revenue whose margin is known.
    private static Snapshot Combine(ILookup<string, decimal> values, Snapshot recorded)
    {
        var total = values
            .Where(group => group.Key != EnteredFigure.CostOfGoodsKey)
            .Select(group => Measure.Find(group.Key)?.Write(group.Sum()) ?? Snapshot.Empty)
            .Merge();
        var revenue = total.WonRevenue + recorded.WonRevenue;
        var ofCost = values.Contains(EnteredFigure.CostOfGoodsKey) && !values.Contains("won-margin");
        return total with
        {
            WonMargin = ofCost ? revenue - values[EnteredFigure.CostOfGoodsKey].Sum() : total.WonMargin,
            CostedRevenue = ofCost || values.Contains("won-margin") ? revenue : 0,
            CostedOrderRevenue = values.Contains("order-margin") ? total.OrderRevenue + recorded.OrderRevenue : 0,
        };
    }
}
