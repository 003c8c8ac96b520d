using CrmRoi.Metrics.Comparing;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Attribution;

/// <summary>A campaign's mailings and what came back.</summary>
/// <param name="Campaign">The campaign.</param>
/// <param name="Channel">Its channel.</param>
/// <param name="Sent">Mailings sent.</param>
/// <param name="Responses">Answers to them.</param>
/// <param name="Spend">What it cost in the window.</param>
public sealed record Mailing(string Campaign, string Channel, long Sent, long Responses, decimal Spend)
{
    /// <summary>Responses / sent; none when nothing was sent.</summary>
    public decimal? Rate => Ratio.Of(Responses, Sent);

    /// <summary>The rate's interval, by Wilson; none when nothing was sent.</summary>
    public Interval? Interval => Intervals.Wilson(Responses, Sent, LowResponders.Level);
}

/// <summary>Which mailings bring clearly fewer answers than their channel does, and what they cost.</summary>
public static class LowResponders
{
    /// <summary>The level of confidence of the interval that a rate is judged by.</summary>
    public const decimal Level = Comparison.DefaultLevel;

    /// <summary>The campaigns whose rate lies below their channel's mean by more than chance explains, the dearest first.</summary>
    /// <remarks>
    /// The rule: the upper end of Wilson's interval of the campaign's rate is below all responses / all mailings sent of the campaigns of
    /// the same channel, itself among them. A channel with one campaign has nothing to be compared with.
    /// </remarks>
    public static IReadOnlyList<Mailing> Among(IEnumerable<Mailing> mailings) => [.. mailings
        .GroupBy(mailing => mailing.Channel)
        .SelectMany(channel => channel.Where(mailing => IsBelow(mailing, MeanOf(channel))))
        .OrderByDescending(mailing => mailing.Spend).ThenBy(mailing => mailing.Campaign, StringComparer.Ordinal)];

    /// <summary>All responses for all mailings sent; none when nothing was sent.</summary>
    public static decimal? MeanOf(IEnumerable<Mailing> mailings)
    {
        var all = mailings.ToList();
        return Ratio.Of(all.Sum(mailing => mailing.Responses), all.Sum(mailing => mailing.Sent));
    }

    private static bool IsBelow(Mailing mailing, decimal? mean) => mean is { } expected && mailing.Interval is { High: { } high } && high < expected;
}
