namespace CrmRoi.Metrics.Planning;

/// <summary>How a target stands. Its name is the key of its text.</summary>
public enum Standing
{
    /// <summary>Nothing is known of its value now.</summary>
    NotKnown,

    /// <summary>As far as the time that is over asks, or farther.</summary>
    OnTrack,

    /// <summary>Not as far as the time that is over asks.</summary>
    AtRisk,

    /// <summary>The goal is reached.</summary>
    Met,

    /// <summary>Its month is over and the goal was not reached.</summary>
    Missed,
}

/// <summary>How a target stands, and by what rule.</summary>
/// <remarks>
/// Met: the value is at the goal or past it, whenever it is read. Missed: it is not, and the target's month is over; from then on the
/// value stays that of the last months up to it. Before that on track where progress is no less than the share of time that is over
/// (a straight line from the month in which it was set to its own), otherwise at risk.
/// A target whose goal is its baseline is to be held: met while the value is no worse than it.
/// </remarks>
/// <param name="Standing">How it stands.</param>
/// <param name="Progress">Which part of the way is done, as a fraction: below 0 where it got worse, above 1 past the goal; none for a goal that is the baseline.</param>
/// <param name="Elapsed">Which part of its time is over, from 0 to 1.</param>
public sealed record TargetStanding(Standing Standing, decimal? Progress, decimal Elapsed)
{
    /// <summary>Judges a target.</summary>
    /// <param name="target">The target.</param>
    /// <param name="better">Which direction of its metric is good news: of use only for a goal that is the baseline.</param>
    /// <param name="now">The value now; none where it is not known.</param>
    /// <param name="until">The last month that is over.</param>
    public static TargetStanding Of(Target target, Direction better, decimal? now, Month until)
    {
        var elapsed = ElapsedOf(target, until);
        if (now is not { } value)
        {
            return new(Standing.NotKnown, null, elapsed);
        }

        var progress = Ratio.Of(value - target.Baseline, target.Goal - target.Baseline);
        var isMet = progress is { } done ? done >= 1 : better == Direction.Lower ? value <= target.Goal : value >= target.Goal;
        var standing = (isMet, until >= target.Due) switch
        {
            (true, _) => Standing.Met,
            (_, true) => Standing.Missed,
            _ => progress is { } part && part >= elapsed ? Standing.OnTrack : Standing.AtRisk,
        };
        return new(standing, progress, elapsed);
    }

    private static decimal ElapsedOf(Target target, Month until)
    {
        var set = Month.Of(target.SetOn);
        return Ratio.Of(set.MonthsUntil(until), set.MonthsUntil(target.Due)) is { } share && target.Due > set ? Math.Clamp(share, 0, 1) : 1;
    }
}
