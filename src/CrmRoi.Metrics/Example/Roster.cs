using System.Globalization;
using CrmRoi.Metrics.Records;

namespace CrmRoi.Metrics.Example;

/// <summary>A sales team of the example.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Region">Its region.</param>
/// <param name="GoLive">Its first month with the CRM: the number of the month among the 36, the first being 1.</param>
/// <param name="Names">Its people when the records start.</param>
internal sealed record ExampleTeam(string Name, string Region, int GoLive, IReadOnlyList<string> Names);

/// <summary>The months, the teams, and who is in which when.</summary>
internal sealed class Roster
{
    public const int MonthCount = 36;
    public const int RampUpMonths = 3;
    private const int MoveMonth = 11;
    private const int LeaveMonth = 20;
    private const string Mover = "Lena Vogt";
    private const string Leaver = "Jonas Keller";
    private const string Joiner = "Sofia Brandt";

    public static readonly IReadOnlyList<ExampleTeam> Teams =
    [
        new("Hamburg", "North", 15, ["Anna Petersen", "Lars Hinrichs", "Mira Oldenburg", "Tom Claasen", "Ida Jansen", "Ole Martens"]),
        new("Bremen", "North", 16, [Mover, "Finn Ahlers", "Greta Behrens", "Nils Dierks", "Paula Evers"]),
        new("Cologne", "West", 18, ["Clara Weber", "David Schmitz", "Emre Yilmaz", "Julia Franken"]),
        new("Munich", "South", 19, [Leaver, "Katharina Huber", "Maximilian Bauer", "Theresa Maier", "Vincent Lang"]),
        new("Stuttgart", "South", 21, ["Amelie Haas", "Benedikt Roth", "Carolin Pfeiffer", "Daniel Schwarz"]),
        new("Berlin", "East", 22, ["Elena Richter", "Felix Krause", "Hannah Lehmann", "Karim Saidi", "Leonie Wolf"]),
    ];

    private readonly Dictionary<string, ExampleTeam> teams = Teams.ToDictionary(team => team.Name);
    private readonly Dictionary<(string Team, DateOnly Day), IReadOnlyList<string>> present = [];

    public Roster(Month last)
    {
        Window = new(last.Plus(1 - MonthCount), last);
        People = [.. Periods().Select((person, i) => person with { Id = string.Create(CultureInfo.InvariantCulture, $"P-{i + 1:00}") })];
    }

    public Window Window { get; }

    public DateOnly FirstDay => Window.From.FirstDay;

    public DateOnly LastDay => Window.To.LastDay;

    public Month FirstGoLive => Number(Teams.Min(team => team.GoLive));

    public IReadOnlyList<Person> People { get; }

    /// <summary>The month with that number, the first of the 36 being 1.</summary>
    public Month Number(int number) => Window.From.Plus(number - 1);

    public Month GoLiveOf(string team) => Number(teams[team].GoLive);

    /// <summary>How much of the CRM's effect a team has in a month: 0 before it goes live, 1 once its ramp-up is over.</summary>
    public double ShareOf(string team, Month month) => Math.Clamp((double)GoLiveOf(team).MonthsUntil(month) / RampUpMonths, 0, 1);

    /// <summary>Who is in a team on a day.</summary>
    public IReadOnlyList<string> PresentIn(string team, DateOnly day)
    {
        if (!present.TryGetValue((team, day), out var names))
        {
            names = [.. People.Where(person => person.Team == team && IsThere(person, day)).Select(person => person.Name)];
            present[(team, day)] = names;
        }

        return names;
    }

    /// <summary>Whether somebody is in any team on a day.</summary>
    public bool IsThere(string name, DateOnly day) => People.Any(person => person.Name == name && IsThere(person, day));

    /// <summary>How many people a team has in a month, parts of a month by days.</summary>
    public double StaffMonthsOf(string team, Month month) =>
        Enumerable.Range(0, month.Days).Average(day => PresentIn(team, month.FirstDay.AddDays(day)).Count);

    /// <summary>Who has something to the end: whoever leaves hands it to a colleague who was there from the start.</summary>
    public string KeeperOf(string name, string team, DateOnly end) =>
        name == Leaver && end > Number(LeaveMonth).LastDay ? teams[team].Names[1] : name;

    private IEnumerable<Person> Periods()
    {
        var moved = Number(MoveMonth).FirstDay.AddDays(14);
        foreach (var team in Teams)
        {
            foreach (var name in team.Names)
            {
                yield return In(team, name) with { To = name == Mover ? moved.AddDays(-1) : name == Leaver ? Number(LeaveMonth).LastDay : null };
            }
        }

        yield return In(teams["Cologne"], Mover) with { From = moved };
        yield return In(teams["Munich"], Joiner) with { From = Number(LeaveMonth + 1).FirstDay };
    }

    private static Person In(ExampleTeam team, string name) =>
        new() { Source = ExampleCompany.SourceName, Id = "", Name = name, Team = team.Name, Region = team.Region };

    private static bool IsThere(Person person, DateOnly day) =>
        (person.From ?? DateOnly.MinValue) <= day && day <= (person.To ?? DateOnly.MaxValue);
}
