namespace CrmRoi.Metrics.Evidence;

/// <summary>One team's month: what its open deals brought, and what they should have brought.</summary>
/// <param name="Team">The team, by its place.</param>
/// <param name="Month">The month, by its place.</param>
/// <param name="SinceGoLive">Months since the team's go-live; below 0 before it.</param>
/// <param name="Observed">The margin of deals whose opening is known, at old prices.</param>
/// <param name="Expected">What they should have brought, at the team's own yield before.</param>
/// <param name="Causes">How much of each regressor cause the month has.</param>
internal sealed record OpportunityRow(int Team, int Month, int SinceGoLive, double Observed, double Expected, double[] Causes)
{
    public bool IsAfter => SinceGoLive >= 0;
}

/// <summary>A team's time in the comparison: from which month it counts as after, and up to which it is told of at all.</summary>
/// <param name="GoLive">Its first month counted as after.</param>
/// <param name="End">The first month that is told of no more.</param>
internal readonly record struct OpportunitySpan(int GoLive, int End);

/// <summary>The months of each team and what was to be expected of them.</summary>
/// <remarks>
/// The margin that a deal should bring k months after its opening, m(k), is what was won k months after opening over the deals opened, summed over
/// every team and every month of opening that was seen k months later and before go-live. Expected of team i in month t is
/// a(i) Σ m(k) · opened(i, t − k), with a(i) such that what was expected before go-live is what was won then.
/// </remarks>
internal sealed class OpportunityRows
{
    private const int LongestLag = 24;

    public OpportunityRows(OpportunityTable table, IReadOnlyList<OpportunityTeam> teams, IReadOnlyList<OpportunitySpan> spans, IReadOnlyList<OtherCause> causes)
    {
        var cut = causes.Where(cause => cause.Treatment == CauseTreatment.CutMonths).ToList();
        Regressors = [.. causes.Where(cause => cause.Treatment == CauseTreatment.Regressor)];
        Course = CourseOf(teams, IsCut);
        var rows = new List<OpportunityRow>();
        for (var i = 0; i < teams.Count; i++)
        {
            var (team, span) = (teams[i], spans[i]);
            var expected = Enumerable.Range(0, span.End).Select(month => Course.Select((margin, lag) => lag <= month ? margin * team.Opened[month - lag] : 0).Sum()).ToArray();
            var before = Enumerable.Range(0, span.GoLive).Where(month => !IsCut(team, month)).ToList();
            var (won, due) = (before.Sum(team.Dated), before.Sum(month => expected[month]));
            if (won <= 0 || due <= 0)
            {
                continue;
            }

            rows.AddRange(Enumerable.Range(0, span.End).Where(month => !IsCut(team, month) && expected[month] > 0).Select(month => new OpportunityRow(
                i, month, month - span.GoLive, team.Dated(month), expected[month] * won / due, [.. Regressors.Select(cause => cause.Touches(team.Name, table.From.Plus(month)) ? 1.0 : 0)])));
        }

        Rows = rows;

        bool IsCut(OpportunityTeam team, int month) => cut.Exists(cause => cause.Touches(team.Name, table.From.Plus(month)));
    }

    public IReadOnlyList<OpportunityRow> Rows { get; }

    public IReadOnlyList<OtherCause> Regressors { get; }

    /// <summary>The margin of a deal opened, so many months later.</summary>
    public double[] Course { get; }

    /// <summary>How many of the first lags tell of almost all of the margin.</summary>
    public int UsualLag
    {
        get
        {
            var (total, sum) = (Course.Sum(), 0.0);
            return Course.TakeWhile(margin => (sum += margin) < 0.9 * total).Count();
        }
    }

    // The course always comes from all of the time before go-live, also where a placebo go-live is tried within it.
    private static double[] CourseOf(IReadOnlyList<OpportunityTeam> teams, Func<OpportunityTeam, int, bool> isCut)
    {
        var length = Math.Min(LongestLag, teams.Max(team => team.GoLive));
        var (won, opened) = (new double[length], new double[length]);
        foreach (var team in teams)
        {
            for (var start = 0; start < team.GoLive; start++)
            {
                for (var lag = 0; lag < length && start + lag < team.GoLive; lag++)
                {
                    if (!isCut(team, start + lag))
                    {
                        won[lag] += team.Won[start][start + lag];
                        opened[lag] += team.Opened[start];
                    }
                }
            }
        }

        return [.. won.Zip(opened, (margin, deals) => deals > 0 ? margin / deals : 0)];
    }
}
