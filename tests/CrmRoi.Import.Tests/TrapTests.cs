using System.Text;
using CrmRoi.Metrics.Records;

namespace CrmRoi.Import.Tests;

/// <summary>The traps of exports that are not tested with what they concern: docs/importing.md lists them all.</summary>
public sealed class TrapTests
{
    [Fact]
    public void An_amount_and_its_currency_in_two_columns_are_one_amount_and_currencies_never_mix()
    {
        var reading = Reads.Text("Opportunity ID,Stage,Close Date,Amount Currency,Amount\n1,Closed Won,2026-02-01,EUR,100\n2,Closed Won,2026-02-01,USD,100\n");

        var deal = reading.Records<Deal>().Should().ContainSingle().Subject;
        (deal.Id, deal.Value).Should().Be(("1", 100m));
        (reading.OnlyRefusal().Line, reading.OnlyRefusal().Code).Should().Be((3, "currency"));
    }

    [Fact]
    public void Another_currency_with_a_rate_is_converted_and_keeps_what_the_source_said()
    {
        var deal = Reads.Text("Opportunity ID,Stage,Close Date,Currency,Amount,Exchange Rate\n1,Closed Won,2026-02-01,USD,100,0.9\n").Records<Deal>()[0];

        (deal.Value, deal.OriginalValue, deal.OriginalCurrency).Should().Be((90m, 100m, "USD"));
    }

    [Fact]
    public void Headers_that_are_there_twice_and_empty_columns_at_the_end_do_no_harm()
    {
        var reading = Reads.Text("deal id,stage,close date,amount,amount,note,,\n1,Won,2026-02-01,5,6,x,,\n");

        reading.Refusals.Should().BeEmpty();
        reading.Records<Deal>().Should().ContainSingle(deal => deal.Value == 5);
    }

    [Fact]
    public void A_chance_in_percent_or_as_a_share_is_no_amount()
    {
        var reading = Reads.Text("deal id,stage,close date,Probability (%),Expected Revenue,Amount\n1,Won,2026-02-01,80,80,100\n2,Won,2026-02-01,0.8,80,100\n");

        reading.Records<Deal>().Should().HaveCount(2).And.OnlyContain(deal => deal.Value == 100);
    }

    [Fact]
    public void A_campaign_keeps_its_parent_so_that_nothing_counts_twice()
    {
        var campaigns = Reads.Text("Campaign ID,Campaign Name,Start Date,End Date,Actual Cost in Campaign,Parent Campaign ID\nP,Year,2026-01-01,2026-12-31,100,\nC,Spring,2026-03-01,2026-03-31,100,P\n").Records<Campaign>();

        campaigns.Select(campaign => (campaign.Id, campaign.Parent)).Should().Equal(("P", null), ("C", "P"));
    }

    [Fact]
    public void Whatever_characters_a_cell_holds_it_is_a_word()
    {
        var deal = Reads.Text("deal id,stage,close date,amount,account\n1,Won,2026-02-01,5,\"=HYPERLINK(\"\"http://x\"\")\"\n").Records<Deal>()[0];

        deal.Customer.Should().Be("=HYPERLINK(\"http://x\")");
    }

    [Fact]
    public void A_text_with_NUL_bytes_is_refused()
    {
        var read = () => Reads.Bytes("deal id,stage,close date,amount\n1,Won,2026-02-01,5\0\n"u8.ToArray());

        read.Should().Throw<RefusedFileException>().Which.Code.Should().Be("not-text");
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    public void A_NUL_byte_in_a_long_text_costs_only_the_rows_that_would_keep_it(string encoding)
    {
        var rows = Enumerable.Range(1, 200).Select(i => $"{i},Won,2026-02-01,5,{(i == 7 ? "Ac\0me" : "Acme")},said{(i == 9 ? "\0" : "")} this\n");
        var text = Encoding.GetEncoding(encoding);

        var reading = Reads.Bytes([.. text.GetPreamble(), .. text.GetBytes("deal id,stage,close date,amount,account,notes\n" + string.Concat(rows))]);

        reading.Records<Deal>().Should().HaveCount(199).And.Contain(deal => deal.Id == "9");
        reading.Refusals.Should().ContainSingle().Which.Should().BeEquivalentTo(new
        {
            Line = 8,
            Column = "account",
            Value = "Ac\u2400me",
            Code = "zero",
        });
    }

    [Fact]
    public void A_long_text_of_which_a_part_was_lost_is_refused()
    {
        var rows = string.Concat(Enumerable.Range(1, 2_000).Select(i => $"{i},Won,2026-02-01,5\n"));
        var read = () => Reads.Text($"deal id,stage,close date,amount\n{rows}{new string('\0', 20)}\n{rows}");

        read.Should().Throw<RefusedFileException>().Which.Code.Should().Be("hole");
    }

    [Theory]
    [InlineData(8)]
    [InlineData(12)]
    public void What_was_lost_where_one_block_of_the_file_ends_and_the_next_begins_is_found(int lost)
    {
        const string Head = "deal id,stage,close date,amount\n";
        const string Row = "1,Won,2026-02-01,5\n";
        var before = (1 << 20) - Head.Length - (lost / 2);
        var read = () => Reads.Text(Head + string.Concat(Enumerable.Repeat(Row, (before / Row.Length) + 1))[..before] + new string('\0', lost) + "\n" + Row);

        read.Should().Throw<RefusedFileException>().Which.Code.Should().Be("hole");
    }

    [Fact]
    public void What_stands_for_a_NUL_byte_in_the_file_of_refused_rows_is_refused_again() =>
        Reads.Text("deal id,stage,close date,amount,account\n1,Won,2026-02-01,5,Ac\u2400me\n").OnlyRefusal().Code.Should().Be("zero");

    [Fact]
    public void Five_thousand_columns_are_read_and_one_more_is_refused()
    {
        static string Header(int columns) => "deal id,stage,close date,amount," + string.Join(',', Enumerable.Range(5, columns - 4).Select(i => $"x{i}"));
        var tooMany = () => Reads.Text(Header(5_001) + "\n");

        Reads.Text(Header(5_000) + "\n1,Won,2026-02-01,5\n").Records<Deal>().Should().ContainSingle();
        tooMany.Should().Throw<RefusedFileException>().Which.Code.Should().Be("too-many-columns");
    }
}
