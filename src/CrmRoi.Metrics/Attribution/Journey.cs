using CrmRoi.Metrics.Records;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Attribution;

/// <summary>What reached somebody before they bought, or did not.</summary>
/// <param name="Month">The month in which it ended.</param>
/// <param name="Won">What was won; none where it ended without a sale.</param>
/// <param name="Path">The touches in the order in which they came.</param>
public sealed record Journey(Month Month, Credit? Won, IReadOnlyList<PathTouch> Path)
{
    /// <summary>The touches of the last days before it ended, the last day included.</summary>
    public IReadOnlyList<PathTouch> Within(int days) => [.. Path.SkipWhile(touch => touch.DaysBefore > days)];

    /// <summary>Whether a lead was given up before it became a deal.</summary>
    public static bool IsGivenUp(Lead lead) => lead is { DisqualifiedOn: not null, ConvertedOn: null, IsDuplicate: false };

    internal static Journey Of(Deal deal, IEnumerable<Touch> touches) => New(deal.ClosedOn!.Value, deal.Outcome == DealOutcome.Won ? CreditOf(deal) : null, touches);

    internal static Journey Of(Lead lead, IEnumerable<Touch> touches) => New(lead.DisqualifiedOn!.Value, null, touches);

    private static Journey New(DateOnly end, Credit? won, IEnumerable<Touch> touches)
    {
        var over = end.AddDays(1).ToDateTime(TimeOnly.MinValue);
        var first = over.AddDays(-AttributionModels.Windows[^1]);
        return new(Month.Of(end), won, [.. touches
            .Where(touch => first <= touch.At && touch.At < over)
            .OrderBy(touch => touch.At).ThenBy(touch => touch.Source, StringComparer.Ordinal).ThenBy(touch => touch.Id, StringComparer.Ordinal)
            .Select(touch => new PathTouch(Cell.MemberOf(touch.Campaign), (over - touch.At).Ticks / (decimal)TimeSpan.TicksPerDay, touch.IsView))]);
    }

    private static Credit CreditOf(Deal deal)
    {
        var value = deal.Value ?? 0;
        return new(1, value, deal.CostOfGoods is null ? 0 : value, deal.CostOfGoods is { } cost ? value - cost : 0);
    }
}
