using CrmRoi.Import.Presets;
using CrmRoi.Metrics.Records;

namespace CrmRoi.Import.Tests;

public sealed class PresetTests
{
    public static TheoryData<string, string, RecordKind, string, string> Exports => new()
    {
        { "salesforce", "deals by label", RecordKind.Deals, "Opportunity Owner,Account Name,Opportunity Name,Stage,Fiscal Period,Amount Currency,Amount,Close Date,Created Date,Opportunity ID", "Ann,Acme,A,Closed Won,Q1-2026,EUR,500,2026-02-03,2026-01-02,006A" },
        { "salesforce", "deals by name, in another order", RecordKind.Deals, "CLOSEDATE,STAGENAME,ISWON,ISCLOSED,ID,AMOUNT,CREATEDDATE", "2026-02-03,Signed,true,true,006A,500,2026-01-02T10:00:00.000Z" },
        { "salesforce", "deals in German", RecordKind.Deals, "Opportunity-Inhaber,Opportunity-Name,Phase,Betrag,Schlusstermin,Gewonnen,Geschlossen,Opportunity-ID", "Ann,A,Unterschrieben,\"500,00\",03.02.2026,1,1,006A" },
        { "hubspot", "deals by label", RecordKind.Deals, "Record ID,Deal Name,Last Activity Date,State,Deal Stage,Close Date,Deal owner,Amount,Pipeline", "006A,A,2026-03-03,CA,Closed Won,2026-02-03 10:00,Ann,500,Sales" },
        { "hubspot", "deals by name", RecordKind.Deals, "hs_object_id,dealname,dealstage,pipeline,amount,closedate,createdate,hubspot_owner_id", "006A,A,closedwon,default,500,2026-02-03T10:00:00Z,2026-01-02T10:00:00Z,17" },
        { "dynamics", "deals", RecordKind.Deals, "(Do Not Modify) Opportunity,(Do Not Modify) Row Checksum,(Do Not Modify) Modified On,Topic,Potential Customer,Est. close date,Est. revenue,Actual Close Date,Actual Revenue,Status,Owner,Created On,Budget Amount", "006A,x,2026-01-01,A,Acme,2026-05-05,900,2026-02-03,500,Won,Ann,2026-01-02,9" },
        { "pipedrive", "deals", RecordKind.Deals, "Deal - ID,Deal - Title,Deal - Value,Deal - Currency (of value),Deal - Weighted value,Deal - Organization,Deal - Stage,Deal - Status,Deal - Deal created,Deal - Won time,Deal - Lost time,Deal - Expected close date", "006A,A,500,EUR,9,Acme,Paper,Won,2026-01-02 10:00:00,2026-02-03 10:00:00,,2026-05-05" },
        { "zoho", "deals", RecordKind.Deals, "Record Id,Deal Owner.id,Deal Owner,Amount,Deal Name,Closing Date,Account Name.id,Account Name,Stage,Expected Revenue,Created Time", "006A,1,Ann,500,A,2026-02-03,2,Acme,Closed Won,9,2026-01-02 10:00:00" },
        { "odoo", "deals", RecordKind.Deals, "External ID,Opportunity,Salesperson,Sales Team,Customer,Stage,Active,Expected Revenue,Prorated Revenue,Closed Date,Expected Closing,Created on", "006A,A,Ann,EU,Acme,Won,True,500,9,2026-02-03,2026-05-05,2026-01-02" },
        { "espocrm", "deals by name", RecordKind.Deals, "id,name,accountName,stage,lastStage,amount,amountCurrency,amountConverted,closeDate,createdAt,assignedUserName", "006A,A,Acme,Closed Won,Negotiation,500,EUR,9,2026-02-03,2026-01-02 10:00:00,Ann" },
        { "suitecrm", "deals", RecordKind.Deals, "Opportunity Name,ID,Opportunity Amount,Currency,Expected Close Date,Sales Stage,Probability (%),Account Name,Amount,Assigned User Name,Date Created,Deleted", "A,006A,500,EUR,2026-02-03,Closed Won,100,Acme,9,Ann,2026-01-02,0" },
        { "frappe", "deals", RecordKind.Deals, "ID,Organization,Status,Deal Owner,Deal Value,Expected Deal Value,Expected Closure Date,Closed Date,Created On", "006A,Acme,Won,Ann,500,9,2026-05-05,2026-02-03,2026-01-02" },
    };

    [Theory]
    [MemberData(nameof(Exports))]
    public void An_export_is_recognised_by_itself_and_its_won_deal_is_understood(string preset, string what, RecordKind kind, string header, string row)
    {
        var reading = Reads.ByPreset($"{header}\n{row}\n");

        (reading.Mapping.PresetName, reading.Mapping.Kind).Should().Be((preset, kind), what);
        var deal = reading.Records<Deal>().Should().ContainSingle().Subject;
        (deal.Source, deal.Id, deal.Outcome, deal.Value, deal.ClosedOn).Should().Be((preset, "006A", DealOutcome.Won, 500m, new DateOnly(2026, 2, 3)));
    }

    [Fact]
    public void Other_tables_of_the_same_programs_are_recognised_too()
    {
        Kind("Case Number,Case Origin,Status,Date/Time Opened,Date/Time Closed,Case Owner").Should().Be(("salesforce", RecordKind.Cases));
        Kind("Activity ID,Subject,Due Date Only,Status,Priority,Task Subtype,Call Type,Assigned To").Should().Be(("salesforce", RecordKind.Activities));
        Kind("Lead ID,First Name,Last Name,Lead Source,Lead Status,Converted,Converted Date,Created Date").Should().Be(("salesforce", RecordKind.Leads));
        Kind("Record ID,First Name,Last Name,Email,Contact owner,Lifecycle Stage,Create Date").Should().Be(("hubspot", RecordKind.Leads));
        Kind("Activity - ID,Activity - Type,Activity - Subject,Activity - Due date,Activity - Done").Should().Be(("pipedrive", RecordKind.Activities));
        Kind("id,requester_id,assignee_id,status,created_at,via_channel").Should().Be(("zendesk", RecordKind.Cases));
        Kind("Subject,ID,Status,Direction,Date,Date End,Duration Hours,Duration Minutes,Assigned to").Should().Be(("suitecrm", RecordKind.Activities));

        static (string?, RecordKind) Kind(string header) => Reads.ByPreset($"{header}\n").Mapping is var mapping ? (mapping.PresetName, mapping.Kind) : default;
    }

    [Fact]
    public void A_file_of_no_known_program_is_guessed_and_a_preset_can_be_refused()
    {
        const string Salesforce = "Opportunity Name,Stage,Close Date\nA,Closed Won,2026-02-03\n";

        Reads.ByPreset("deal id,stage,close date\n1,Won,2026-02-03\n").Mapping.PresetName.Should().BeNull();
        Reads.ByPreset(Salesforce, new() { Preset = PresetCatalogue.NoPreset }).Mapping.PresetName.Should().BeNull();
        Reads.Together([Reads.File("a.csv", Salesforce)], new() { Preset = "zendesk" })[0].Problem!.Code.Should().Be("preset-unfit");
        FluentActions.Invoking(() => new PresetCatalogue().Allowed("sugar")).Should().Throw<RefusedFileException>().Which.Code.Should().Be("unknown-preset");
    }

    [Fact]
    public void What_somebody_says_of_a_column_goes_before_the_preset()
    {
        var map = Mapping.MapFile.Parse("""{"columns":{"Deal Stage":"","Phase":"stage"},"outcomes":{"Closed Won":"Lost"}}""");

        var deal = Reads.ByPreset("Record ID,Deal Name,Deal Stage,Phase,Close Date\n1,A,Open,Closed Won,2026-02-03\n", new() { Map = map }).Records<Deal>()[0];

        (deal.Stage, deal.Outcome).Should().Be(("Closed Won", DealOutcome.Lost));
    }

    [Fact]
    public void An_archived_opportunity_of_Odoo_is_lost_and_an_open_one_has_no_closing_date()
    {
        var deals = Reads.ByPreset("Opportunity,Salesperson,Stage,Active,Expected Revenue,Closed Date,Expected Closing,ID\nA,Ann,Qualified,False,5,2026-02-03,,1\nB,Ann,Qualified,True,5,,2026-03-03,2\n").Records<Deal>();

        deals.Select(deal => (deal.Outcome, deal.ClosedOn)).Should().Equal((DealOutcome.Lost, new DateOnly(2026, 2, 3)), (DealOutcome.Open, null));
    }

    [Fact]
    public void What_Dynamics_writes_down_by_itself_is_no_work()
    {
        var activities = Reads.ByPreset("Activity Type,Regarding,Activity Status,Subject,Actual End\nPhone Call,Acme,Completed,x,2026-01-02\nOpportunity Close,Acme,Completed,y,2026-01-03\n").Records<Activity>();

        activities.Select(activity => (activity.Kind, activity.IsSystemMade)).Should().Equal((ActivityKind.Call, false), (ActivityKind.Meeting, true));
    }

    [Fact]
    public void Columns_of_entered_stages_become_stage_changes()
    {
        var reading = Reads.ByPreset(""""
            Record ID,Deal Name,Deal Stage,Close Date,"Date entered ""Contract sent (Sales Pipeline)""","Date entered ""Closed won (Sales Pipeline)"""
            1,A,Closed won,2026-02-03,2026-01-15 10:00,2026-02-03 09:00
            2,B,Contract sent,,2026-01-20 10:00,
            """");

        reading.Stages.Select(change => (change.Deal, change.Stage, change.EnteredOn)).Should().Equal(
            ("1", "Contract sent", new DateOnly(2026, 1, 15)), ("1", "Closed won", new DateOnly(2026, 2, 3)), ("2", "Contract sent", new DateOnly(2026, 1, 20)));
    }

    [Fact]
    public void A_history_of_opportunities_keeps_only_changes_of_the_stage()
    {
        var reading = Reads.ByPreset("Id,OpportunityId,StageName,Amount,CloseDate,CreatedDate\nh1,006A,Prospecting,5,2026-05-05,2026-01-02T10:00:00Z\nh2,006A,Prospecting,6,2026-05-05,2026-01-03T10:00:00Z\nh3,006A,Closed Won,6,2026-05-05,2026-02-03T10:00:00Z\n");

        reading.Records<StageChange>().Select(change => (change.Deal, change.Stage, change.EnteredOn.Day)).Should().Equal(("006A", "Prospecting", 2), ("006A", "Closed Won", 3));
        reading.Warnings.Should().ContainSingle(warning => warning.Code == "stage-unchanged").Which.Count.Should().Be(1);
    }

    [Fact]
    public void A_history_of_fields_is_read_for_its_stages_only()
    {
        var reading = Reads.ByPreset("OpportunityId,Field,OldValue,NewValue,CreatedDate\n006A,StageName,A,B,2026-01-02\n006A,Amount,1,2,2026-01-03\n");

        reading.Records<StageChange>().Should().ContainSingle(change => change.Stage == "B");
        reading.Warnings.Should().ContainSingle(warning => warning.Code == "other-rows");
    }

    [Fact]
    public void Ids_are_looked_up_in_the_files_that_name_them()
    {
        var files = Reads.Together([
            Reads.File("opportunity.csv", "Id,AccountId,OwnerId,StageName,CloseDate,IsWon,IsClosed\n006A,001A,005A,Closed Won,2026-02-03,true,true\n006B,001B,005B,Closed Won,2026-02-03,true,true\n"),
            Reads.File("account.csv", "Id,Name,BillingCity,BillingCountry,Sic\n001A,Acme,Bonn,DE,\n001B,Beta,Bonn,DE,\n"),
            Reads.File("user.csv", "Id,Username,Name,ProfileId,UserRoleId,Department\n005A,ann@example.com,Ann,p,r,Inside\n"),
        ]);

        var reading = files[0].Reading!;
        reading.Records<Deal>().Select(deal => (deal.Customer, deal.Rep)).Should().Equal(("Acme", "Ann"), ("Beta", "005B"));
        reading.Warnings.Should().ContainSingle(warning => warning.Code == "names-not-found").Which.Count.Should().Be(1);
        files[2].Reading!.Records<Person>().Should().ContainSingle(person => person.Team == "Inside");
    }

    [Fact]
    public void A_file_that_only_names_things_is_refused_alone()
    {
        var file = Reads.Together([Reads.File("stages.csv", "stage_id,label,closed_won,is_closed,pipeline_id\ns1,Signed,TRUE,TRUE,p\n")])[0];

        (file.Problem!.Code, file.Problem.Reason).Should().Be(("names-only", "No record is made of this file: It names the stages of deals: send it together with them."));
    }

    [Theory]
    [InlineData("lead_id,created_at,source,owner,sql_at,mql_at,converted_at\n1,2026-01-05,Web,Ann,2026-01-20,2026-01-07,2026-02-01\n")]
    [InlineData("lead_id,created_at,source,owner,sql_date\n1,2026-01-05,Web,Ann,2026-01-07\n")]
    [InlineData("Record ID,First Name,Last Name,Create Date,Lifecycle Stage,hs_lifecyclestage_salesqualifiedlead_date,hs_lifecyclestage_marketingqualifiedlead_date\n"
        + "1,A,B,2026-01-05 10:00,Lead,2026-01-20 10:00,2026-01-07 10:00\n")]
    public void A_lead_counts_as_qualified_on_the_day_that_marketing_says_or_else_sales(string csv) =>
        Reads.ByPreset(csv).Records<Lead>().Should().ContainSingle().Which.QualifiedOn.Should().Be(new DateOnly(2026, 1, 7));
}
