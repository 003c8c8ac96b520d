using System.Globalization;
using CrmRoi.Import.Mapping;
using CrmRoi.Metrics.Records;

namespace CrmRoi.Import.Reading;

/// <summary>Rows of campaigns and of whom they reached.</summary>
internal static class CampaignReading
{
    public static Campaign Campaign(RowReader row, WarningList warnings)
    {
        row.Needed("start");
        var start = row.Day("start") ?? default;
        var name = row.Text("name") ?? row.Needed("id");
        if (row.Day("end") is not { } end)
        {
            warnings.Add("campaign-without-end", row.Line, $"{name} counts on its first day", [name]);
            end = start;
        }

        if (end < start)
        {
            row.Refuse("ends-before-start", "end", $"The campaign ends before it starts on {start:O}.");
        }

        return new Campaign
        {
            Source = row.Settings.Source,
            Id = row.Id(name),
            Name = name,
            Channel = row.Text("channel"),
            Parent = row.Text("parent"),
            StartOn = start,
            EndOn = end,
            Spend = row.Money("spend") ?? 0,
            Sent = row.Count("sent") ?? 0,
            Responses = row.Count("responses") ?? 0,
        };
    }

    public static Touch Touch(RowReader row, WarningList warnings)
    {
        row.Needed("at");
        var at = row.Time("at") ?? default;
        var campaign = row.Needed("campaign");
        var (lead, deal, customer) = (row.Text("lead"), row.Text("deal"), row.Text("customer"));
        if (lead is null && deal is null && customer is null)
        {
            row.Refuse("missing", null, "The row names neither a lead, a deal nor a customer.");
        }

        var kind = Header.Normal(row.Text("kind") ?? "");
        return new Touch
        {
            Source = row.Settings.Source,
            Id = row.Id(campaign, at.ToString("O", CultureInfo.InvariantCulture), lead, deal, row.Written("customer")),
            Campaign = campaign,
            At = at,
            Lead = lead,
            Deal = deal,
            Customer = customer,
            IsView = row.Flag("isView") ?? kind is "view" or "viewed" or "impression" or "seen" or "opened",
        };
    }
}
