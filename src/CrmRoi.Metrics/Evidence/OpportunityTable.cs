using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Return;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Evidence;

/// <summary>What of the deals won is summed.</summary>
internal enum OpportunityMeasure
{
    /// <summary>Their margin, by the programme's rule.</summary>
    Margin,

    /// <summary>Their value.</summary>
    Revenue,

    /// <summary>Their number.</summary>
    Deals,
}

/// <summary>One team's deals by the month in which they were opened and the month in which they were won.</summary>
/// <param name="Name">The team.</param>
/// <param name="GoLive">Its first month with the CRM, as a place in the table; beyond it for a team that has none yet.</param>
/// <param name="Opened">Deals opened in each month.</param>
/// <param name="Won">What was won, by month of opening and of winning, at the prices that count.</param>
/// <param name="Undated">The margin won in each month from deals of which nobody knows when they were opened.</param>
/// <param name="CutMargin">What price changes added to the margin of each month, and was taken off.</param>
internal sealed record OpportunityTeam(string Name, int GoLive, double[] Opened, double[][] Won, double[] Undated, double[] CutMargin)
{
    /// <summary>The margin won in a month from deals whose opening is known.</summary>
    public double Dated(int month)
    {
        var sum = 0.0;
        for (var opened = 0; opened <= month; opened++)
        {
            sum += Won[opened][month];
        }

        return sum;
    }
}

/// <summary>Deals of every team by opening and winning, read from the cube.</summary>
internal sealed class OpportunityTable
{
    private OpportunityTable(Month from, int months, IReadOnlyList<OpportunityTeam> teams, EvidenceReason? refusal)
    {
        (From, Months, Teams, Refusal) = (from, months, teams, refusal);
    }

    /// <summary>The first month with a deal whose opening is known.</summary>
    public Month From { get; }

    public int Months { get; }

    public IReadOnlyList<OpportunityTeam> Teams { get; }

    /// <summary>Why there is none; none when there is.</summary>
    public EvidenceReason? Refusal { get; }

    /// <summary>Reads the deals of a programme's teams up to a month.</summary>
    /// <param name="programme">Whose go-lives, and how margin is told.</param>
    /// <param name="cube">What happened.</param>
    /// <param name="until">The last month.</param>
    /// <param name="prices">Price changes to take back.</param>
    /// <param name="measure">What of the deals is summed.</param>
    public static OpportunityTable Of(
        Programme programme, SnapshotCube cube, Month until, IReadOnlyList<OtherCause> prices, OpportunityMeasure measure = OpportunityMeasure.Margin)
    {
        var deals = cube.DealsByOpening();
        if ((measure == OpportunityMeasure.Margin && programme.MarginSource != MarginSource.Deals) || !deals.Any(deal => deal.Opened.IsKnown && deal.Opened <= until))
        {
            return new(until, 0, [], EvidenceReason.OpeningsUnknown);
        }

        var from = deals.Where(deal => deal.Opened.IsKnown).Min(deal => deal.Opened);
        var margins = new MarginReader(programme, cube);
        var months = from.MonthsUntil(until) + 1;
        var byTeam = deals.ToLookup(deal => deal.Team);
        var teams = new List<OpportunityTeam>();
        foreach (var team in byTeam.Select(group => group.Key).Where(team => programme.GoLiveOf(team).IsKnown).Order(StringComparer.Ordinal))
        {
            var goLive = Math.Clamp(from.MonthsUntil(programme.GoLiveOf(team)), 0, months);
            if (Read(team, goLive, [.. byTeam[team]], new(from, until), margins, cube, prices, measure) is not { } read)
            {
                return new(from, months, [], EvidenceReason.MarginUnknown);
            }

            teams.Add(read);
        }

        return new(from, months, teams, teams.Count == 0 ? EvidenceReason.NoGoLive : null);
    }

    private static OpportunityTeam? Read(
        string team, int goLive, List<DealsOpened> deals, Window window, MarginReader margins, SnapshotCube cube, IReadOnlyList<OtherCause> prices, OpportunityMeasure measure)
    {
        var months = window.Length;
        var result = new OpportunityTeam(team, goLive, new double[months], [.. Enumerable.Range(0, months).Select(_ => new double[months])], new double[months], new double[months]);
        foreach (var deal in deals.Where(deal => deal.Won.IsKnown && window.Contains(deal.Won)))
        {
            var total = cube.ByTeamAndMonth(Filter.None).GetValueOrDefault((deal.Won, team), Snapshot.Empty);
            switch (measure)
            {
                case OpportunityMeasure.Deals:
                    Add(result, deal, deal.Count, 0, window.From, prices);
                    break;
                case OpportunityMeasure.Revenue:
                    Add(result, deal, (double)deal.Value, (double)deal.Value, window.From, prices);
                    break;
                case OpportunityMeasure.Margin when margins.Margin(deal.Won, team) is { } margin:
                    Add(result, deal, (double)(deal.Value * (Ratio.Of(margin, total.WonRevenue) ?? 0)), (double)deal.Value, window.From, prices);
                    break;
                default:
                    return null;
            }
        }

        foreach (var deal in deals.Where(deal => window.Contains(deal.Opened)))
        {
            result.Opened[window.From.MonthsUntil(deal.Opened)] += deal.Count;
        }

        return result;
    }

    private static void Add(OpportunityTeam team, DealsOpened deal, double amount, double priced, Month from, IReadOnlyList<OtherCause> prices)
    {
        var won = from.MonthsUntil(deal.Won);
        if (!deal.Opened.IsKnown)
        {
            team.Undated[won] += amount;
            return;
        }

        var factor = prices.Where(cause => cause.Touches(team.Name, deal.Opened)).Aggregate(1.0, (product, cause) => product * (1 + (double)cause.PriceChange!.Value));
        var cut = priced * (1 - (1 / factor));
        team.Won[from.MonthsUntil(deal.Opened)][won] += amount - cut;
        team.CutMargin[won] += cut;
    }
}
