using CrmRoi.Metrics.Planning;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Example;

/// <summary>Makes what the company planned, what it set out to reach, and what it entered of service and of the CRM's use.</summary>
internal sealed class PlanMaker(int seed, Roster roster)
{
    private const string ProgrammeName = "CRM roll-out";
    private const double PlannedOfRep = 17_000;
    private const double PlannedGrowth = 0.09;
    private const decimal PlannedMarginRate = 0.38m;
    private const double PlannedDealSize = 7_400;
    private const double ServicePayroll = 18_600;
    private const int SampleSize = 120;

    private readonly Chance chance = new(seed, 20);

    /// <summary>By team for all months and the rest of the last calendar year; by rep for that year.</summary>
    public IReadOnlyList<PlannedFigure> Plan()
    {
        var last = new Month(roster.Window.To.Year, 12);
        var byTeam = from month in new Window(roster.Window.From, last).Months
                     from team in Roster.Teams
                     from figure in Planned(month, team.Name, null, StaffIn(team.Name, month))
                     select figure;
        var byRep = from month in new Window(new(last.Year, 1), last).Months
                    from team in Roster.Teams
                    let names = roster.PresentIn(team.Name, DayIn(month))
                    from name in names
                    from figure in Planned(month, team.Name, name, (double)StaffIn(team.Name, month) / names.Count)
                    select figure;
        return [.. byTeam, .. byRep];
    }

    /// <summary>Two months before the first team went live, and one afterwards.</summary>
    public IReadOnlyList<Target> Targets() =>
    [
        Target("closing-rate-cohort", 0.29m, 0.36m, new(2026, 12)),
        Target("sales-cycle-median", 115m, 95m, new(2026, 6)),
        Target("monthly-revenue", 430_000m, 630_000m, new(2027, 6)),
        Target("admin-hours", 13m, 10.5m, new(2026, 3)),
        Target("adoption", 0m, 0.9m, new(2026, 9)),
        Target("cost-per-lead", 21m, 18m, new(2026, 12)),
        Target("csat", 0.66m, 0.75m, new(2026, 12)) with { SetOn = roster.FirstGoLive.Plus(9).FirstDay.AddDays(13) },
    ];

    /// <summary>What service costs, and from each team's go-live how many of its licences are used, and how good its records are.</summary>
    public IEnumerable<EnteredFigure> Figures() =>
    [
        .. roster.Window.Months.Select(month => Entered("service-cost", month, null, PayrollIn(month), "Payroll and telephone of service")),
        .. from team in Roster.Teams
           from month in new Window(roster.GoLiveOf(team.Name), roster.Window.To).Months
           from figure in UseOf(team, month)
           select figure,
    ];

    private IEnumerable<EnteredFigure> UseOf(ExampleTeam team, Month month)
    {
        var (since, licences) = (roster.GoLiveOf(team.Name).MonthsUntil(month), team.Names.Count);
        var expected = licences * (0.94 - (0.42 * Math.Exp(-since / 4.0)));
        yield return Entered("licences", month, team.Name, licences, "Contract");
        yield return Entered("active-users", month, team.Name, Math.Min(licences, chance.Around(expected)), "Sign-ins: who worked in it on 10 days or more");
        if (month.Number % 3 == 0)
        {
            var good = SampleSize / Roster.Teams.Count * Math.Clamp(0.88 - (0.24 * Math.Exp(-since / 6.0)) + (0.03 * chance.Normal()), 0, 1);
            yield return Entered("records-checked", month, team.Name, SampleSize / Roster.Teams.Count, "Quarterly sample");
            yield return Entered("records-up-to-date", month, team.Name, chance.Around(good), "Quarterly sample");
        }
    }

    private IEnumerable<PlannedFigure> Planned(Month month, string team, string? rep, double staff)
    {
        var years = roster.Window.From.MonthsUntil(month) / 12.0;
        var revenue = Math.Round(staff * PlannedOfRep * Math.Pow(1 + PlannedGrowth, Math.Floor(years)) * Market.Season(month) / 100) * 100;
        yield return new() { Measure = PlannedMeasure.Revenue, Month = month, Team = team, Rep = rep, Value = (decimal)revenue };
        yield return new() { Measure = PlannedMeasure.Margin, Month = month, Team = team, Rep = rep, Value = (decimal)revenue * PlannedMarginRate };
        yield return new() { Measure = PlannedMeasure.Deals, Month = month, Team = team, Rep = rep, Value = Math.Max(1, decimal.Round((decimal)(revenue / PlannedDealSize))) };
    }

    private double StaffIn(string team, Month month) => roster.PresentIn(team, DayIn(month)).Count;

    private DateOnly DayIn(Month month) => month > roster.Window.To ? roster.LastDay : month.FirstDay.AddDays(14);

    private decimal PayrollIn(Month month) => decimal.Round((decimal)(ServicePayroll * Math.Pow(1.03, roster.Window.From.MonthsUntil(month) / 12.0) * (1 + (0.02 * chance.Normal()))), 0);

    private Target Target(string metric, decimal baseline, decimal goal, Month due) => new()
    {
        Programme = ProgrammeName,
        Metric = metric,
        Baseline = baseline,
        Goal = goal,
        Due = due.Plus(ExampleCompany.DefaultLastMonth.MonthsUntil(roster.Window.To)),
        SetBy = "management",
        SetOn = roster.FirstGoLive.Plus(-2).FirstDay.AddDays(17),
    };

    private static EnteredFigure Entered(string measure, Month month, string? team, decimal value, string note) => new()
    {
        Measure = measure,
        Period = new(month, month),
        Team = team,
        Value = value,
        SourceNote = note,
        IsComparable = true,
    };
}
