using CrmRoi.Metrics.Records;

namespace CrmRoi.Data.Tests;

/// <summary>Records at random, few enough ids for many of them to change each other.</summary>
internal sealed class RandomCompany(int seed)
{
    private readonly Random random = new(seed);

    /// <summary>A batch that changes and adds records of a few kinds; people and customers only if told.</summary>
    public RecordBatch Batch(bool withPeople) => new()
    {
        People = withPeople ? Some(4, Person) : [],
        Customers = withPeople ? Some(6, Customer) : [],
        Campaigns = Some(2, Campaign),
        Leads = Some(8, Lead),
        Deals = Some(10, Deal),
        StageChanges = Some(10, StageChange),
        Activities = Some(8, Activity),
        Orders = Some(5, Order),
        Touches = Some(12, Touch),
        Cases = Some(4, Case),
        SurveyAnswers = Some(3, SurveyAnswer),
    };

    private List<TRecord> Some<TRecord>(int most, Func<string, TRecord> make)
        where TRecord : Metrics.Records.Record =>
        [.. Enumerable.Range(0, random.Next(most + 1)).Select(_ => random.Next(most * 2).ToString(System.Globalization.CultureInfo.InvariantCulture)).Distinct().Select(make)];

    private Deal Deal(string id)
    {
        var outcome = (DealOutcome)random.Next(3);
        return new()
        {
            Source = "test",
            Id = id,
            Rep = Name("Anna", "Ben", "ben"),
            Customer = Name("Acme", "Beta"),
            Product = Name("One", "Two"),
            Lead = random.Next(3) == 0 ? random.Next(16).ToString(System.Globalization.CultureInfo.InvariantCulture) : null,
            CreatedOn = MaybeDay(),
            FirstContactOn = MaybeDay(),
            QuotedOn = MaybeDay(),
            ClosedOn = outcome == DealOutcome.Open ? MaybeDay() : Day(),
            Outcome = outcome,
            Value = random.Next(4) == 0 ? null : random.Next(1_000_000) / 100m,
            CostOfGoods = random.Next(2) == 0 ? null : random.Next(100_000) / 100m,
        };
    }

    private StageChange StageChange(string id) => new()
    {
        Source = "test",
        Id = id,
        Deal = random.Next(20).ToString(System.Globalization.CultureInfo.InvariantCulture),
        Stage = Name("Talk", "Offer", "Deal") ?? "Talk",
        EnteredOn = Day(),
    };

    private Lead Lead(string id) => new()
    {
        Source = "test",
        Id = id,
        CreatedAt = Time(),
        FirstContactAt = random.Next(2) == 0 ? null : Time(),
        QualifiedOn = MaybeDay(),
        ConvertedOn = MaybeDay(),
        DisqualifiedOn = MaybeDay(),
        IsDuplicate = random.Next(5) == 0,
        Rep = Name("Anna", "Ben"),
        Channel = Name("web", "fair"),
    };

    private Activity Activity(string id) => new()
    {
        Source = "test",
        Id = id,
        Kind = (ActivityKind)random.Next(5),
        Direction = (ActivityDirection)random.Next(3),
        At = Time(),
        IsCompleted = random.Next(4) != 0,
        Rep = Name("Anna", "Ben"),
    };

    private Order Order(string id) => new()
    {
        Source = "test",
        Id = id,
        PlacedOn = Day(),
        Customer = Name("Acme", "Beta"),
        Revenue = random.Next(100_000) / 100m,
        Lines = random.Next(3),
        IsCancelled = random.Next(5) == 0,
        Rep = Name("Anna", "Ben"),
    };

    private Campaign Campaign(string id)
    {
        var start = Day();
        return new()
        {
            Source = "test",
            Id = id,
            Name = $"Campaign {id}",
            Parent = random.Next(2) == 0 ? null : random.Next(4).ToString(System.Globalization.CultureInfo.InvariantCulture),
            StartOn = start,
            EndOn = start.AddDays(random.Next(100)),
            Spend = random.Next(100_000) / 100m,
            Sent = 10,
        };
    }

    private Touch Touch(string id) => new()
    {
        Source = "test",
        Id = id,
        Campaign = $"Campaign {random.Next(4)}",
        At = Time(),
        Deal = random.Next(3) == 0 ? random.Next(20).ToString(System.Globalization.CultureInfo.InvariantCulture) : null,
        Lead = random.Next(3) == 0 ? random.Next(16).ToString(System.Globalization.CultureInfo.InvariantCulture) : null,
        Customer = Name("Acme", "beta"),
        IsView = random.Next(3) == 0,
    };

    private Case Case(string id) => new()
    {
        Source = "test",
        Id = id,
        OpenedAt = Time(),
        ClosedAt = random.Next(2) == 0 ? null : Time(),
        Agent = Name("Cleo", "Dan"),
    };

    private SurveyAnswer SurveyAnswer(string id) => new() { Source = "test", Id = id, Score = random.Next(1, 6), AnsweredOn = Day() };

    private Person Person(string id) => new()
    {
        Source = "test",
        Id = id,
        Name = Name("Anna", "Ben", "Cleo") ?? "Dan",
        Team = Name("North", "South"),
        From = MaybeDay(),
        To = random.Next(3) == 0 ? Day() : null,
    };

    private Customer Customer(string id) => new()
    {
        Source = "test",
        Id = id,
        Name = Name("Acme", "Beta") ?? "Gamma",
        Segment = Name("small", "large"),
        Region = Name("East", "West"),
        Since = MaybeDay(),
    };

    private DateOnly Day() => new DateOnly(2023, 1, 1).AddDays(random.Next(700));

    private DateOnly? MaybeDay() => random.Next(2) == 0 ? null : Day();

    private DateTime Time() => Day().ToDateTime(new TimeOnly(random.Next(24), random.Next(60)));

    private string? Name(params string[] names) => random.Next(4) == 0 ? null : names[random.Next(names.Length)];
}
