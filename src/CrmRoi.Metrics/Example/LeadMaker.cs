using System.Globalization;
using CrmRoi.Metrics.Records;

namespace CrmRoi.Metrics.Example;

/// <summary>Makes the leads that deals came from, those that came to nothing, and the touches of campaigns before them.</summary>
internal sealed class LeadMaker(int seed, Roster roster, PlantedEffects effects, IReadOnlyList<Campaign> campaigns)
{
    private const double DealsWithLead = 0.85;
    private const double LeadsWithoutDeal = 1.55;
    private const double FirstContactMedian = 20;
    private const double FirstContactSpread = 1.0;

    private readonly Chance chance = new(seed, 4);
    private readonly ILookup<string?, Campaign> byChannel = campaigns.Where(c => c.Channel is not null && c.Spend > 0).ToLookup(c => c.Channel);

    public List<Lead> Leads { get; } = [];

    public List<Touch> Touches { get; } = [];

    /// <summary>The lead that a deal came from, written down; none where the deal had none, or it came before the records start or the rep.</summary>
    public Lead? Of(DealDraft draft)
    {
        var hasLead = chance.Happens(DealsWithLead);
        var createdAt = Hour(draft.CreatedOn.AddDays(-(int)Math.Clamp(chance.LogNormal(7, 0.7), 1, 40)));
        var day = DateOnly.FromDateTime(createdAt);
        if (!hasLead || day < roster.FirstDay || day > roster.LastDay || !roster.IsThere(draft.Rep, day))
        {
            return null;
        }

        var lead = Write(draft.Team, draft.Rep, draft.Channel, draft.Customer.Segment!, createdAt, draft.With.ClosedOn);
        var waited = lead.CreatedAt.AddHours(HoursToContact(draft.Team.Name, createdAt));
        var latest = draft.CreatedOn.ToDateTime(new TimeOnly(8, 0));
        return Add(Seen(lead with
        {
            FirstContactAt = waited < latest ? waited : latest,
            QualifiedOn = draft.CreatedOn.AddDays(-chance.Below(2)) is var qualified && qualified > day ? qualified : draft.CreatedOn,
            ConvertedOn = draft.CreatedOn,
            Status = "Converted",
        }));
    }

    /// <summary>Writes down the leads of every month that come to nothing.</summary>
    public void AddTheRest()
    {
        foreach (var month in roster.Window.Months)
        {
            foreach (var team in Roster.Teams)
            {
                var count = chance.Around(LeadsWithoutDeal * DealMaker.ExpectedDeals(team, month, roster.Window.From));
                for (var i = 0; i < count; i++)
                {
                    AddOne(team, month);
                }
            }
        }
    }

    private void AddOne(ExampleTeam team, Month month)
    {
        var day = month.FirstDay.AddDays(chance.Below(month.Days));
        var rep = chance.Of(roster.PresentIn(team.Name, day));
        var channel = chance.Of(Market.Channels, c => c.Share).Name;
        var segment = chance.Of(Market.Segments, s => s.Share).Name;
        var givenUp = day.AddDays((int)Math.Clamp(chance.LogNormal(18, 0.6), 2, 120));
        var lead = Write(team, rep, channel, segment, Hour(day), givenUp);
        var contacted = lead.CreatedAt.AddHours(HoursToContact(team.Name, lead.CreatedAt));
        var isDuplicate = chance.Happens(0.03);
        var isContacted = chance.Happens(0.88) && contacted < givenUp.ToDateTime(default);
        var isQualified = chance.Happens(0.25) && isContacted;
        var isForgotten = chance.Happens(0.08);
        Add(Seen(isDuplicate
            ? lead with { IsDuplicate = true, Status = "Duplicate" }
            : lead with
            {
                FirstContactAt = isContacted ? contacted : null,
                QualifiedOn = isQualified ? DateOnly.FromDateTime(contacted) : null,
                DisqualifiedOn = isForgotten ? null : givenUp,
                Status = isForgotten ? "Open" : "Disqualified",
            }));
    }

    private Lead Write(ExampleTeam team, string rep, string channel, string segment, DateTime createdAt, DateOnly end)
    {
        var day = DateOnly.FromDateTime(createdAt);
        var running = byChannel[channel].Where(campaign => campaign.StartOn <= day && day <= campaign.EndOn).ToList();
        var campaign = running.Count > 0 && chance.Happens(0.55) ? running[^1] : null;
        var lead = new Lead
        {
            Source = ExampleCompany.SourceName,
            Id = string.Create(CultureInfo.InvariantCulture, $"L-{Leads.Count + 1:00000}"),
            CreatedAt = createdAt,
            Rep = roster.KeeperOf(rep, team.Name, end),
            Channel = channel,
            Campaign = campaign?.Name,
            Segment = segment,
        };
        if (campaign is not null)
        {
            AddTouches(lead, campaign);
        }

        return lead;
    }

    // What happens after the last day is not known yet.
    private Lead Seen(Lead lead)
    {
        var contactedAt = lead.FirstContactAt < roster.LastDay.AddDays(1).ToDateTime(default) ? lead.FirstContactAt : null;
        var convertedOn = lead.ConvertedOn <= roster.LastDay ? lead.ConvertedOn : null;
        var disqualifiedOn = lead.DisqualifiedOn <= roster.LastDay ? lead.DisqualifiedOn : null;
        return lead with
        {
            FirstContactAt = contactedAt,
            QualifiedOn = lead.QualifiedOn <= roster.LastDay ? lead.QualifiedOn : null,
            ConvertedOn = convertedOn,
            DisqualifiedOn = disqualifiedOn,
            Status = lead.IsDuplicate || convertedOn is not null || disqualifiedOn is not null ? lead.Status : "Open",
        };
    }

    private Lead Add(Lead lead)
    {
        Leads.Add(lead);
        return lead;
    }

    private void AddTouches(Lead lead, Campaign campaign)
    {
        var start = campaign.StartOn.ToDateTime(default);
        var earliest = lead.CreatedAt.AddDays(-21) > start ? lead.CreatedAt.AddDays(-21) : start;
        var count = chance.Of([1, 2, 3], number => number == 1 ? 0.6 : number == 2 ? 0.28 : 0.12);
        var times = Enumerable.Range(0, count - 1).Select(_ => Minute(earliest + ((lead.CreatedAt - earliest) * chance.Next()))).Append(lead.CreatedAt).Order();
        foreach (var at in times)
        {
            Touches.Add(new Touch
            {
                Source = ExampleCompany.SourceName,
                Id = string.Create(CultureInfo.InvariantCulture, $"T-{Touches.Count + 1:00000}"),
                Campaign = at == lead.CreatedAt ? campaign.Name : EarlierCampaign(at, campaign).Name,
                At = at,
                Lead = lead.Id,
                IsView = at != lead.CreatedAt && chance.Happens(0.5),
            });
        }
    }

    // Half of those who answered in the end were reached by another campaign before.
    private Campaign EarlierCampaign(DateTime at, Campaign last)
    {
        var day = DateOnly.FromDateTime(at);
        var running = campaigns.Where(campaign => campaign.Channel is not null && campaign.StartOn <= day && day <= campaign.EndOn).ToList();
        return Touches.Count % 2 == 0 || running.Count == 0 ? last : running[Touches.Count / 2 % running.Count];
    }

    private double HoursToContact(string team, DateTime createdAt) => Math.Round(
        chance.LogNormal(FirstContactMedian, FirstContactSpread) * (1 - (effects.FirstContact * roster.ShareOf(team, Month.Of(createdAt)))), 1);

    private DateTime Hour(DateOnly day) => day.ToDateTime(new TimeOnly(7 + chance.Below(12), chance.Below(60)));

    private static DateTime Minute(DateTime time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerMinute));
}
