using CrmRoi.Data;
using CrmRoi.Metrics;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Records;

namespace CrmRoi.Web.Tests.Pages.Marketing;

/// <summary>
/// January to June 2026, go-live in April. Fair cost 1,000 in March, two mailings 500 each, one answered by 2 of 1,000 and one by 60 of 1,000. Two deals
/// of 4,000, goods 1,000, were won in May: one after Fair and Good mailing, one after nothing. Ten leads in each of March and May.
/// </summary>
public sealed class CampaignApp : CrmRoiApp
{
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await SeedAsync(new Programme { Name = "CRM", Currency = "EUR", GoLive = new Month(2026, 4), BaselineMonths = 3 });
        await SeedAsync(new RecordBatch
        {
            Campaigns =
            [
                Campaign("Fair", "Shows", 1_000), Campaign("Good mailing", "Post", 500, 60), Campaign("Poor mailing", "Post", 500, 2),
            ],
            Leads = [.. Leads("b", new(2026, 3, 2), "Shows"), .. Leads("a", new(2026, 5, 2), "Post")],
            Deals = [Deal("A"), Deal("B")],
            Touches =
            [
                new Touch { Source = "probe", Id = "1", Campaign = "Fair", At = new(2026, 3, 5), Deal = "A" },
                new Touch { Source = "probe", Id = "2", Campaign = "Good mailing", At = new(2026, 3, 6), Deal = "A" },
            ],
        });
    }

    private static Campaign Campaign(string name, string channel, decimal spend, int? responses = null) => new()
    {
        Source = "probe",
        Id = name,
        Name = name,
        Channel = channel,
        StartOn = new(2026, 3, 1),
        EndOn = new(2026, 3, 31),
        Spend = spend,
        Sent = responses is null ? 0 : 1_000,
        Responses = responses ?? 0,
    };

    private static IEnumerable<Lead> Leads(string id, DateTime at, string channel) =>
        Enumerable.Range(0, 10).Select(number => new Lead { Source = "probe", Id = $"{id}{number}", CreatedAt = at, Channel = channel });

    private static Deal Deal(string id) => new()
    {
        Source = "probe",
        Id = id,
        CreatedOn = new(2026, 3, 10),
        ClosedOn = new(2026, 5, 20),
        Outcome = DealOutcome.Won,
        Value = 4_000,
        CostOfGoods = 1_000,
    };
}
