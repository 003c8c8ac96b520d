using CrmRoi.Import.Reading;
using CrmRoi.Metrics.Records;

namespace CrmRoi.Import.Tests;

/// <summary>The real files of each family, taken in together; counted here by plain loops over their cells.</summary>
public sealed class FamilyTests
{
    [SharedFact]
    public void Every_row_of_every_family_is_in_refused_or_told_of()
    {
        foreach (var family in (string[])["fivetran_hubspot_seeds", "fivetran_salesforce_seeds", "fivetran_zendesk_seeds", "sales_opportunities", "salesforce_dataloader"])
        {
            foreach (var file in Family(family))
            {
                var told = file.Reading?.Warnings.Where(warning => warning.Code is "deleted" or "duplicate-id" or "activity-not-counted" or "stage-unchanged" or "other-rows").Sum(warning => warning.Count);
                (file.Reading is null ? file.SetAside ?? file.Problem : null)?.Reason.Length.Should().BeGreaterThan(30);
                (file.Reading is null ? file.Rows : file.Reading.Records.Count + file.Reading.Refusals.Count + told).Should().Be(file.Rows, "of {0}", file.File.Name);
            }
        }
    }

    [SharedFact]
    public void The_tables_of_HubSpot_are_linked_by_their_ids()
    {
        var files = Family("fivetran_hubspot_seeds");
        var rows = Rows("fivetran_hubspot_seeds", "deal_data.csv");

        files.Where(file => file.Problem is not null).Should().BeEmpty();
        var deals = Of<Deal>(files, "deal_data.csv");
        deals.Should().HaveCount(rows.Count);
        deals.Count(deal => deal.Rep is not null).Should().Be(rows.Count(row => row["owner_id"].Length > 0)).And.Be(22);
        deals.Where(deal => deal.Rep is not null).Should().OnlyContain(deal => deal.Rep!.Contains(' '), "an owner has a name, not an id");
        Of<Person>(files, "owner_data.csv").Should().HaveCount(100);
        Of<Person>(files, "owner_data.csv").Count(person => person.Team is "team_01" or "team_02").Should().Be(2);
        Of<Activity>(files, "engagement_call_data.csv").Should().ContainSingle(call => call.Kind == ActivityKind.Call && call.Lead == "501");
        Of<Activity>(files, "engagement_meeting_data.csv").Should().HaveCount(100).And.OnlyContain(meeting => meeting.Kind == ActivityKind.Meeting);
        Of<StageChange>(files, "deal_stage_data.csv").Should().HaveCount(14);
    }

    [SharedFact]
    public void The_tickets_of_HubSpot_meet_a_plain_count()
    {
        var rows = Rows("fivetran_hubspot_seeds", "ticket_data.csv");
        var reading = Family("fivetran_hubspot_seeds").Single(file => file.File.Name == "ticket_data.csv").Reading!;

        var backwards = rows.Count(row => row["property_closed_date"].Length > 0 && string.CompareOrdinal(row["property_closed_date"], row["property_createdate"]) < 0);
        reading.Refusals.Should().HaveCount(backwards).And.OnlyContain(refusal => refusal.Code == "closed-before-created");
        reading.Records<Case>().Count(ticket => ticket.ClosedAt is not null).Should().Be(rows.Count(row => row["property_closed_date"].Length > 0) - backwards);
        reading.Records<Case>().Count(ticket => ticket.Agent?.Contains(' ') == true).Should().Be(5);
    }

    [SharedFact]
    public void The_tables_of_Salesforce_go_in_with_what_was_deleted_left_out()
    {
        var files = Family("fivetran_salesforce_seeds");

        files.Where(file => file.Problem is not null).Should().BeEmpty();
        foreach (var name in (string[])["sf_opportunity_data.csv", "sf_account_data.csv", "sf_opportunity_history_data.csv"])
        {
            var deleted = Rows("fivetran_salesforce_seeds", name).Count(row => row["is_deleted"] == "true");
            files.Single(file => file.File.Name == name).Reading!.Warnings.Single(warning => warning.Code == "deleted").Count.Should().Be(deleted, name);
        }

        Of<Activity>(files, "sf_event_data.csv").GroupBy(activity => activity.Kind).ToDictionary(kind => kind.Key, kind => kind.Count())
            .Should().Equal(Rows("fivetran_salesforce_seeds", "sf_event_data.csv").GroupBy(row => Enum.Parse<ActivityKind>(row["type"])).ToDictionary(kind => kind.Key, kind => kind.Count()));
        Of<Lead>(files, "sf_lead_data.csv").Should().ContainSingle(lead => lead.Source == "salesforce" && lead.ConvertedOn == new DateOnly(2019, 11, 11));
        Of<Person>(files, "sf_user_data.csv").Should().Contain(person => person.Name == "Brandon Zinn");
        Of<Order>(files, "sf_order_data.csv").Sum(order => order.Revenue).Should()
            .Be(Rows("fivetran_salesforce_seeds", "sf_order_data.csv").Sum(row => decimal.Parse(row["total_amount"], System.Globalization.CultureInfo.InvariantCulture)));
        files.Single(file => file.File.Name == "sf_contact_data.csv").SetAside!.Reason.Should().Contain("people at customers");
    }

    [SharedFact]
    public void The_tickets_of_Zendesk_are_closed_when_their_history_says()
    {
        var files = Family("fivetran_zendesk_seeds");

        var reading = files.Single(file => file.File.Name == "ticket_data.csv").Reading!;
        var ticket = reading.Records<Case>().Should().ContainSingle().Subject;
        (ticket.Id, ticket.ClosedAt, ticket.Agent).Should().Be(("11071", new DateTime(2020, 11, 14, 11, 1, 27), "Arthur Agent"));
        reading.Warnings.Single(warning => warning.Code == "deleted").Count.Should().Be(Rows("fivetran_zendesk_seeds", "ticket_data.csv").Count(row => row["status"] == "deleted"));
        reading.Refusals.Should().HaveCount(7).And.OnlyContain(refusal => refusal.Code == "closed-without-date");
    }

    [SharedFact]
    public void The_opportunities_of_the_Data_Loader_meet_a_plain_sum()
    {
        var rows = Rows("salesforce_dataloader", "opportunityData.csv");
        var files = Family("salesforce_dataloader");

        var reading = files.Single(file => file.File.Name == "opportunityData.csv").Reading!;
        var refused = reading.Refusals.Select(refusal => refusal.Line).ToHashSet();
        var lines = reading.Table.Rows.Select(row => row.Line).ToList();
        var won = rows.Where((row, i) => row["ISWON"] == "true" && !refused.Contains(lines[i])).ToList();
        reading.Records<Deal>().Where(deal => deal.Outcome == DealOutcome.Won).Sum(deal => deal.Value)
            .Should().Be(won.Sum(row => row["AMOUNT"].Length == 0 ? 0 : decimal.Parse(row["AMOUNT"], System.Globalization.CultureInfo.InvariantCulture)));
        reading.Records<Deal>().Should().OnlyContain(deal => deal.Customer == null || !deal.Customer.StartsWith("001x", StringComparison.Ordinal));
        reading.Refusals.Should().BeEmpty();
        reading.Warnings.Single(warning => warning.Code == "closed-before-created").Count.Should().Be(reading.Records<Deal>().Count(deal => deal.IsClosedBeforeStart)).And.BePositive();
        Of<Customer>(files, "accountData.csv").Should().HaveCount(423);
        files.Where(file => file.File.Name.StartsWith("csvtext", StringComparison.Ordinal)).Should().HaveCount(6).And.OnlyContain(file => file.Problem!.Code == "unknown-columns");
    }

    private static IReadOnlyList<ReadFile> Family(string name) => Reads.Together(
        Directory.GetFiles(Shared.Find("crm", name)!, "*.csv").Order(StringComparer.Ordinal).Select(path => new ImportFile(Path.GetFileName(path), File.ReadAllBytes(path))), currency: "USD");

    private static List<TRecord> Of<TRecord>(IReadOnlyList<ReadFile> files, string name) => files.Single(file => file.File.Name == name).Reading!.Records<TRecord>();

    private static List<Dictionary<string, string>> Rows(string family, string name)
    {
        using var reader = new Microsoft.VisualBasic.FileIO.TextFieldParser(Shared.Find("crm", family, name)!) { Delimiters = [","] };
        var header = reader.ReadFields()!;
        var rows = new List<Dictionary<string, string>>();
        while (!reader.EndOfData)
        {
            var cells = reader.ReadFields()!;
            rows.Add(header.Index().DistinctBy(column => column.Item).ToDictionary(column => column.Item, column => cells[column.Index]));
        }

        return rows;
    }
}
