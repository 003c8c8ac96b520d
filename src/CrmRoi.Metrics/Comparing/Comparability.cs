using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Comparing;

/// <summary>Whether two sides of a comparison were counted alike: the same sources, the same completeness, the same way of logging.</summary>
internal static class Comparability
{
    /// <summary>Refuses a comparison of what flatters young windows, and of what was logged in another way before go-live unless somebody states that it was not.</summary>
    /// <param name="found">What was found without regard to logging.</param>
    /// <param name="cube">The company's figures.</param>
    /// <param name="windows">What is compared with what.</param>
    /// <param name="teams">The months of each team that are compared.</param>
    public static Comparison Judge(Comparison found, SnapshotCube cube, ComparisonWindows windows, IReadOnlyList<TeamWindows> teams)
    {
        if (found.Verdict == Verdict.NotComparable && found.Reason != VerdictReason.MonthsMissing)
        {
            return found;
        }

        if (found.Metric.Beside is not null && found.Verdict != Verdict.Undefined)
        {
            return found with { Verdict = Verdict.NotComparable, Reason = VerdictReason.Censored };
        }

        var changed = Logging.ChangedOf(cube, found.Metric, teams);
        var stated = cube.Statements.Where(statement =>
            changed.Contains(statement.Family) && string.Equals(statement.Programme, windows.Programme?.Name, StringComparison.OrdinalIgnoreCase)).ToList();
        if (changed.All(family => stated.Any(statement => statement.Family == family)))
        {
            return found with { Statements = stated };
        }

        var isDefined = found is { Before.Value: not null, After.Value: not null };
        return found with { Verdict = isDefined ? Verdict.NotComparable : Verdict.Undefined, Reason = VerdictReason.ChangedLogging };
    }

    /// <summary>Why the sources of two sides differ; none where they do not.</summary>
    public static VerdictReason Unlikeness(Metric metric, Observed before, Observed after)
    {
        if (metric is not SnapshotMetric snapshot)
        {
            return VerdictReason.None; // waits and levels come from records only
        }

        var (was, now) = (before.Provenance, after.Provenance);
        var isAllEntered = was is { IsEntered: true, Recorded: 0 } && now is { IsEntered: true, Recorded: 0 };
        if ((was.IsEntered || now.IsEntered) && !isAllEntered && !(was.IsComparable && now.IsComparable))
        {
            return VerdictReason.UnlikeSources;
        }

        if (was.Completeness != now.Completeness || !before.Families.SetEquals(after.Families))
        {
            return VerdictReason.UnlikeCompleteness;
        }

        var needsEveryMonth = snapshot.Denominator is null || before.Families.Count > 1;
        return needsEveryMonth && (was.Missing > 0 || now.Missing > 0) ? VerdictReason.MonthsMissing : VerdictReason.None;
    }
}
