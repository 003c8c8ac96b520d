using System.Globalization;
using CrmRoi.Metrics.Records;

namespace CrmRoi.Metrics.Example;

/// <summary>Makes the campaigns: a search campaign each quarter, a mailing, a fair and partner days each half year, referral rewards each year.</summary>
internal static class CampaignMaker
{
    /// <summary>Campaigns in the order of their first day; the fairs of a year are children of one campaign that repeats their sums.</summary>
    public static List<Campaign> Make(int seed, Roster roster)
    {
        var chance = new Chance(seed, 5);
        var campaigns = new List<Campaign>();
        for (var number = 1; number <= Roster.MonthCount; number++)
        {
            var month = roster.Number(number);
            if (number % 3 == 1)
            {
                campaigns.Add(New("Web search", "Web", month, 3, 13_500 + (900 * chance.Normal())));
            }

            if (number % 6 == 2)
            {
                campaigns.Add(Mailing(New("Mailing", "Phone", month, 2, 7_200 + (500 * chance.Normal())), chance));
            }

            if (number % 6 == 5)
            {
                campaigns.Add(New("Fair", "Fair", month, 2, 21_000 + (1_500 * chance.Normal())));
                campaigns.Add(New("Partner days", "Partner", month, 2, 6_400 + (400 * chance.Normal())));
            }

            if (number % 12 == 1)
            {
                campaigns.Add(New("Referral rewards", "Referral", month, 12, 9_000 + (600 * chance.Normal())));
            }
        }

        return WithParents(campaigns);
    }

    private static Campaign New(string name, string channel, Month from, int months, double spend) => new()
    {
        Source = ExampleCompany.SourceName,
        Id = $"{channel.ToLowerInvariant()}-{from}",
        Name = $"{name} {from}",
        Channel = channel,
        StartOn = from.FirstDay,
        EndOn = from.Plus(months - 1).LastDay,
        Spend = decimal.Round((decimal)spend, 2),
    };

    private static Campaign Mailing(Campaign campaign, Chance chance)
    {
        var sent = 2_400 + chance.Below(800);
        return campaign with { Sent = sent, Responses = chance.Around(sent * (0.018 + (0.012 * chance.Next()))) };
    }

    private static List<Campaign> WithParents(List<Campaign> campaigns)
    {
        var fairs = campaigns.Where(campaign => campaign.Channel == "Fair").GroupBy(campaign => campaign.StartOn.Year).ToList();
        var parents = fairs.Select(year => new Campaign
        {
            Source = ExampleCompany.SourceName,
            Id = ParentOf(year.Key),
            Name = string.Create(CultureInfo.InvariantCulture, $"Fairs {year.Key}"),
            StartOn = year.Min(fair => fair.StartOn),
            EndOn = year.Max(fair => fair.EndOn),
            Spend = year.Sum(fair => fair.Spend),
        });
        return
        [
            .. campaigns.Select(campaign => campaign.Channel == "Fair" ? campaign with { Parent = ParentOf(campaign.StartOn.Year) } : campaign)
                .Concat(parents)
                .OrderBy(campaign => campaign.StartOn).ThenBy(campaign => campaign.Id, StringComparer.Ordinal),
        ];
    }

    private static string ParentOf(int year) => string.Create(CultureInfo.InvariantCulture, $"fairs-{year}");
}
