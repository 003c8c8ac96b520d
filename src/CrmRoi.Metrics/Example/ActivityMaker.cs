using System.Globalization;
using CrmRoi.Metrics.Records;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Example;

/// <summary>Makes the calls, e-mails, meetings, quotes and inquiries, and the figures entered for the time before they were recorded.</summary>
/// <remarks>
/// People call, write and meet as much after the go-live as before. But nobody wrote it down before: calls, e-mails and meetings are
/// recorded only from each team's go-live. Quotes and inquiries always were.
/// </remarks>
internal sealed class ActivityMaker(int seed, Roster roster)
{
    private const double CallsOfRep = 24;
    private const double EmailsOfRep = 18;
    private const double MeetingsOfRep = 6;

    /// <summary>The part of all calls that the phone bill shows: outbound ones from the company's own lines.</summary>
    private const decimal PhoneBillCompleteness = 0.7m;

    private readonly Chance chance = new(seed, 6);
    private readonly Chance bill = new(seed, 7);

    public List<Activity> Activities { get; } = [];

    public void AddLogged()
    {
        foreach (var person in roster.People)
        {
            var goLive = roster.GoLiveOf(person.Team!);
            foreach (var month in new Window(goLive, roster.Window.To).Months)
            {
                AddOf(person, month, ActivityKind.Call, CallsOfRep);
                AddOf(person, month, ActivityKind.Email, EmailsOfRep);
                AddOf(person, month, ActivityKind.Meeting, MeetingsOfRep);
            }
        }
    }

    public void AddOf(Lead lead)
    {
        if (!lead.IsDuplicate && lead.Channel is "Web" or "Phone" && chance.Happens(0.7))
        {
            Add(ActivityKind.Inquiry, lead.CreatedAt, lead.Rep, isCompleted: true, activity => activity with
            {
                Direction = ActivityDirection.Inbound,
                Lead = lead.Id,
                Channel = lead.Channel,
            });
        }
    }

    public void AddOf(Deal deal, string team)
    {
        if (deal.QuotedOn is { } quotedOn)
        {
            Add(ActivityKind.Quote, Hour(quotedOn), deal.Rep, isCompleted: true, activity =>
                activity with { Direction = ActivityDirection.Outbound, Deal = deal.Id, Customer = deal.Customer });
        }

        // The CRM notes a call by itself when a deal is won; that is nobody's work.
        if (deal is { Outcome: DealOutcome.Won, ClosedOn: { } closedOn } && Month.Of(closedOn) >= roster.GoLiveOf(team))
        {
            Add(ActivityKind.Call, Hour(closedOn), deal.Rep, isCompleted: true, activity =>
                activity with { IsSystemMade = true, Deal = deal.Id, Customer = deal.Customer });
        }
    }

    /// <summary>The calls on the phone bill, by team and quarter, for the year before the first go-live.</summary>
    public IEnumerable<EnteredFigure> PhoneBills() =>
        from quarter in QuartersBefore(roster.FirstGoLive)
        from team in Roster.Teams
        select new EnteredFigure
        {
            Measure = "calls",
            Period = quarter,
            Team = team.Name,
            Value = bill.Around((double)PhoneBillCompleteness * quarter.Months.Sum(month => CallsOfRep * Pace(month) * team.Names.Count)),
            SourceNote = "Phone bill",
            Completeness = PhoneBillCompleteness,
        };

    /// <summary>The four quarters before a month, the earliest first.</summary>
    public static IEnumerable<Window> QuartersBefore(Month month) =>
        Enumerable.Range(1, 4).Reverse().Select(back => new Window(month.Plus(-3 * back), month.Plus((-3 * back) + 2)));

    private static double Pace(Month month) => month.Number is 8 or 12 ? 0.85 : 1.03;

    private void AddOf(Person person, Month month, ActivityKind kind, double expected)
    {
        var count = chance.Around(expected * Pace(month) * (0.85 + (0.3 * chance.Next())));
        for (var i = 0; i < count; i++)
        {
            var day = month.FirstDay.AddDays(chance.Below(month.Days));
            var direction = chance.Happens(0.7) ? ActivityDirection.Outbound : ActivityDirection.Inbound;
            var isCompleted = chance.Happens(0.92);
            if (day >= (person.From ?? DateOnly.MinValue) && day <= (person.To ?? DateOnly.MaxValue))
            {
                Add(kind, Hour(day), person.Name, isCompleted, activity =>
                    kind == ActivityKind.Meeting ? activity : activity with { Direction = direction });
            }
        }
    }

    private void Add(ActivityKind kind, DateTime at, string? rep, bool isCompleted, Func<Activity, Activity> change) => Activities.Add(change(new Activity
    {
        Source = ExampleCompany.SourceName,
        Id = string.Create(CultureInfo.InvariantCulture, $"V-{Activities.Count + 1:00000}"),
        Kind = kind,
        At = at,
        IsCompleted = isCompleted,
        Rep = rep,
    }));

    private DateTime Hour(DateOnly day) => day.ToDateTime(new TimeOnly(8 + chance.Below(10), chance.Below(60)));
}
