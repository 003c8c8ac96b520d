using CrmRoi.Metrics.Records;

namespace CrmRoi.Import.Tests;

/// <summary>More shapes of public exports and sample data, each with rows that are made up: what is taken for what, and what no longer is.</summary>
public sealed class ExportPlaceTests
{
    public static TheoryData<string, string> Shapes => new()
    {
        // SFDC-Assets/data-cloud-workshop, mshanemc/audiarmy: Salesforce's own columns of objects that somebody made, and links between contacts and accounts
        { "Id,OwnerId,IsDeleted,Name,CreatedDate,CreatedById,LastModifiedDate\n1,2,,A,2024-01-01T00:00:00Z,2,2024-01-01T00:00:00Z", "unknown-columns" },
        { "Id,AccountId,ContactId,Roles,IsDirect,StartDate,EndDate,IsDeleted\n1,2,3,,1,2024-01-01,,0", "missing-columns" },

        // WildStone007/bi-agent, luisCaro99/datasets-bi-sales: what begins, or counts calls, is no campaign and no call
        { "id,project_name,status,start_date,end_date\n1,P,Done,2024-01-01,2024-02-01", "missing-columns" },
        { "activity_date,rep_id,available_minutes,on_call_minutes,meeting_minutes\n2024-01-01,R1,400,90,60", "unknown-columns" },
        { "call_id,lead_id,rep_id,call_at_utc,duration_seconds,disposition\n1,L1,R1,2024-01-01T10:00:00,60,connected", "activities" },
        { "activity_id,lead_id,activity_at,activity_type,rep_id\n1,L1,2024-01-01T10:00:00,call,R1", "activities" },
        { "deal_id,lead_id,segment,owner_rep_id,deal_created_at,close_at,status\n1,L1,SMB,R1,2024-01-01,2024-02-01,won", "deals" },
        { "rep_id,rep_name,role,team,hire_date\nR1,Ada,AE,North,2023-01-01", "people" },

        // FEFO2/crm-sales-api, tdat06152/crmtest: what begins with the id of something else is that
        { "deal_id,created_at,lead_source,product,quote_price\n1,2024-01-01,Web,P,5", "missing-columns" },
        { "customer_id,company_name,industry,created_date,acquisition_channel,lifecycle_stage,country\n1,A,Tech,2024-01-01,Web,Active,DE", "customers" },

        // dennisluo/dennis_accredible_challenge, timburke787/opsmadeez-ai-chatbot-for-sales
        { "DEAL_ID,PIPELINE_ID,PIPELINE_NAME,STAGE_NAME,AMOUNT_IN_HOME_CURRENCY,CREATED_AT,CLOSE_DATE\n1,2,Sales,Closed Won,5,2024-01-01,2024-02-01", "deals hubspot" },
        { "DEAL_ID,STAGE_CREATED_AT,PIPELINE_ID,DEAL_STAGE_ID,STAGE_NAME\n1,2024-01-01,2,3,Demo", "stagechanges" },
        { "Opportunity ID,Account ID,Previous Stage,New Stage,Stage Entered Date,Stage Exit Date\n1,2,Demo,Proposal,2024-01-01,2024-02-01", "stagechanges" },

        // animeshhparashar/lin-crm: people at customers are nobody who sells
        { "first_name,last_name,full_name,phone,email,title,department,status,lead_source,account,assignedTo\nA,B,A B,1,a@b.c,Head,Sales,New,Web,Acme,Ada", "contacts" },

        // Tickets as Freshdesk writes them, and yashwanthguruswamy/customer-support-kpi-dashboard
        { "Ticket ID,Subject,Status,Priority,Source,Type,Agent,Group,Created time,Due by Time,Resolved time,Closed time,Last update time\n1,S,Closed,Low,Email,Question,Ada,Support,2024-01-02 10:00:00,2024-01-05 10:00:00,2024-01-03 10:00:00,2024-01-04 10:00:00,2024-01-04 10:00:00", "cases" },
        { "Ticket_ID,Channel,Category,Priority,Created_Date,Resolved_Date,Status,Agent\n1,Email,Billing,Low,2024-01-02,2024-01-03,Resolved,Ada", "cases" },

        // rodrigom-oktana-io/wave-tooling: sample data of Salesforce by external ids
        { "External_Id__c,LeadSource,Amount,Account.External_Id__c,Owner.External_Id__c,Name,StageName,CloseDate,DateTimeCreated__c\nO1,Web,5,A1,U1,N,Closed Won,2024-02-01,2024-01-01 00:00:00", "deals salesforce" },
        { "Account.External_Id__c,Owner.External_Id__c,CreatedDate__c,External_Id__c,Origin,Priority,Status,ClosedDate__c\nA1,U1,2024-01-01,C1,Web,High,Closed,2024-01-02", "cases salesforce" },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Whatever_else_a_list_says_it_is_not_taken_for_something_else(string text, string expected)
    {
        var file = Reads.Together([Reads.File("file.csv", text + "\n")]).Single();

        (file.Problem?.Code ?? $"{file.Reading!.Mapping.Kind.ToString().ToLowerInvariant()} {file.Reading.Mapping.PresetName}".Trim()).Should().Be(expected);
        (file.Reading?.Refusals ?? []).Should().BeEmpty();
    }

    // Headers and words as programs on GitHub name them that read such exports.
    [Theory]
    [InlineData("Deal - ID,Deal - Titel,Deal - Wert,Deal - Organisation,Deal - Besitzer,Deal - Phase,Deal - Status,Deal - Deal erstellt,Deal - Datum des gewonnenen Deals,Deal - Datum des verlorenen Deals,Deal - Gewichteter Wert", "Gewonnen")]
    [InlineData("Negócio - ID,Negócio - Título,Negócio - Valor,Negócio - Organização,Negócio - Proprietário,Negócio - Etapa,Negócio - Status,Negócio - Negócio criado em,Negócio - Ganho em,Negócio - Data de perda,Negócio - Data de fechamento esperada", "Ganho")]
    [InlineData("Affaire - ID,Affaire - Titre,Affaire - Valeur,Affaire - Organisation,Affaire - Propriétaire,Affaire - Étape,Affaire - Statut,Affaire - Affaire créée,Affaire - Heure de la conclusion,Affaire - Heure de l'échec,Affaire - Date de clôture prévue", "Gagnée")]
    public void Deals_of_Pipedrive_are_known_in_other_languages(string header, string won)
    {
        var reading = Reads.ByPreset($"{header}\n7,A,500,Acme,Ada,Demo,{won},2024-01-02 10:00:00,2024-02-03 10:00:00,,9\n");

        reading.Mapping.PresetName.Should().Be("pipedrive");
        var deal = reading.Records<Deal>().Should().ContainSingle().Subject;
        (deal.Id, deal.Name, deal.Value, deal.Customer, deal.Rep, deal.Outcome).Should().Be(("7", "A", 500m, "Acme", "Ada", DealOutcome.Won));
        (deal.CreatedOn, deal.ClosedOn).Should().Be((new DateOnly(2024, 1, 2), new DateOnly(2024, 2, 3)));
    }

    [Fact]
    public void Deals_in_French_are_those_of_HubSpot_and_Salesforce()
    {
        var hubspot = Reads.ByPreset("ID de fiche d'informations,Nom de la transaction,Phase de la transaction,Montant,Date de fermeture,Propriétaire de la transaction,Pipeline\n7,A,Gagné,500,2024-02-03 10:00,Ada,Ventes\n");
        var salesforce = Reads.ByPreset("Propriétaire de l'opportunité;Nom du compte;Nom de l'opportunité;Étape;Montant;Date de clôture;Date de création\nAda;Acme;A;Fermée gagnée;500,00;13/02/2024;02/01/2024\n");

        (hubspot.Mapping.PresetName, salesforce.Mapping.PresetName).Should().Be(("hubspot", "salesforce"));
        hubspot.Records<Deal>().Concat(salesforce.Records<Deal>()).Select(deal => (deal.Name, deal.Rep, deal.Value, deal.Outcome, deal.ClosedOn?.Month))
            .Should().Equal(("A", "Ada", 500m, DealOutcome.Won, 2), ("A", "Ada", 500m, DealOutcome.Won, 2));
    }

    // Close.com writes cents beside the amount as it is read.
    [Fact]
    public void An_amount_that_is_formatted_goes_before_the_same_in_cents()
    {
        var deal = Reads.ByPreset("id,lead_id,lead_name,status_type,status_label,value,value_formatted,value_currency,date_created,date_won,date_lost,user_name\noppo_1,lead_1,Acme,won,Won,50000,€500.00,EUR,2024-01-02T10:00:00+00:00,2024-02-03,,Ada\n").Records<Deal>().Single();

        (deal.Value, deal.Customer, deal.Rep, deal.ClosedOn).Should().Be((500m, "Acme", "Ada", new DateOnly(2024, 2, 3)));
    }

    [Fact]
    public void What_a_campaign_cost_is_its_spend()
    {
        var campaign = Reads.ByPreset("campaign_id,channel,offer_type,start_date,end_date,campaign_cost\nC1,Email,Cashback,2024-01-01,2024-01-31,500\n").Records<Campaign>().Single();

        campaign.Spend.Should().Be(500);
    }

    [Fact]
    public void Of_a_list_of_several_kinds_only_the_rows_of_its_own_count()
    {
        var reading = Reads.ByPreset("record_type,name,stage,amount,close_date\nOpportunity,A,Closed Won,500,2024-02-01\nLead,B,,0,\nMeeting,C,,0,\nOpportunity,D,Proposal,5,\n");
        var types = Reads.ByPreset("record_type,name,stage,amount,close_date\nNew Business,A,Closed Won,500,2024-02-01\nRenewal,B,Closed Won,5,2024-02-01\n");

        reading.Records<Deal>().Select(deal => deal.Name).Should().Equal("A", "D");
        reading.Warnings.Should().ContainSingle(warning => warning.Code == "other-rows").Which.Count.Should().Be(2);
        types.Records<Deal>().Should().HaveCount(2, "other types are types of deals");
    }

    [Fact]
    public void A_day_may_be_written_without_anything_between_its_parts()
    {
        var leads = Reads.ByPreset("LeadId,Stage,CreatedDate,LeadSource\n1,New,20240205,Web\n2,New,20240206T235900Z,Web\n3,New,20240207101500,Web\n").Records<Lead>();

        leads.Select(lead => lead.CreatedAt).Should().Equal(new DateTime(2024, 2, 5), new DateTime(2024, 2, 6, 23, 59, 0), new DateTime(2024, 2, 7, 10, 15, 0));
    }

    [Fact]
    public void A_task_of_Salesforce_with_nothing_but_Call_as_its_subject_is_one()
    {
        var reading = Reads.ByPreset("Id,Subject,ActivityDate,Status,TaskSubtype\n00T000000000001,Call,2024-03-01,Completed,Task\n00T000000000002,Call back about the contract,2024-03-01,Completed,Task\n");

        reading.Records<Activity>().Should().ContainSingle().Which.Kind.Should().Be(ActivityKind.Call);
        reading.Warnings.Should().ContainSingle(warning => warning.Code == "activity-not-counted").Which.Count.Should().Be(1);
    }
}
