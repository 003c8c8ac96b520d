using System.Globalization;
using CrmRoi.Metrics.Records;

namespace CrmRoi.Metrics.Example;

/// <summary>Makes the service cases and the answers to surveys. The CRM does nothing to them.</summary>
internal sealed class ServiceMaker(int seed, Roster roster, IReadOnlyList<Customer> customers)
{
    private const double CasesInMonth = 115;
    private const double ShareAnswering = 0.35;

    private static readonly string[] Agents = ["Bettina Koch", "Igor Novak", "Maria Lopez", "Stefan Voss", "Yasmin Demir"];
    private static readonly string[] Channels = ["Phone", "Web", "E-mail"];

    private readonly Chance chance = new(seed, 8);

    public List<Case> Cases { get; } = [];

    public List<SurveyAnswer> Answers { get; } = [];

    public static ServiceMaker Make(int seed, Roster roster, IReadOnlyList<Customer> customers)
    {
        var service = new ServiceMaker(seed, roster, customers);
        service.AddAll();
        return service;
    }

    private void AddAll()
    {
        foreach (var month in roster.Window.Months)
        {
            var growth = Math.Pow(1 + Market.YearlyGrowth, roster.Window.From.MonthsUntil(month) / 12.0);
            var count = chance.Around(CasesInMonth * growth);
            for (var i = 0; i < count; i++)
            {
                AddCase(month);
            }
        }
    }

    private void AddCase(Month month)
    {
        var openedAt = month.FirstDay.AddDays(chance.Below(month.Days)).ToDateTime(new TimeOnly(7 + chance.Below(11), chance.Below(60)));
        var isFirstContact = chance.Happens(0.58);
        var hours = isFirstContact ? chance.LogNormal(1.5, 0.8) : chance.LogNormal(40, 0.9);
        var closedAt = openedAt.AddMinutes(Math.Round(hours * 60));
        var isClosed = closedAt < roster.LastDay.AddDays(1).ToDateTime(default);
        var @case = new Case
        {
            Source = ExampleCompany.SourceName,
            Id = string.Create(CultureInfo.InvariantCulture, $"S-{Cases.Count + 1:0000}"),
            OpenedAt = openedAt,
            ClosedAt = isClosed ? closedAt : null,
            SolvedAtFirstContact = isClosed ? isFirstContact : null,
            Agent = chance.Of(Agents),
            Channel = chance.Of(Channels),
            Customer = chance.Of(customers).Name,
            Product = chance.Of(Market.Products, product => product.Share).Name,
        };
        Cases.Add(@case);
        if (chance.Happens(ShareAnswering) && isClosed)
        {
            AddAnswers(@case, DateOnly.FromDateTime(closedAt).AddDays(1 + chance.Below(6)), isFirstContact);
        }
    }

    private void AddAnswers(Case @case, DateOnly day, bool isFirstContact)
    {
        var mood = chance.Normal() + (isFirstContact ? 0.3 : -0.4);
        var satisfaction = (int)Math.Clamp(Math.Round(3.9 + (0.9 * mood)), 1, 5);
        var recommendation = (int)Math.Clamp(Math.Round(7.9 + (1.8 * mood) + (0.8 * chance.Normal())), 0, 10);
        if (day > roster.LastDay)
        {
            return;
        }

        Answers.Add(AnswerTo(@case, SurveyKind.Satisfaction, satisfaction, day));
        Answers.Add(AnswerTo(@case, SurveyKind.Recommendation, recommendation, day));
    }

    private SurveyAnswer AnswerTo(Case @case, SurveyKind kind, int score, DateOnly day) => new()
    {
        Source = ExampleCompany.SourceName,
        Id = string.Create(CultureInfo.InvariantCulture, $"U-{Answers.Count + 1:0000}"),
        Kind = kind,
        Score = score,
        AnsweredOn = day,
        Customer = @case.Customer,
        Agent = @case.Agent,
    };
}
