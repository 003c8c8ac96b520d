using CrmRoi.Metrics.Evidence;
using CrmRoi.Metrics.Planning;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Records;
using CrmRoi.Metrics.Return;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Example;

/// <summary>
/// Northwind Instruments: an invented company that sells measuring instruments through six teams, went live with a CRM team by team, and
/// of which it is known what the CRM truly did.
/// </summary>
/// <remarks>
/// 36 months, the same for the same seed. Business grows, has seasons, and prices rise once, with the CRM or without: a comparison
/// of before and after overstates what the CRM did. How it is made and what is true is told in docs/example-company.md.
/// </remarks>
public sealed record ExampleCompany
{
    /// <summary>The seed of the company that everybody sees.</summary>
    public const int DefaultSeed = 20261031;

    /// <summary>The source of every record.</summary>
    public const string SourceName = "example";

    /// <summary>The currency of all its money, by ISO 4217.</summary>
    public const string CurrencyCode = "EUR";

    /// <summary>The last month of the company that everybody sees.</summary>
    public static readonly Month DefaultLastMonth = new(2026, 10);

    private ExampleCompany()
    {
    }

    /// <summary>What it is called.</summary>
    public string Name { get; } = "Northwind Instruments";

    /// <summary>The currency of all its money, by ISO 4217.</summary>
    public string Currency { get; } = CurrencyCode;

    /// <summary>Its time zone, by the IANA's name.</summary>
    public string TimeZone { get; } = "Europe/Berlin";

    /// <summary>The months of its records.</summary>
    public required Window Window { get; init; }

    /// <summary>Who sells, once for each time in a team.</summary>
    public required IReadOnlyList<Person> People { get; init; }

    /// <summary>What it sells.</summary>
    public required IReadOnlyList<Product> Products { get; init; }

    /// <summary>Who buys, or may.</summary>
    public required IReadOnlyList<Customer> Customers { get; init; }

    /// <summary>Its campaigns, parents included.</summary>
    public required IReadOnlyList<Campaign> Campaigns { get; init; }

    /// <summary>Whom campaigns reached.</summary>
    public required IReadOnlyList<Touch> Touches { get; init; }

    /// <summary>Its leads.</summary>
    public required IReadOnlyList<Lead> Leads { get; init; }

    /// <summary>Its deals; those that were open when the records start have no day of opening.</summary>
    public required IReadOnlyList<Deal> Deals { get; init; }

    /// <summary>The stages that the deals entered.</summary>
    public required IReadOnlyList<StageChange> StageChanges { get; init; }

    /// <summary>Quotes and inquiries, and from each team's go-live calls, e-mails and meetings.</summary>
    public required IReadOnlyList<Activity> Activities { get; init; }

    /// <summary>None: its margin is read from deals.</summary>
    public IReadOnlyList<Order> Orders { get; } = [];

    /// <summary>Its service cases.</summary>
    public required IReadOnlyList<Case> Cases { get; init; }

    /// <summary>What its customers answered.</summary>
    public required IReadOnlyList<SurveyAnswer> SurveyAnswers { get; init; }

    /// <summary>What the CRM costs.</summary>
    public required IReadOnlyList<Cost> Costs { get; init; }

    /// <summary>What the CRM saves in cash.</summary>
    public required IReadOnlyList<Saving> Savings { get; init; }

    /// <summary>What the roll-out brings, kind by kind, as somebody entered it.</summary>
    public required IReadOnlyList<Benefit> Benefits { get; init; }

    /// <summary>What is assumed of it.</summary>
    public required IReadOnlyList<Assumption> Assumptions { get; init; }

    /// <summary>Which functions of the CRM are in use.</summary>
    public required IReadOnlyList<Lever> Levers { get; init; }

    /// <summary>What somebody asked "what if" of it.</summary>
    public required IReadOnlyList<Scenario> Scenarios { get; init; }

    /// <summary>The roll-out.</summary>
    public required Programme Programme { get; init; }

    /// <summary>Calls on the phone bill before the CRM, hours on administration, what selling and service cost, and how the CRM is used.</summary>
    public required IReadOnlyList<EnteredFigure> EnteredFigures { get; init; }

    /// <summary>What it planned to sell, by team, and by rep in the last year.</summary>
    public required IReadOnlyList<PlannedFigure> Plan { get; init; }

    /// <summary>What it set out to reach.</summary>
    public required IReadOnlyList<Target> Targets { get; init; }

    /// <summary>What everybody in the company knows besides the CRM: the new price list.</summary>
    public IReadOnlyList<OtherCause> OtherCauses =>
    [
        new()
        {
            Name = "Price list 2026",
            Kind = CauseKind.PriceChange,
            From = Window.From.Plus(Market.PriceRiseMonth - 1),
            Treatment = CauseTreatment.OldPrices,
            PriceChange = (decimal)Market.PriceRise,
            Reason = "2 % on every product for deals opened from then on; goods cost what they did.",
            StatedBy = "Controlling",
        },
    ];

    /// <summary>What the CRM truly did. No page may read it.</summary>
    public required ExampleTruth Truth { get; init; }

    /// <summary>The records that count.</summary>
    public RecordSet Records => new()
    {
        Activities = Activities,
        Leads = Leads,
        Deals = Deals,
        StageChanges = StageChanges,
        Customers = Customers,
        Orders = Orders,
        Campaigns = Campaigns,
        Cases = Cases,
        SurveyAnswers = SurveyAnswers,
    };

    /// <summary>Makes the company.</summary>
    /// <param name="seed">Which of all the companies that might have been.</param>
    /// <param name="lastMonth">The last of its 36 months; <see cref="DefaultLastMonth"/> when none is given.</param>
    /// <param name="effects">What the CRM does there; <see cref="PlantedEffects.None"/> for a CRM that changes nothing.</param>
    public static ExampleCompany Create(int seed = DefaultSeed, Month? lastMonth = null, PlantedEffects? effects = null)
    {
        effects ??= new PlantedEffects();
        var roster = new Roster(lastMonth ?? DefaultLastMonth);
        var campaigns = CampaignMaker.Make(seed, roster);
        var (deals, leads, activities) = (new DealMaker(seed, roster, effects), new LeadMaker(seed, roster, effects, campaigns), new ActivityMaker(seed, roster));
        var drafts = deals.Draft();
        Write(drafts, deals, leads, activities);
        var customers = WithFirstPurchase(deals, drafts, roster.FirstDay);
        var service = ServiceMaker.Make(seed, roster, customers);
        var money = new MoneyMaker(seed, roster, effects);
        var (costs, savings) = (money.Costs(), money.Savings());
        var plans = new PlanMaker(seed, roster);
        return new()
        {
            Window = roster.Window,
            People = roster.People,
            Products = Market.Catalogue,
            Customers = customers,
            Campaigns = campaigns,
            Touches = leads.Touches,
            Leads = leads.Leads,
            Deals = deals.Deals,
            StageChanges = deals.StageChanges,
            Activities = activities.Activities,
            Cases = service.Cases,
            SurveyAnswers = service.Answers,
            Costs = costs,
            Savings = savings,
            Benefits = LedgerMaker.Benefits(money.Programme.Name),
            Assumptions = LedgerMaker.Assumptions(money.Programme.Name),
            Levers = LedgerMaker.Levers(money.Programme.Name, roster),
            Scenarios = LedgerMaker.Scenarios(money.Programme.Name),
            Programme = money.Programme,
            EnteredFigures = [.. activities.PhoneBills(), .. money.AdminHours(), .. money.SalesCost(), .. plans.Figures()],
            Plan = plans.Plan(),
            Targets = plans.Targets(),
            Truth = ExampleTruth.Of(effects, roster.Window, drafts, costs, savings),
        };
    }

    private static void Write(List<DealDraft> drafts, DealMaker deals, LeadMaker leads, ActivityMaker activities)
    {
        foreach (var draft in drafts)
        {
            if (deals.Record(draft, leads.Of(draft)) is { } deal)
            {
                activities.AddOf(deal, draft.Team.Name);
            }
        }

        leads.AddTheRest();
        leads.Leads.ForEach(activities.AddOf);
        activities.AddLogged();
    }

    // Who bought before the records start has no known first purchase; of the others, only those who bought have one.
    private static List<Customer> WithFirstPurchase(DealMaker deals, IEnumerable<DealDraft> drafts, DateOnly firstDay)
    {
        var old = drafts.Where(draft => draft.With.IsWon && draft.With.ClosedOn < firstDay).Select(draft => draft.Customer.Id).ToHashSet();
        var first = deals.Deals.Where(deal => deal.Outcome == DealOutcome.Won)
            .GroupBy(deal => deal.Customer!, deal => deal.ClosedOn)
            .ToDictionary(group => group.Key, group => group.Min());
        return [.. deals.Market.Customers.Select(customer =>
            old.Contains(customer.Id) || deals.Market.IsOld(customer) ? customer : customer with { Since = first.GetValueOrDefault(customer.Name) })];
    }
}
