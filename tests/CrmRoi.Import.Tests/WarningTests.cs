using CrmRoi.Import.Reading;
using CrmRoi.Metrics.Records;

namespace CrmRoi.Import.Tests;

public sealed class WarningTests
{
    private const string Header = "deal id,stage,close date,amount,account,note\n";

    private static readonly KnownNames Unknown = new(new HashSet<string>(), new HashSet<string>(), new HashSet<string>(), new HashSet<string>());

    [Fact]
    public void A_row_that_was_cut_off_is_refused()
    {
        var refusal = Reads.Text(Header + "1,Won,2026-02-01,5,Acme,x\n2,Won\n").OnlyRefusal();

        (refusal.Line, refusal.Code, refusal.Reason).Should().Be((3, "too-few-fields", "The row ends after 2 of 6 fields."));
        refusal.Arguments.Should().Equal("2", "6");
    }

    [Fact]
    public void A_row_that_only_lacks_columns_that_nobody_reads_is_whole()
    {
        var reading = Reads.Text(Header + "1,Won,2026-02-01,5,Acme\n");

        reading.Refusals.Should().BeEmpty();
        reading.Records<Deal>().Should().ContainSingle(deal => deal.Customer == "Acme");
    }

    [Fact]
    public void A_row_with_more_fields_than_columns_is_refused_unless_they_are_blank()
    {
        var reading = Reads.Text(Header + "1,Won,2026-02-01,1,234,Acme,x\n2,Won,2026-02-01,5,Acme,x, ,\n");

        reading.OnlyRefusal().Code.Should().Be("too-many-cells");
        reading.Records<Deal>().Should().ContainSingle(deal => deal.Id == "2");
    }

    [Fact]
    public void A_deal_without_stage_and_closing_date_goes_in_as_open_with_a_warning()
    {
        var reading = Reads.Text(Header + "1,,,,Acme,x\n");

        reading.Records<Deal>().Should().ContainSingle(deal => deal.Outcome == DealOutcome.Open);
        reading.Warnings.Should().ContainSingle(warning => warning.Code == "blank-stage").Which.Details.Should().ContainSingle().Which.Arguments.Should().Equal("1");
    }

    [Theory]
    [InlineData("created date")]
    [InlineData("first contact")]
    public void A_deal_that_was_reopened_and_closed_before_its_start_goes_in_with_a_warning(string started)
    {
        var reading = Reads.Text($"deal id,stage,{started},close date,amount\nB7,Won,2026-03-01,2026-02-01,5\nB8,Won,2026-01-01,2026-02-01,5\n");

        reading.Refusals.Should().BeEmpty();
        var deal = reading.Records<Deal>().Single(deal => deal.Id == "B7");
        (deal.ClosedOn, deal.StartedOn).Should().Be((new DateOnly(2026, 2, 1), null), "it counts when it was closed, and how long it took is not known");
        reading.Warnings.Should().ContainSingle(warning => warning.Code == "closed-before-created").Which.Sample.Should().Be("B7 (line 2)");
    }

    [Fact]
    public void Rows_that_are_refused_are_not_warned_of_as_well()
    {
        var reading = Reads.Text(Header + "B4,Won,2026-02-01,1e30,Acme,x\nB5,Won,2026-02-01,,Acme,x\n");

        reading.OnlyRefusal().Code.Should().Be("too-large");
        var warning = reading.Warnings.Should().ContainSingle(each => each.Code == "won-without-value").Subject;
        (warning.Count, warning.Sample).Should().Be((1, "B5 (line 3)"));
    }

    [Fact]
    public void A_long_list_says_how_much_of_it_is_not_shown()
    {
        var reading = Reads.Text(Header + string.Concat(Enumerable.Range(1, 8).Select(id => $"{id},Won,2026-02-01,,Acme,x\n")));

        var warning = reading.Warnings.Should().ContainSingle(each => each.Code == "won-without-value").Subject;
        (warning.Count, warning.Details.Count, warning.MoreDetails).Should().Be((8, 5, 3));
        warning.Sample.Should().EndWith("… and 3 more");
    }

    [Theory]
    [InlineData(1, "1 deal names no customer (line 2)")]
    [InlineData(2, "2 deals name no customer (lines 2, 3)")]
    public void One_deal_is_told_in_the_singular(int deals, string sentence)
    {
        var reading = Reads.Text(Header + string.Concat(Enumerable.Range(1, deals).Select(id => $"{id},Won,2026-02-01,5,,x\n")));

        CrossChecks.Of(reading, Unknown).Should().ContainSingle(warning => warning.Code == "no-customer").Which.Sample.Should().Be(sentence);
    }

    [Fact]
    public void Changes_of_stages_are_warned_of_while_no_deal_of_their_source_is_there()
    {
        var reading = Reads.Text("deal,stage,entered\n1,Proposal,2026-02-01\n1,Won,2026-02-05\n", RecordKind.StageChanges);

        CrossChecks.Of(reading, Unknown).Should().ContainSingle(warning => warning.Code == "no-deals-of-source" && warning.Count == 2);
        CrossChecks.Of(reading, Unknown with { DealSources = new HashSet<string> { "csv" } }).Should().BeEmpty();
    }

    [Fact]
    public void A_file_without_lost_deals_is_warned_of()
    {
        const string Deals = "1,Won,2026-02-01,5,Acme,x\n2,Negotiation,,5,Acme,x\n";

        CrossChecks.Of(Reads.Text(Header + Deals), Unknown).Should().ContainSingle(warning => warning.Code == "no-lost-deals");
        CrossChecks.Of(Reads.Text(Header + Deals + "3,Lost,2026-02-01,5,Acme,x\n"), Unknown).Should().NotContain(warning => warning.Code == "no-lost-deals");
    }

    [Fact]
    public void A_second_column_for_a_field_is_told_in_parts()
    {
        var doubts = Reads.Text("deal id,stage,close date,amount,expected revenue\n1,Won,2026-02-01,5,6\n").Mapping.Doubts;

        doubts.Should().ContainSingle().Which.Should().Be(new Mapping.Doubt("expected revenue", "value", "amount"));
    }
}
