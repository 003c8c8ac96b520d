using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Return;

/// <summary>Compares each team's margin since its go-live with that of its baseline.</summary>
internal sealed class GainCalculation(Programme programme, SnapshotCube cube, Month last)
{
    private readonly MarginReader margins = new(programme, cube);
    private readonly List<TeamGain> gains = [];
    private readonly List<TeamLeftOut> leftOut = [];
    private readonly HashSet<EnteredFigure> used = [];

    public BeforeAfterGain Calculate()
    {
        var (basis, teams) = Basis();
        var found = teams.Select(team => Add(team)).ToList();
        var refusal = margins.Teams.Count == 0 ? Reason.NoFigures : Refusal(found);
        return new BeforeAfterGain
        {
            Basis = basis,
            Teams = refusal is null ? gains : [],
            LeftOut = leftOut,
            Refusal = refusal,
            Completeness = used.Count == 0 ? 1 : used.Min(figure => figure.Completeness),
            Cautions = [.. Cautions(basis)],
        };
    }

    private (GainBasis Basis, IReadOnlyList<string?> Teams) Basis()
    {
        var teams = margins.Teams;
        var isCompany = teams.All(team => team == Cell.Unassigned)
            || (Whole(teams) is { } window && margins.IsEnteredForCompany(window));
        return isCompany ? (GainBasis.Company, [null]) : (GainBasis.Teams, [.. teams]);
    }

    /// <summary>From the first baseline month of any team to the last month told of; none when no go-live is known.</summary>
    private Window? Whole(IReadOnlyList<string> teams)
    {
        var goLives = teams.Select(programme.GoLiveOf).Append(programme.GoLive).Where(month => month.IsKnown).ToList();
        return goLives.Count == 0 ? null : new(BaselineOf(goLives.Min()).From, last);
    }

    private Window BaselineOf(Month goLive) => new(goLive.Plus(-Math.Min(programme.BaselineMonths, goLive.Index)), goLive.Plus(-1));

    /// <summary>Adds a team's gain or why it has none.</summary>
    private Reason? Add(string? team)
    {
        var reason = Compare(team);
        if (reason is not null)
        {
            leftOut.Add(new(team, reason));
        }

        return reason;
    }

    private Reason? Compare(string? team)
    {
        var goLive = team is null ? programme.GoLive : programme.GoLiveOf(team);
        if (!goLive.IsKnown)
        {
            return Reason.NoGoLive;
        }

        var (before, after) = (BaselineOf(goLive), new Window(goLive, last));
        var (known, post) = (Known(before, team), Known(after, team));
        if (known.Count == 0 || post.Count == 0)
        {
            return known.Count == 0 ? Reason.NoBaseline : Reason.NoMonthAfterGoLive;
        }

        if (IsUnlike([.. known, .. post], team))
        {
            return Reason.UnlikeSources;
        }

        if (Mean(known, team) is not { } baselineMean || Mean(post, team) is not { } postMean)
        {
            return Reason.MarginUnknown;
        }

        var monthly = CashFlow.Of(post.Select(month => new MonthAmount(month, margins.Margin(month, team)!.Value - baselineMean)));
        gains.Add(new(team, goLive, before, known.Count, baselineMean, post.Count, after.Length - post.Count, postMean, monthly));
        return null;
    }

    private List<Month> Known(Window window, string? team) => [.. window.Months.Where(month => margins.IsKnown(month, team))];

    private decimal? Mean(List<Month> months, string? team) =>
        months.Select(month => margins.Margin(month, team)).Aggregate((decimal?)0, (sum, margin) => sum + margin) is { } total
            ? Ratio.Of(total, months.Count)
            : null;

    private bool IsUnlike(List<Month> months, string? team)
    {
        var entries = months.Select(month => margins.Used(month, team).ToList()).ToList();
        used.UnionWith(entries.SelectMany(month => month));
        return entries.Exists(month => month.Count == 0) && entries.SelectMany(month => month).Any(figure => !figure.IsComparable);
    }

    /// <summary>Unknown margin and unlike sources spoil the whole; a team without a baseline or not yet live is only left out.</summary>
    private Reason? Refusal(List<Reason?> found)
    {
        Reason?[] spoiling = [Reason.MarginUnknown, Reason.UnlikeSources];
        return spoiling.FirstOrDefault(found.Contains) ?? (gains.Count == 0 ? found[0] : null);
    }

    private IEnumerable<Reason> Cautions(GainBasis basis)
    {
        yield return Reason.NotAdjusted;
        if (basis == GainBasis.Company && margins.Teams.Any(team => team != Cell.Unassigned))
        {
            yield return Reason.CompanyOnly;
        }

        if (gains.Exists(team => team.IsShort))
        {
            yield return Reason.ShortBaseline;
        }

        if (gains.Exists(team => team.MissingMonths > 0))
        {
            yield return Reason.MissingMonths;
        }

        if (gains.Count > 0 && leftOut.Count > 0)
        {
            yield return Reason.TeamsLeftOut;
        }
    }
}
