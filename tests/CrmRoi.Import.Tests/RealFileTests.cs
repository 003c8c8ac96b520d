using CrmRoi.Metrics.Records;

namespace CrmRoi.Import.Tests;

public sealed class RealFileTests
{
    [SharedFact]
    public void The_sales_pipeline_is_recognised_as_deals_and_nothing_is_lost()
    {
        var reading = Reads.Shared("crm", "sales_opportunities", "sales_pipeline.csv");

        var deals = reading.Records<Deal>();
        reading.Mapping.Kind.Should().Be(RecordKind.Deals);
        reading.Refusals.Should().BeEmpty();
        deals.Should().HaveCount(8800);
        deals.Count(deal => deal.Outcome == DealOutcome.Won).Should().Be(4238);
        deals.Count(deal => deal.Outcome == DealOutcome.Lost).Should().Be(2473);
        deals.Count(deal => deal.Outcome == DealOutcome.Open).Should().Be(2089);
        deals.Where(deal => deal.Outcome == DealOutcome.Won).Sum(deal => deal.Value).Should().Be(10005534);
    }

    [SharedFact]
    public void The_other_three_files_are_recognised_as_what_they_are()
    {
        var customers = Reads.Shared("crm", "sales_opportunities", "accounts.csv").Records<Customer>();
        var products = Reads.Shared("crm", "sales_opportunities", "products.csv").Records<Product>();
        var people = Reads.Shared("crm", "sales_opportunities", "sales_teams.csv").Records<Person>();

        customers.Should().HaveCount(85);
        customers.Should().Contain(customer => customer.Name == "Acme Corporation" && customer.Segment == "technolgy");
        products.Should().HaveCount(7);
        products.Should().Contain(product => product.Name == "GTK 500" && product.Series == "GTK" && product.ListPrice == 26768);
        people.Should().HaveCount(35);
        people.Should().Contain(person => person.Name == "Zane Levy" && person.Team == "Summer Sewald" && person.Region == "West");
    }

    [SharedFact]
    public void The_order_lines_become_orders_that_meet_the_published_sums()
    {
        var reading = Reads.Shared("orders", "online_retail_cut.csv");

        var clean = reading.Records<Order>().Where(order => order is { Customer: not null, IsCancelled: false, Lines: > 0 }).ToList();
        reading.Refusals.Should().BeEmpty();
        clean.Should().HaveCount(2873);
        clean.Sum(order => order.Lines).Should().Be(61465);
        clean.Select(order => order.Customer).Distinct().Should().HaveCount(737);
        clean.Sum(order => order.Revenue).Should().Be(1800757.511m);
        clean.Where(order => order.PlacedOn is { Year: 2010, Month: 12 }).Sum(order => order.Revenue).Should().Be(98122.81m);
        reading.Warnings.Single(warning => warning.Code == "cancelled-lines").Count.Should().Be(1234);
        reading.Warnings.Single(warning => warning.Code == "repeated-lines").Count.Should().Be(814);
    }

    [SharedFact]
    public void Files_of_other_programs_are_read_or_refused_with_a_reason()
    {
        string[] folders = ["salesforce_dataloader", "fivetran_salesforce_seeds", "fivetran_hubspot_seeds", "fivetran_zendesk_seeds"];

        var endings = folders
            .SelectMany(folder => Directory.GetFiles(Shared.Find("crm", folder)!, "*.csv"))
            .Select(path => (Name: Path.GetRelativePath(Path.GetDirectoryName(Path.GetDirectoryName(path))!, path), Ending: EndingOf(path)))
            .ToDictionary(file => file.Name, file => file.Ending);

        endings.Values.Should().OnlyContain(ending => ending.Length > 10);
        endings["salesforce_dataloader/opportunityData.csv"].Should().StartWith("Deals");
        endings["fivetran_salesforce_seeds/sf_opportunity_data.csv"].Should().StartWith("Deals");
        endings["fivetran_salesforce_seeds/sf_lead_data.csv"].Should().StartWith("Leads");
        endings["fivetran_salesforce_seeds/sf_task_data.csv"].Should().StartWith("Activities");
    }

    private static string EndingOf(string path)
    {
        try
        {
            var reading = Reads.Bytes(File.ReadAllBytes(path), currency: "USD");
            return $"{reading.Mapping.Kind}: {reading.Records.Count} records, {reading.Refusals.Count} refused {string.Join(" ", reading.Refusals.Select(refusal => refusal.Reason).Distinct())}";
        }
        catch (RefusedFileException refused)
        {
            return refused.Message;
        }
    }
}
