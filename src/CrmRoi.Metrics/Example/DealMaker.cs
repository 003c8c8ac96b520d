using System.Globalization;
using CrmRoi.Metrics.Records;

namespace CrmRoi.Metrics.Example;

/// <summary>Draws the deals, each with its two fates, and writes down those that the records would hold.</summary>
internal sealed class DealMaker(int seed, Roster roster, PlantedEffects effects)
{
    /// <summary>Deals opened so many months before the records start are drawn too, so that the first months close as much as any.</summary>
    private const int MonthsBefore = 7;

    private const double DealsOfRep = 7.2;
    private const double ClosingRate = 0.295;
    private const double CycleMedian = 54;
    private const double CycleSpread = 0.45;
    private const double SizeSpread = 0.42;
    private const double CostShare = 0.62;
    private const double CostSpread = 0.035;

    private readonly Chance chance = new(seed, 1);
    private readonly Chance stageChance = new(seed, 2);

    public Market Market { get; } = new(new Chance(seed, 3));

    public List<Deal> Deals { get; } = [];

    public List<StageChange> StageChanges { get; } = [];

    /// <summary>How many deals a team opens in a month, with the CRM or without.</summary>
    public static double ExpectedDeals(ExampleTeam team, Month month, Month first) => DealsOfRep * team.Names.Count * Market.DemandIn(month, first);

    /// <summary>Every deal from before the records start to the month after they end, in which leads of the last month become deals.</summary>
    public List<DealDraft> Draft()
    {
        var skills = Roster.Teams.SelectMany(team => team.Names).Concat(roster.People.Select(person => person.Name)).Distinct()
            .ToDictionary(name => name, _ => 0.03 * chance.Normal());
        var drafts = new List<DealDraft>();
        foreach (var month in new Window(roster.Window.From.Plus(-MonthsBefore), roster.Window.To.Plus(1)).Months)
        {
            foreach (var team in Roster.Teams)
            {
                var expected = ExpectedDeals(team, month, roster.Window.From);
                drafts.AddRange(Enumerable.Range(0, chance.Around(expected)).Select(_ => Draw(team, month, skills)));
            }
        }

        return drafts;
    }

    /// <summary>Writes down a deal, unless it was over before the records start or is opened after they end.</summary>
    /// <param name="draft">The deal.</param>
    /// <param name="lead">The lead that it came from.</param>
    public Deal? Record(DealDraft draft, Lead? lead)
    {
        if (draft.With.ClosedOn < roster.FirstDay || draft.CreatedOn > roster.LastDay)
        {
            return null;
        }

        var isClosed = draft.With.ClosedOn <= roster.LastDay;
        var isCarriedOver = draft.CreatedOn < roster.FirstDay;
        var isWon = isClosed && draft.With.IsWon;
        var id = string.Create(CultureInfo.InvariantCulture, $"D-{Deals.Count + 1:00000}");
        var stages = isCarriedOver ? [] : StagesOf(draft, id).Where(change => change.EnteredOn <= roster.LastDay).ToList();
        StageChanges.AddRange(stages);
        var deal = new Deal
        {
            Source = ExampleCompany.SourceName,
            Id = id,
            Name = $"{draft.Product} for {draft.Customer.Name}",
            Rep = roster.KeeperOf(draft.Rep, draft.Team.Name, draft.With.ClosedOn),
            Customer = draft.Customer.Name,
            Product = draft.Product,
            Channel = draft.Channel,
            Campaign = lead?.Campaign,
            Lead = lead?.Id,
            Stage = isClosed ? (isWon ? "Won" : "Lost") : stages.Count == 0 ? null : stages[^1].Stage,
            CreatedOn = isCarriedOver ? null : draft.CreatedOn,
            QuotedOn = stages.Find(change => change.Stage == "Proposal")?.EnteredOn,
            ClosedOn = isClosed ? draft.With.ClosedOn : null,
            Outcome = !isClosed ? DealOutcome.Open : isWon ? DealOutcome.Won : DealOutcome.Lost,
            Value = draft.With.Value,
            CostOfGoods = isWon ? draft.With.CostOfGoods : null,
        };
        Deals.Add(deal);
        return deal;
    }

    private DealDraft Draw(ExampleTeam team, Month month, Dictionary<string, double> skills)
    {
        var createdOn = WeekdayIn(month);
        var rep = chance.Of(roster.PresentIn(team.Name, createdOn));
        var channel = chance.Of(Market.Channels, c => c.Share);
        var product = chance.Of(Market.Products, p => p.Share);
        var customer = Market.CustomerIn(team.Region, channel.Name);
        var size = Market.Segments.First(segment => segment.Name == customer.Segment).Size;
        var luck = new DealLuck(
            chance.Next(),
            chance.LogNormal(CycleMedian, CycleSpread),
            chance.LogNormal(product.DealSize * size, SizeSpread),
            CostShare + (CostSpread * Math.Clamp(chance.Normal(), -3, 3)),
            month >= roster.Number(Market.PriceRiseMonth) ? 1 + Market.PriceRise : 1,
            Math.Clamp(ClosingRate + channel.ClosingRate + skills[rep], 0.05, 0.9));
        var share = roster.ShareOf(team.Name, month);
        return new DealDraft
        {
            Team = team,
            Rep = rep,
            CreatedOn = createdOn,
            Customer = customer,
            Product = product.Name,
            Channel = channel.Name,
            Share = share,
            With = luck.Fate(createdOn, effects, share),
            Without = luck.Fate(createdOn, effects, 0),
            IfWonWith = luck.Fate(createdOn, effects, share, won: true),
            IfWonWithout = luck.Fate(createdOn, effects, 0, won: true),
        };
    }

    private DateOnly WeekdayIn(Month month)
    {
        while (true)
        {
            var day = month.FirstDay.AddDays(chance.Below(month.Days));
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            {
                return day;
            }
        }
    }

    // A deal that is won goes through every stage; one that is lost may end in any.
    private List<StageChange> StagesOf(DealDraft draft, string id)
    {
        var days = draft.With.ClosedOn.DayNumber - draft.CreatedOn.DayNumber;
        var reached = draft.With.IsWon ? 3 : stageChance.Of([1, 2, 3], stage => stage == 1 ? 0.35 : stage == 2 ? 0.40 : 0.25);
        var (proposal, negotiation) = (0.2 + (0.2 * stageChance.Next()), 0.55 + (0.25 * stageChance.Next()));
        (string Stage, double Part)[] stages = [("Qualification", 0), ("Proposal", proposal), ("Negotiation", negotiation)];
        return [.. stages.Take(reached).Select((stage, i) => new StageChange
        {
            Source = ExampleCompany.SourceName,
            Id = $"{id}-{i + 1}",
            Deal = id,
            Stage = stage.Stage,
            EnteredOn = draft.CreatedOn.AddDays((int)(days * stage.Part)),
        })];
    }
}
