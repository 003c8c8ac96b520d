using CrmRoi.Import.Mapping;
using CrmRoi.Import.Reading;
using CrmRoi.Metrics.Records;

namespace CrmRoi.Import.Tests;

public sealed class RefusedRowTests
{
    private const string Header = "deal id,stage,created date,close date,amount\n";

    [Theory]
    [InlineData("1,Won,2026-01-01,2026-02-31,5", "close date", "bad-date")]
    [InlineData("1,Won,2026-01-01,2026-02-01,-5", "amount", "negative")]
    [InlineData("1,Won,2026-01-01,2026-02-01,1e30", "amount", "too-large")]
    [InlineData("1,Won,2026-01-01,2026-02-01,1000000000000", "amount", "too-large")]
    [InlineData("1,Won,2026-01-01,2026-02-01,many", "amount", "bad-number")]
    [InlineData("1,Won,2026-01-01,,5", "close date", "no-closing-date")]
    [InlineData("1,Mystery,2026-01-01,2026-02-01,5", "stage", "unknown-stage")]
    [InlineData(",Won,2026-01-01,2026-02-01,5", "deal id", "missing-id")]
    [InlineData("1,Won,2026-01-01,2026-02-01,5 USD", "amount", "currency")]
    [InlineData("1,Won,2026-01-01,2071-02-01,5", "close date", "future")]
    public void A_row_that_cannot_be_right_is_refused_with_its_line_column_and_reason(string row, string column, string code)
    {
        var reading = Reads.Text(Header + "2,Won,2026-01-01,2026-02-01,7\n" + row + "\n");

        var refusal = reading.OnlyRefusal();
        (refusal.Line, refusal.Column, refusal.Code).Should().Be((3, column, code));
        reading.Records.Should().ContainSingle();
    }

    [Fact]
    public void Amounts_in_rupiah_and_dong_go_in_below_a_trillion()
    {
        var deals = Reads.Text(Header + "1,Won,2026-01-01,2026-02-01,250000000000\n2,Won,2026-01-01,2026-02-01,\"Rp 999,999,999,999.99\"\n", currency: "IDR").Records<Deal>();

        deals.Select(deal => deal.Value).Should().Equal(250_000_000_000m, 999_999_999_999.99m);
    }

    [Theory]
    [InlineData("Rp 1.250.000", "IDR", 1_250_000.0)]
    [InlineData("Rp. 1.250.000,50", "IDR", 1_250_000.5)]
    [InlineData("Rs. 5,000.50", "INR", 5_000.5)]
    [InlineData("₹12,50,000.00", "INR", 1_250_000.0)] // lakhs and crores
    [InlineData("1,23,45,678", "INR", 12_345_678.0)]
    [InlineData("1,23,4,567", "INR", null)]
    [InlineData("1.500.000 ₫", "VND", 1_500_000.0)]
    [InlineData("R$ 1.234,50", "BRL", 1_234.5)]
    [InlineData("US$ 1,234.50", "USD", 1_234.5)]
    [InlineData("1 234,50 zł", "PLN", 1_234.5)]
    [InlineData("1 234,50 kr", "SEK", 1_234.5)]
    [InlineData("XY 1,234.50", "EUR", null)]
    public void Currencies_are_known_by_the_signs_that_people_write(string amount, string company, double? value)
    {
        var reading = Reads.Text($"deal id\tstage\tclose date\tamount\n1\tWon\t2026-02-01\t{amount}\n", currency: company);

        reading.Records<Deal>().Select(deal => deal.Value).Should().Equal(value is null ? [] : [(decimal)value]);
        reading.Refusals.Count.Should().Be(value is null ? 1 : 0);
    }

    [Fact]
    public void An_amount_that_only_its_rate_or_its_quantity_makes_too_large_is_refused()
    {
        var rate = MapFile.Parse("""{"rates":{"USD":25000}}""");

        Reads.Text(Header + "1,Won,2026-01-01,2026-02-01,90000000 USD\n", map: rate).OnlyRefusal().Code.Should().Be("too-large");
        Reads.Text("order id,order date,quantity,price\n1,2026-01-02,3000000,400000\n").OnlyRefusal().Code.Should().Be("too-large");
        Reads.Text("order id,order date,total\n1,2026-01-02,900000000000\n1,2026-01-02,200000000000\n").Refusals.Select(refusal => refusal.Code).Should().Equal("order-incomplete", "too-large");
        Reads.Text("kind,description,from,hours,hourly rate,programme\nTraining,x,2026-01,30000000,40000,CRM\n", RecordKind.Costs).Refusals.Should().Contain(refusal => refusal.Code == "too-large");
    }

    [Theory]
    [InlineData("Verkaufschance-Nr.,Verkaufschance-Name,Phase,Abschlussdatum,Betrag")]
    [InlineData("Verkaufschancen-Nr.,Kunde,Phase,Abschlussdatum,Betrag")]
    [InlineData("Chance-Nr.,Kunde,Phase,Abschlussdatum,Betrag")]
    [InlineData("Chancen-Nr.,Kunde,Phase,Abschlussdatum,Betrag")]
    [InlineData("Opportunity-Nr.,Opportunity-Name,Phase,Schlusstermin,Betrag")]
    public void German_numbers_of_deals_are_their_ids(string header)
    {
        var deal = Reads.ByPreset(header + "\nV-17,Acme,Gewonnen,2026-02-01,5\n").Records<Deal>().Should().ContainSingle().Subject;

        deal.Id.Should().Be("V-17");
    }

    [Theory]
    [InlineData("13/01/2026,2026-02-03", "Dmy 13/01/2026|Ymd 2026-02-03")]
    [InlineData("01/13/2026,02/03/2026", "Mdy 01/13/2026")]
    [InlineData("3 Feb 2026,3 Feb 2026", "")]
    [InlineData("46000,46001", "")]
    public void The_preview_tells_in_which_order_dates_were_found_to_be(string dates, string found)
    {
        var stream = Reads.Together([Reads.File("deals.csv", $"deal id,stage,amount,created date,close date\n1,Won,5,{dates}\n")])[0].Stream!;

        string.Join('|', stream.Found.Dates.Select(date => $"{date.Order} {date.Sample}")).Should().Be(found);
    }

    [Fact]
    public void An_open_deals_closing_date_is_an_expectation()
    {
        var deal = Reads.Text(Header + "1,Negotiation,2026-01-01,2026-02-01,5\n2,Mystery,2026-01-01,,5\n").Records<Deal>();

        deal.Should().OnlyContain(open => open.Outcome == DealOutcome.Open && open.ClosedOn == null);
    }

    [Fact]
    public void A_map_says_what_a_stage_is()
    {
        var map = MapFile.Parse("""{"outcomes":{"Mystery":"Won"}}""");

        Reads.Text(Header + "1,Mystery,2026-01-01,2026-02-01,5\n", map: map).Records<Deal>()[0].Outcome.Should().Be(DealOutcome.Won);
    }

    [Theory]
    [InlineData("1.234,56;12,5", 1234.56)]
    [InlineData("1 234,56;12,5", 1234.56)]
    [InlineData("\"1,234.56\";12.5", 1234.56)]
    [InlineData("\"€ 1,234.56\";12.5", 1234.56)]
    public void The_whole_column_tells_how_its_numbers_are_written(string amounts, double expected)
    {
        var parts = amounts.Split(';');
        var csv = $"deal id;stage;close date;amount\n1;Won;2026-01-02;{parts[0]}\n2;Won;2026-01-02;{parts[1]}\n";

        Reads.Text(csv).Records<Deal>().Select(deal => deal.Value).Should().Equal((decimal)expected, 12.5m);
    }

    [Theory]
    [InlineData("12 Sep 2026")]
    [InlineData("Sep 12, 2026")]
    [InlineData("12.09.2026")]
    [InlineData("2026-09-12T10:00:00Z")]
    [InlineData("12. September 2026")]
    public void Dates_are_read_however_they_are_written(string date)
    {
        Reads.Text($"deal id;stage;close date\n1;Won;{date}\n").Records<Deal>()[0].ClosedOn.Should().Be(new DateOnly(2026, 9, 12));
    }

    [Fact]
    public void A_cost_that_ends_before_it_starts_is_refused()
    {
        var reading = Reads.Text("programme,cost kind,cadence,amount,from,to\nCRM,Licences,monthly,100,2026-05,2026-01\n");

        reading.OnlyRefusal().Code.Should().Be("ends-before-start");
    }

    [Fact]
    public void A_cost_paid_in_another_currency_keeps_what_the_invoice_says()
    {
        var cost = Reads.Text("programme,cost kind,cadence,amount,currency,rate,rate date,from\nCRM,Licences,monthly,100,USD,0.92,2026-01-02,2026-01\n").Records<Cost>()[0];

        cost.Amount.Should().Be(92);
        (cost.PaidCurrency, cost.PaidAmount, cost.ExchangeRate, cost.RateDate).Should().Be(("USD", 100m, 0.92m, new DateOnly(2026, 1, 2)));
    }

    [Fact]
    public void A_cost_in_the_company_s_currency_was_not_converted()
    {
        var cost = Reads.Text("programme,cost kind,cadence,amount,currency,from\nCRM,Licences,monthly,100,EUR,2026-01\n").Records<Cost>()[0];

        (cost.Amount, cost.PaidCurrency, cost.PaidAmount, cost.ExchangeRate).Should().Be((100m, null, null, null));
    }

    [Fact]
    public void One_refused_line_refuses_its_whole_order()
    {
        var reading = Reads.Text("invoice no,invoice date,quantity,unit price\n1,2026-01-01,2,3.5\n1,2026-02-30,1,1.5\n2,2026-01-03,1,2.5\n");

        reading.Refusals.Select(refusal => (refusal.Line, refusal.Code)).Should().Equal((2, "order-incomplete"), (3, "bad-date"));
        reading.Records<Order>().Should().ContainSingle(order => order.Id == "2");
    }

    [Fact]
    public void Of_two_rows_with_one_id_the_last_counts_and_a_warning_says_so()
    {
        var reading = Reads.Text(Header + "1,Won,2026-01-01,2026-02-01,5\n1,Won,2026-01-01,2026-02-01,6\n");

        reading.Records<Deal>().Should().ContainSingle().Which.Value.Should().Be(6);
        reading.Warnings.Should().Contain(warning => warning.Code == "duplicate-id");
    }

    [Fact]
    public async Task Refused_rows_come_back_as_a_file_that_can_be_mended_and_sent_again()
    {
        var reading = Reads.Text("deal id,stage,close date,account\n1,Won,2026-02-31,=cmd()\n");
        var rows = reading.Refusals.Select(refusal => (refusal.Line, refusal.Reason, RefusedRowsFile.RawLine(reading.Table, reading.Table.Rows.First())));

        var file = await RefusedRows.FileOf([.. rows]);
        var mended = Reads.Text(file.Replace("2026-02-31", "2026-02-28", StringComparison.Ordinal));

        file.Should().Contain("'=cmd()");
        mended.Records<Deal>().Should().ContainSingle(deal => deal.Customer == "=cmd()");
    }

    [Fact]
    public async Task A_refused_row_with_too_many_or_too_few_cells_keeps_them_all_and_stays_refused_until_it_is_mended()
    {
        const string Headers = "Opportunity ID,Stage,Created Date,Close Date,Amount,Account Name";
        var first = Reads.ByPreset($"{Headers}\n1,Prospecting,2026-01-05\n2,Closed Won,2026-01-05,2026-02-05,1,200,Acme,see mail\n3,Closed Won,2026-01-05,2026-02-05,5,=Acme\n");
        var rows = first.Refusals.Select(refusal => (refusal.Line, refusal.Reason, RefusedRowsFile.RawLine(first.Table, first.Table.Rows.Single(row => row.Line == refusal.Line))));

        var file = await RefusedRows.FileOf([.. rows]);
        var again = Reads.ByPreset(file);
        var mended = Reads.ByPreset(file.Replace("1,200", "\"1,200\"", StringComparison.Ordinal).Replace(",see mail", "", StringComparison.Ordinal));

        file.Should().Contain(",2,Closed Won,2026-01-05,2026-02-05,1,200,Acme,see mail\r\n");
        again.Records.Should().BeEmpty();
        again.Refusals.Select(refusal => refusal.Code).Should().Equal("too-few-fields", "too-many-cells");
        mended.Records<Deal>().Should().ContainSingle(deal => deal.Id == "2" && deal.Value == 1_200);
    }

    [Theory]
    [InlineData("CrmRoi line,CrmRoi reason,'=Ref,Deal ID,Stage,Close Date,Amount", "7,Amount: This is not a number.,'-x,1,Won,2026-02-05,'-5")]
    [InlineData("'=Ref,Deal ID,Stage,Close Date,Amount,CrmRoi line,CrmRoi reason", "'-x,1,Won,2026-02-05,'-5,7,Amount: This is not a number.")]
    public void A_mended_file_has_the_shape_of_the_first_one_and_says_what_it_said(string headers, string row)
    {
        var reading = Reads.ByPreset($"{headers}\n{row}\n");

        Shape.Of(reading.Table.Headers).Should().Be(Shape.Of(["=Ref", "Deal ID", "Stage", "Close Date", "Amount"]));
        reading.OnlyRefusal().Value.Should().Be("-5");
    }

    [Fact]
    public void A_German_export_says_when_its_deals_were_closed()
    {
        var deals = Reads.ByPreset("Betreuer;Kunde;Phase;Angelegt am;Abgeschlossen am;Betrag\nAda;Weiß AG;Gewonnen;05.01.2026;14.02.2026;12.400,00 €\nAda;Süß KG;Verloren;07.01.2026;20.02.2026;1.150,50 €\n").Records<Deal>();

        deals.Select(deal => (deal.ClosedOn, deal.Value)).Should().Equal((new(2026, 2, 14), 12_400m), (new(2026, 2, 20), 1_150.5m));
    }
}
