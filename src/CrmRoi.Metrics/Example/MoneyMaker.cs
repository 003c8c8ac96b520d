using System.Globalization;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Records;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Example;

/// <summary>Makes the programme, what it costs, what it saves in cash, and the hours on administration that people were asked for.</summary>
internal sealed class MoneyMaker(int seed, Roster roster, PlantedEffects effects)
{
    private const string ProgrammeName = "CRM roll-out";
    private const double AdminHoursOfRep = 13;
    private const decimal SalesCostOfRep = 6_850;
    private const int LastGoLive = 22;

    private readonly Chance chance = new(seed, 9);

    public Programme Programme => new()
    {
        Name = ProgrammeName,
        Vendor = "Contoso CRM",
        Currency = ExampleCompany.CurrencyCode,
        DiscountRate = 0.08m,
        HorizonMonths = 60,
        BaselineMonths = 12,
        RampUpMonths = Roster.RampUpMonths,
        GoLive = roster.FirstGoLive,
        Teams = [.. Roster.Teams.Select(team => new TeamGoLive(team.Name, roster.GoLiveOf(team.Name)))],
        MarginSource = MarginSource.Deals,
    };

    public List<Cost> Costs()
    {
        var costs = new List<Cost>
        {
            Once(CostKind.SetUp, "Set-up by the vendor's partner", 24_000m, 12),
            Once(CostKind.Customisation, "Quoting and pipeline as we work", 33_000m, 13),
            Once(CostKind.Customisation, "Second round after the first teams' wishes", 12_500m, 20),
            Once(CostKind.Migration, "Customers and open deals from the old system", 15_500m, 14),
            Once(CostKind.Integration, "Bookkeeping and telephone joined", 18_000m, 14),
            Once(CostKind.Training, "Training for Hamburg and Bremen", 8_800m, 14),
            Once(CostKind.Training, "Training for Cologne and Munich", 7_200m, 17),
            Once(CostKind.Training, "Training for Stuttgart and Berlin", 7_600m, 20),
            Once(CostKind.Hardware, "Headsets and tablets", 9_400m, 15),
            Once(CostKind.LeavingOldSystem, "Archive and end of the old contract", 8_500m, LastGoLive + 1),
            New(CostKind.InternalHours, "Project team, part time", Cadence.Monthly, 5_200m, 12) with { To = roster.Number(LastGoLive) },
            New(CostKind.Support, "Support and care", Cadence.Monthly, 1_850m, 15),
        };
        costs.AddRange(Roster.Teams.Select(team =>
            New(CostKind.Licences, $"Licences {team.Name}", Cadence.PerUserMonth, 115m, team.GoLive) with { Users = team.Names.Count }));
        return [.. costs.Select((cost, i) => cost with { Id = string.Create(CultureInfo.InvariantCulture, $"K-{i + 1:00}") })];
    }

    public List<Saving> Savings() =>
    [
        new()
        {
            Source = ExampleCompany.SourceName,
            Id = "R-01",
            Programme = ProgrammeName,
            Kind = BenefitKind.OldSystems,
            Description = "Licences and server of the old system",
            Reason = "Its contract ended when the last team had gone live",
            Cadence = Cadence.Monthly,
            Amount = 2_600m,
            From = roster.Number(LastGoLive + 1),
        },
    ];

    /// <summary>By quarter in the year before the first go-live, by month from then on; asked in the same way throughout.</summary>
    public IEnumerable<EnteredFigure> AdminHours() =>
        from period in ActivityMaker.QuartersBefore(roster.FirstGoLive)
            .Concat(new Window(roster.FirstGoLive, roster.Window.To).Months.Select(month => new Window(month, month)))
        from team in Roster.Teams
        select new EnteredFigure
        {
            Measure = "admin-hours-spent",
            Period = period,
            Team = team.Name,
            Value = decimal.Round((decimal)period.Months.Sum(month => HoursOf(team, month)), 1),
            SourceNote = "Time sheets",
            IsComparable = true,
        };

    /// <summary>Wages and commissions of the people who sell, by month, as the payroll has them.</summary>
    public IEnumerable<EnteredFigure> SalesCost() => roster.Window.Months.Select(month => new EnteredFigure
    {
        Measure = "sales-cost",
        Period = new Window(month, month),
        Value = decimal.Round(SalesCostOfRep * (decimal)Roster.Teams.Sum(team => roster.StaffMonthsOf(team.Name, month)), 2),
        SourceNote = "Payroll",
        IsComparable = true,
    });

    private double HoursOf(ExampleTeam team, Month month) => roster.StaffMonthsOf(team.Name, month)
        * (AdminHoursOfRep - (effects.AdminHours * roster.ShareOf(team.Name, month)) + (0.6 * chance.Normal()));

    private Cost Once(CostKind kind, string description, decimal amount, int month) => New(kind, description, Cadence.OneOff, amount, month);

    private Cost New(CostKind kind, string description, Cadence cadence, decimal amount, int month) => new()
    {
        Source = ExampleCompany.SourceName,
        Id = "",
        Programme = ProgrammeName,
        Kind = kind,
        Description = description,
        Cadence = cadence,
        Amount = amount,
        From = roster.Number(month),
    };
}
