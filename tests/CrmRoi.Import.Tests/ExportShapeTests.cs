using CrmRoi.Metrics.Records;

namespace CrmRoi.Import.Tests;

/// <summary>Shapes that were found in public exports and sample data, each with rows that are made up.</summary>
public sealed class ExportShapeTests
{
    // What each file is: its kind and preset, or the code of its refusal.
    public static TheoryData<string, string> Shapes => new()
    {
        // BasudevBharatBhushan/sample-sales-crm-dataset, PeterisSavickis/MockSalesforceData, rohananpothle/Sales-CRM
        { "OpportunityId,OpportunityName,AccountId,CloseDate,StageName,Amount,Probability,CreatedDate\n1,A,9,2024-03-01,Closed Won,5,1,2024-01-01", "deals salesforce" },
        { "DealID,AccountID,ContactID,DealAmount,Stage,CloseDate\nD1,A1,C1,500,Closed Won,2024-03-01", "deals" },
        { "deal_id,contact_id,deal_stage,amount,close_date\n1,2,Closed Won,5,2024-03-01", "deals" },
        { "deal_id,title,created_at,stage_id,company_id,expected_amount,closed_at\nD1,A,2024-01-01,WON,1,5,2024-03-01", "deals" },

        // earthfink1982/salesforce-in-powerbi
        { "Id,IsDeleted,Name,Type,ParentId,BillingCity,BillingState,Industry,AnnualRevenue\n1,false,A,x,,B,C,Tech,5", "customers salesforce" },

        // Interact-Brands/finance-reporting: HubSpot's interface for programs
        { "createdate,email,firstname,hs_object_id,lastmodifieddate,lastname\n2024-01-01,a@b.c,A,1,2024-01-01,B", "leads hubspot" },
        { "createdate,domain,hs_lastmodifieddate,hs_object_id,name\n2024-01-01,b.c,2024-01-01,1,B", "customers hubspot" },
        { "Record ID,Email subject,Activity date,Activity assigned to,Email direction,Email send status\n1,Hi,2024-03-01 09:10,Ada,INCOMING_EMAIL,SENT", "activities hubspot" },
        { "Record ID,Task Title,Task Status,Task Type,Due date,Assigned to,Create date\n1,Ring,Completed,CALL,2024-03-01 09:10,Ada,2024-02-01 09:10", "activities hubspot" },
        { "Record ID,Name,Quantity,Unit price,Net price,Associated Deal\n1,P,2,5,10,D", "names-only" },

        // rahulanilnair/Analysis-of-ZOHO-CRM-Analytics-using-SQL: Zoho Analytics
        { "ACCOUNTID,Account Name,Account Owner Id,Account Owner,Account Type,Industry\n1,A,2,Ada,x,y", "customers zoho" },
        { "EVENTID,Event Owner,Event Owner Id,Subject,Start DateTime,End DateTime,Created Time,What Id,LEADID\n1,Ada,2,S,2024-03-01 09:00,2024-03-01 10:00,2024-02-01 09:00,,", "activities zoho" },
        { "SALESORDERID,Subject,Sales Order Owner,Status,Due Date,Sub Total,Grand Total,Created Time,,,\n1,S,Ada,Delivered,2024-03-01,5,6,2024-02-01 09:00,,,", "orders zoho" },
        { "QUOTEID,Subject,Created Time,Quote Owner,Quote Stage,Valid Till,Grand Total\n1,S,2024-02-01 09:00,Ada,Delivered,2024-03-01,5", "activities zoho" },
        { "Case Owner,Status,Case Origin,Created Time,Modified Time\nAda,New,Email,2024-02-01 09:00,2024-02-01 09:00", "cases zoho" },
        { "INVENTORYRELID,Product Name,List Price,Quantity,Total,Net Total\n1,P,5,1,5,5", "names-only" },
        { "Campaign Name,Lead First Name,Lead Last Name,Status,Last Modified Time,Is Lead Active?\nC,A,B,Sent,2024-02-01,1", "names-only" },

        // eboocock/d365-demo-generator: views of Dynamics 365
        { "Subject,Regarding,Required Attendees,Priority,Start Time,End Time,Status,Owner,Created On\nS,A,B,Normal,2024-03-01 13:00,2024-03-01 14:00,Completed,Ada,2024-02-01", "activities dynamics" },
        { "(Do Not Modify) Quote,(Do Not Modify) Row Checksum,(Do Not Modify) Modified On,Quote ID,Name,Potential Customer,Total Amount,Status,Created On,Owner\n1,x,,Q1,N,A,5,Won,2024-03-01,Ada", "activities dynamics" },
        { "(Do Not Modify) Order,(Do Not Modify) Row Checksum,(Do Not Modify) Modified On,Order ID,Name,Potential Customer,Total Amount,Status,Created On,Owner\n1,x,,O1,N,A,5,Active,2024-03-01,Ada", "orders dynamics" },
        { "(Do Not Modify) Campaign,(Do Not Modify) Row Checksum,(Do Not Modify) Modified On,Name,Campaign Type,Proposed Start,Actual Start,Total Actual Cost\n1,x,,N,Event,2024-03-01,,5", "campaigns dynamics" },
        { "Name,Campaign Type,Template,Status,Status Reason,Owner\nA,Direct,No,Active,Launched,Ada", "missing-columns" },

        // odoo/odoo and frappe/erpnext: lists of orders, invoices, tickets, opportunities
        { "Order Reference,Creation Date,Customer,Salesperson,Sales Team,Total,Status\nS1,2024-03-01 08:00:00,A,Ada,Sales,5,Sales Order", "orders odoo" },
        { "Number,Invoice Partner Display Name,Invoice/Bill Date,Due Date,Untaxed Amount Signed,Total Signed,Status,Salesperson\n1,A,2024-03-01,2024-04-01,5,6,Posted,Ada", "orders odoo" },
        { "Ticket IDs Sequence,Subject,Helpdesk Team,Assigned to,Customer,Stage,Created on,Closing Date\n1,S,T,Ada,A,Solved,2024-03-01,2024-03-02", "cases odoo" },
        { "ID,Opportunity From,Party,Customer / Lead Name,Status,Opportunity Owner,Currency,Opportunity Amount,Opportunity Date\n1,Customer,A,A,Open,Ada,EUR,5,2024-03-01", "deals frappe" },
        { "ID,Series,Full Name,Organization Name,Status,Lead Owner,Source,Creation\n1,S,A,B,Open,Ada,Web,2024-03-01", "leads frappe" },
        { "ID,Customer,Customer Name,Posting Date,Due Date,Grand Total,Status,Currency\n1,A,A,2024-03-01,,5,Paid,EUR", "orders frappe" },

        // Reports of Salesforce and views of Zendesk
        { "Order Number,Account Name,Order Amount,Order Start Date,Status,Order Owner,Order ID\n1,A,5,2024-03-01,Activated,Ada,801", "orders salesforce" },
        { "Quote Name,Quote Number,Opportunity Name,Status,Expiration Date,Created Date,Grand Total,Account Name\nQ,1,O,Accepted,2024-03-30,2024-03-13,5,A", "activities salesforce" },
        { "Contract Number,Account Name,Contract Start Date,Contract End Date,Status\n1,A,2024-03-01,2025-03-01,Activated", "names-only" },
        { "ID,Subject,Requester,Requested,Type,Priority,Status,Assignee,Updated\n1,S,R,2024-03-01,Question,High,Open,Ada,2024-03-01", "cases zendesk" },
        { "First Name,Last Name,Company,Title,Email,Lead Source,Status,Industry\nA,B,C,D,e@f.g,Web,Working,x", "contacts" },

        // ctrl-lc/ctrl_bitrix: Bitrix24
        { "ID,STAGE_ID,ASSIGNED_BY_ID,OPPORTUNITY,BEGINDATE,CLOSEDATE,CLOSED,SOURCE_ID,TITLE,DATE_CREATE\n1,C6:WON,Ada,5.00,2024-03-01T03:00:00+03:00,2024-03-02T03:00:00+03:00,Y,WEB,A,2024-03-01T03:00:00+03:00", "deals bitrix24" },
        { "Name,Región,Phone,BillingStreet,BillingCity\nA,Norte,1,B,C", "customers" },

        // Tables that only have a status and something else are no deals
        { "item_id,item_name,category,cost_price,selling_price,currency,status,created_at\n1,A,x,5,6,EUR,new,2024-03-01", "missing-columns" },
        { "Date,Company,Tank #,Size\n2024-03-01,A,2,3.5", "unknown-columns" },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void An_export_is_taken_for_what_it_is(string csv, string expected)
    {
        Reads.TakenFor(csv).Should().Be(expected);
    }

    [Theory]
    [InlineData("Account Name,Team,Team Member,Title")] // Lalith-SSIT/C360
    [InlineData("Account Name,Month,Total Users,Adoption Users")]
    public void A_list_that_names_the_same_customers_again_and_again_is_none_of_customers(string header)
    {
        var rows = string.Concat(Enumerable.Range(0, 12).Select(i => $"Customer {i % 3},a{i},b,c\n"));

        var file = Reads.Together([Reads.File("file.csv", $"{header}\n{rows}")]).Single();

        file.Problem!.Code.Should().Be("repeated-ids");
        file.Problem.Reason.Should().Contain("'Account Name'");
    }

    [Fact]
    public void Rows_without_ids_that_differ_in_anything_are_records_of_their_own_and_stay_the_same_when_they_come_again()
    {
        const string Csv = "Lead Source,Created Time,Lead Owner,Email,Lead Status\nWeb,2024-03-01 09:00,Ada,a@x.y,New\nWeb,2024-03-01 09:00,Ada,b@x.y,New\nWeb,2024-03-01 09:00,Ada,b@x.y,New\n";

        var (first, second) = (Reads.ByPreset(Csv), Reads.ByPreset(Csv));

        first.Records.Should().HaveCount(2);
        first.Records.Select(read => read.Record.Id).Should().OnlyHaveUniqueItems().And.Equal(second.Records.Select(read => read.Record.Id));
        first.Warnings.Should().Contain(warning => warning.Code == "duplicate-id" && warning.Count == 1);
    }

    [Fact]
    public void A_row_without_an_id_that_is_there_twice_is_the_one_that_it_repeats_and_no_other()
    {
        const string Csv = "Deal Name,Deal Stage,Account,Create Date,Close Date,Amount\n"
            + "Licence,Closed Won,Acme,2024-03-01,2024-04-01,5\nLicence,Closed Won,Acme,2024-03-01,2024-04-01,7\nLicence,Closed Won,Acme,2024-03-01,2024-04-01,7\n"
            + "Licence,Closed Won,Acme,2024-03-01,2024-04-01,5\nLicence,Closed Won,Acme,2024-03-01,2024-04-01,9\n";

        var deals = Reads.ByPreset(Csv).Records.Select(read => (Deal)read.Record).ToList();

        deals.Select(deal => deal.Value).Should().BeEquivalentTo(new decimal?[] { 5, 7, 9 });
        deals.Select(deal => deal.Id).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void Ids_that_a_spreadsheet_shortened_are_refused_instead_of_making_one_record_of_all()
    {
        var reading = Reads.ByPreset("Record ID;Deal Name;Deal Stage;Amount;Close Date\n1,80E+10;A;Closed Won;5;2024-03-01\n1,80E+10;B;Closed Won;6;2024-03-01\n");

        reading.Records.Should().BeEmpty();
        reading.Refusals.Should().HaveCount(2).And.OnlyContain(refusal => refusal.Code == "shortened-id" && refusal.Column == "Record ID");
    }

    [Theory]
    [InlineData("Sales pipeline;;;;;\nAs of 05.01.2025;;;;;\n;;;;;\n")]
    [InlineData("Sales pipeline\nDeals\n")]
    [InlineData("")]
    public void Titles_above_and_totals_below_a_table_are_no_rows(string title)
    {
        var reading = Reads.ByPreset(title + "Opportunity;Account;Owner;Stage;Amount;Close Date\nA;X;Ada;Won;1.000,50;13.03.2024\nB;Y;Ada;Lost;2.000,50;14.03.2024\nTotal;;;;3.001,00;\n");

        reading.Records<Deal>().Select(deal => deal.Value).Should().Equal(1000.5m, 2000.5m);
        reading.Refusals.Should().BeEmpty();
        reading.Warnings.Should().Contain(warning => warning.Code == "note" && warning.Count == 1);
    }

    [Fact]
    public void A_deal_of_a_customer_named_Total_is_a_deal()
    {
        var reading = Reads.ByPreset("Account,Opportunity,Owner,Stage,Amount,Close Date\nTotal,Refinery,Ada,Won,5,2024-03-13\nTotal,,,Proposal,7,\n");

        reading.Records<Deal>().Should().HaveCount(2);
    }

    [Fact]
    public void Headers_that_are_there_again_among_the_rows_are_no_row()
    {
        var reading = Reads.ByPreset("Opportunity,Stage,Amount,Close Date\nA,Won,5,2024-03-13\nOpportunity,Stage,Amount,Close Date\nB,Won,6,2024-03-13\n");

        reading.Records.Should().HaveCount(2);
        reading.Refusals.Should().BeEmpty();
    }

    [Theory]
    [InlineData("45300", "2024-01-09")] // days as a spreadsheet counts them
    [InlineData("45300.75", "2024-01-09")]
    [InlineData("1704067200", "2024-01-01")] // seconds since 1970
    [InlineData("1704067200000", "2024-01-01")]
    public void Days_that_are_written_as_numbers_are_days(string written, string day)
    {
        var deal = Reads.ByPreset($"Deal ID,Deal Name,Stage,Amount,Created Date\n1,A,Open,5,{written}\n").Records<Deal>().Single();

        deal.CreatedOn.Should().Be(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("Proposal Sent", DealOutcome.Open)]
    [InlineData("4. Develop Solution", DealOutcome.Open)]
    [InlineData("Appointment Scheduled (Sales Pipeline)", DealOutcome.Open)]
    [InlineData("Propose Solution", DealOutcome.Open)]
    [InlineData("Under review", DealOutcome.Open)]
    [InlineData("C. Demo Done", DealOutcome.Open)]
    [InlineData("Won and Closed", DealOutcome.Won)]
    [InlineData("Deal won", DealOutcome.Won)]
    [InlineData("C6:WON", DealOutcome.Won)]
    [InlineData("Lost - Price", DealOutcome.Lost)]
    [InlineData("Lost to competitor", DealOutcome.Lost)]
    [InlineData("C6:LOSE", DealOutcome.Lost)]
    [InlineData("Disqualified", DealOutcome.Lost)]
    [InlineData("Erstgespräch", DealOutcome.Open)]
    [InlineData("Vertrag gesendet", DealOutcome.Open)]
    [InlineData("Propuesta enviada", DealOutcome.Open)]
    [InlineData("Négociation", DealOutcome.Open)]
    public void A_stage_is_known_by_its_words(string stage, DealOutcome outcome)
    {
        var deal = Reads.ByPreset($"Deal ID,Deal Name,Stage,Amount,Close Date\n1,A,{stage},5,2024-03-13\n").Records<Deal>().Single();

        deal.Outcome.Should().Be(outcome);
    }

    [Theory]
    [InlineData("Contract signed")]
    [InlineData("Offer accepted")]
    [InlineData("Qualified out")]
    [InlineData("Not won")]
    [InlineData("Invoiced")]
    [InlineData("Phase 7")]
    public void A_stage_whose_words_leave_it_open_is_asked_for(string stage) =>
        Reads.ByPreset($"Deal ID,Deal Name,Stage,Amount,Close Date\n1,A,{stage},5,2024-03-13\n").OnlyRefusal().Code.Should().Be("unknown-stage");

    [Theory]
    [InlineData("Amount (USD)")]
    [InlineData("amount_usd")]
    [InlineData("Amount in USD")]
    [InlineData("Opportunity Value ($)")]
    public void A_currency_in_a_header_is_that_of_its_amounts(string header)
    {
        var csv = $"Deal ID,Deal Name,Stage,{header},Close Date\n1,A,Won,5,2024-03-13\n";

        Reads.Together([Reads.File("file.csv", csv)], currency: "USD").Single().Reading!.Records<Deal>().Single().Value.Should().Be(5);
        Reads.Together([Reads.File("file.csv", csv)], currency: "EUR").Single().Reading!.OnlyRefusal().Code.Should().Be("currency");
    }

    // mariacvega90-ctrl/sales_pipeline_dasboard_prueba: the currency of the deal beside an amount that is converted already
    [Fact]
    public void A_currency_in_a_header_goes_before_that_of_the_row()
    {
        const string Csv = "Deal ID,Deal Name,Stage,amount_eur,currency,Close Date\n1,A,Won,5,CLP,2024-03-13\n";

        Reads.ByPreset(Csv).Records<Deal>().Single().Value.Should().Be(5);
    }

    // SuiteCRM writes the state before the status: "Open_New", "Closed_Rejected".
    [Fact]
    public void A_case_that_is_closed_in_any_way_needs_its_day()
    {
        var reading = Reads.ByPreset("Case Number,ID,Subject,Status,Resolution,Account Name,Date Created\n1,a,S,Closed_Rejected,,A,2024-03-13\n2,b,S,Open_New,,A,2024-03-13\n");

        reading.OnlyRefusal().Code.Should().Be("closed-without-date");
        reading.Records.Should().ContainSingle();
    }

    [Fact]
    public void The_currency_of_SuiteCRM_without_a_name_is_the_companys()
    {
        var deal = Reads.ByPreset("Opportunity Name,ID,Opportunity Amount,Currency,Sales Stage,Expected Close Date\nA,1,\"2,500.00\",-99,Closed Won,2024-03-13\n").Records<Deal>().Single();

        deal.Value.Should().Be(2500);
    }

    // Reports give fifteen letters, the data export and the interface for programs eighteen.
    [Fact]
    public void An_id_of_Salesforce_is_the_same_in_a_report_and_in_an_export()
    {
        var report = Reads.ByPreset("Opportunity ID,Opportunity Name,Stage,Close Date,Opportunity Owner\n006bm00000LKJNP,A,Closed Won,2024-03-13,Ada\n");
        var export = Reads.ByPreset("Id,Name,StageName,CloseDate,IsWon\n006bm00000LKJNPAA5,A,Closed Won,2024-03-13,true\n");
        var activity = Reads.ByPreset("Id,Subject,StartDateTime,EndDateTime,WhatId\n00U000000000001,S,2024-03-01T09:00:00Z,2024-03-01T10:00:00Z,006bm00000LKJNP\n");

        report.Records.Single().Record.Id.Should().Be("006bm00000LKJNPAA5").And.Be(export.Records.Single().Record.Id);
        activity.Records<Activity>().Single().Deal.Should().Be("006bm00000LKJNPAA5");
    }

    [Fact]
    public void Events_of_Salesforce_without_a_type_are_meetings()
    {
        var reading = Reads.ByPreset("Id,Subject,StartDateTime,EndDateTime,WhatId\n1,S,2024-03-01T09:00:00Z,2024-03-01T10:00:00Z,006000000000001\n");

        reading.Records<Activity>().Single().Kind.Should().Be(ActivityKind.Meeting);
    }
}
