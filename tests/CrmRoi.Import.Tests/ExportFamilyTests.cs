using CrmRoi.Metrics.Records;

namespace CrmRoi.Import.Tests;

/// <summary>Exports of programs and languages that were met late: interfaces for programs, lookups by id, groups in one sheet. Their rows are made up.</summary>
public sealed class ExportFamilyTests
{
    private const string Formatted = "@OData.Community.Display.V1.FormattedValue";

    // What each file is: its kind and preset, or the code of its refusal.
    public static TheoryData<string, string> Shapes => new()
    {
        // Dynamics 365: Web API, what SQL4CDS and Synapse Link make of it, views in other languages (Toro's dictionary of a Brazilian view; a French view of containers)
        { $"opportunityid,name,statecode,actualclosedate,actualvalue,_ownerid_value,_ownerid_value{Formatted}\n1,A,1,2025-03-01T00:00:00Z,5,9,Ada", "deals dynamics" },
        { "opportunityid,name,estimatedvalue,statecode,owneridname,customeridname\n1,A,5,0,Ada,B", "deals dynamics" },
        { "(Ne pas modifier) Opportunité;(Ne pas modifier) Somme de contrôle de la ligne;Rubrique;Revenu réel;Statut\n1;x;A;5;Conclue", "deals dynamics" },
        { "(Não Modificar) Oportunidade;(Não Modificar) Soma de Verificação da Linha;Tópico;Status;Data de Criação\n1;x;A;Aberta;2025-03-01", "deals dynamics" },
        { "systemuserid,fullname,internalemailaddress\n1,Ada,a@b.c", "names-only" },
        { "transactioncurrencyid,isocurrencycode,exchangerate\n1,EUR,1", "names-only" },

        // Odoo: labels of subfields, names for import, Spanish labels (Marketerp/data_dictionary); leads without stages (shivam1111/vapelife)
        { "External ID,Opportunity,Created on,Customer/Display Name,Salesperson/Display Name,Expected Revenue,Stage/Display Name,Closed Date\na,O,2025-01-01,B,Ada,5,Won,2025-02-01", "deals odoo" },
        { "id,name,create_date,partner_id/id,user_id/id,planned_revenue,stage_id/id,date_closed\na,O,2025-01-01,b,c,5,crm.stage_lead4,2025-02-01", "deals odoo" },
        { "Oportunidad,Creado en,Cliente,Comercial,Equipo de ventas,Ingreso esperado,Etapa,Fecha de cierre\nO,2025-01-01,B,Ada,V,5,Ganado,2025-02-01", "deals odoo" },
        { "id,active,contact_name,partner_name,email_from,type,probability,user_id/id,name,planned_revenue\na,True,C,P,a@b.c,Lead,0.0,u,N,0.0", "missing-columns" },
        { "id,name,sequence,is_won\ncrm.stage_lead4,Won,70,True", "names-only" },

        // vtiger, SuiteCRM, ERPNext, Zendesk, Zoho
        { "Opportunity Name,Opportunity No,Amount,Organization Name,Expected Close Date,Sales Stage,Assigned To,Created Time\nA,POT1,5,Accounts::::B,2025-02-01,Closed Won,Ada,2025-01-01", "deals vtiger" },
        { "Title,Ticket No,Organization Name,Assigned To,Status,Priority,Created Time\nT,TT1,Accounts::::B,Ada,Open,High,2025-01-01", "cases vtiger" },
        { "Number,Subject,ID,Status,Priority,Type,Account Name,Date Created,Resolution,Assigned to\n1,S,x,New,P1,User,A,2025-01-01,,Ada", "cases suitecrm" },
        { "ID,Subject,Status,Priority,Raised By (Email),Customer,Opening Date,Resolution Date,Issue Type\n1,S,Open,Low,a@b.c,A,2025-01-01,,", "cases frappe" },
        { "Id,Requester id,Group,Status,Via,Created at,Solved at,Resolution time\n1,2,G,Solved,Mail,2025-01-01,2025-01-02,5", "cases zendesk" },
        { "id,via.channel,created_at,status,requester_id,assignee_id,metric_set.solved_at\n1,email,2025-01-01T00:00:00Z,solved,2,3,2025-01-02T00:00:00Z", "cases zendesk" },
        { "Id,Deal Owner Name,Closing Date,Stage,Created Time\n1,Ada,2025-02-01,Closed Won,2025-01-01", "deals zoho" },

        // Words that Dynamics and Odoo have in common with anybody's deals
        { "opportunity_id,name,state_code,actual_close_date,amount,stage\n1,A,CA,2025-02-01,5,Won", "deals" },
        { "deal_id,name,amount,is_won,closed_date\n1,A,5,true,2025-02-01", "deals" },

        // Keap has two amounts and no day of closing: it is told as deals, and not taken for leads
        { "Id,Opportunity Title,Contact,Owner,Stage,Projected Revenue High,Projected Revenue Low,Date Created,Lead Source\n1,A,B,Ada,Win,5,4,2025-01-01,Web", "missing-columns" },

        // maxpoll-dev/bitrix-stats, JorgeRincon-PY/datasets, rodrigocuadra/vtiger_ebd_panama
        { "payment_id,deal_id,payment_date,amount,payment_type,status\nP1,D1,2025-01-01,5,full,paid", "led-by-another" },
        { ",Name,Team,Position,Height(inches),Weight(pounds),Age\n1,A,BAL,Catcher,74,180,23", "unknown-columns" },
        { "5,rclab,Ramon,rcorrales@example.com,66788214\n6,x,Ada,ada@example.com,66788215", "no-headers" },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void An_export_is_taken_for_what_it_is(string csv, string expected)
    {
        Reads.TakenFor(csv).Should().Be(expected);
    }

    [Theory]
    [InlineData("(Nicht ändern) Verkaufschance;Thema;Vorauss. Umsatz;Tatsächlicher Umsatz;Tatsächliches Abschlussdatum;Status;Besitzer", "Gewonnen")]
    [InlineData("(Ne pas modifier) Opportunité;Rubrique;Revenu est.;Revenu réel;Date de fermeture réelle;Statut;Propriétaire", "Conclue")]
    [InlineData("(No modificar) Oportunidad;Tema;Ingresos est.;Ingresos reales;Fecha de cierre real;Estado;Propietario", "Lograda")]
    public void Views_of_Dynamics_are_known_in_other_languages(string header, string won)
    {
        var deal = Reads.ByPreset($"{header}\n1;A;9.000,00;5.000,50;28.02.2025;{won};Ada\n").Records<Deal>().Should().ContainSingle().Subject;

        deal.Should().BeEquivalentTo(new { Id = "1", Name = "A", Value = 5000.5m, ClosedOn = new DateOnly(2025, 2, 28), Outcome = DealOutcome.Won, Rep = "Ada" });
    }

    [Fact]
    public void Ids_of_the_interface_of_Dynamics_are_looked_up_in_its_tables()
    {
        const string Opportunities = "opportunityid,name,estimatedvalue,actualvalue,actualclosedate,statecode,_ownerid_value,_customerid_value,_transactioncurrencyid_value\no1,A,9,5,2025-02-28,1,u1,a1,c1\n";

        var files = Reads.Together(
        [
            Reads.File("opportunities.csv", Opportunities),
            Reads.File("systemusers.csv", "systemuserid,fullname\nu1,Ada\n"),
            Reads.File("accounts.csv", "accountid,name,industrycode\na1,Acme,\n"),
            Reads.File("currencies.csv", "transactioncurrencyid,isocurrencycode\nc1,EUR\n"),
        ]);

        files[0].Reading!.Records<Deal>().Should().ContainSingle().Which.Should().BeEquivalentTo(new { Rep = "Ada", Customer = "Acme", Value = 5m, OriginalCurrency = (string?)null });
    }

    [Theory]
    [InlineData("6f9619ff-8b86-d011-b42d-00c04fc964ff", 0)]
    [InlineData("7f9619ff-8b86-d011-b42d-00c04fc964ff", 2)]
    public void Amounts_with_the_id_of_one_currency_are_the_companys_and_those_with_two_are_refused(string second, int refused)
    {
        var reading = Reads.ByPreset(
            "opportunityid,name,estimatedvalue,statecode,actualclosedate,_transactioncurrencyid_value\n"
            + $"1,A,5,1,2025-02-28,6f9619ff-8b86-d011-b42d-00c04fc964ff\n2,B,5,1,2025-02-28,{second}\n");

        reading.Refusals.Should().HaveCount(refused);
        reading.Warnings.Should().Contain(warning => warning.Code == "names-missing");
    }

    [Fact]
    public void Ids_that_Odoo_exports_for_import_are_looked_up_in_its_tables()
    {
        const string Leads = "id,name,partner_id/id,user_id/id,expected_revenue,stage_id/id,active,date_closed\n"
            + "l1,A,p1,u1,5,s9,True,2025-02-28\nl2,B,p1,u1,7,s1,False,2025-02-27\n";

        var deals = Reads.Together(
        [
            Reads.File("crm.lead.csv", Leads),
            Reads.File("crm.stage.csv", "id,name,sequence,is_won\ns1,New,1,False\ns9,Won,70,True\n"),
            Reads.File("res.users.csv", "id,name,login\nu1,Ada,ada\n"),
            Reads.File("res.partner.csv", "id,name,is_company\np1,Acme,True\n"),
        ])[0].Reading!.Records<Deal>();

        deals.Should().BeEquivalentTo(new[]
        {
            new { Id = "l1", Outcome = DealOutcome.Won, Rep = "Ada", Customer = "Acme", Stage = "Won" },
            new { Id = "l2", Outcome = DealOutcome.Lost, Rep = "Ada", Customer = "Acme", Stage = "New" },
        });
    }

    [Fact]
    public void What_Odoo_archived_is_lost_although_its_stage_has_only_an_id()
    {
        var deals = Reads.ByPreset("id,name,user_id/id,expected_revenue,stage_id/id,active,date_closed\nl1,A,u1,5,crm.stage_lead4,True,2025-02-28\nl2,B,u1,7,crm.stage_lead1,False,2025-02-27\n").Records<Deal>();

        deals.Select(deal => deal.Outcome).Should().Equal(DealOutcome.Won, DealOutcome.Lost);
    }

    [Fact]
    public void The_module_that_vtiger_writes_before_a_name_is_no_part_of_it()
    {
        var deal = Reads.ByPreset(
            "Opportunity Name,Organization Name,Expected Close Date,Sales Stage,Amount,Campaign Source\nA,Accounts::::Acme,2025-02-28,Closed Won,5,Campaigns::::\n").Records<Deal>().Should().ContainSingle().Subject;

        deal.Should().BeEquivalentTo(new { Customer = "Acme", Campaign = (string?)null });
    }

    [Theory]
    [InlineData("AUD", 0)]
    [InlineData("EUR", 1)]
    public void The_sign_that_Zoho_says_beside_its_amounts_is_their_currency(string company, int refused)
    {
        // jsantoslumia/lumia_data: Zoho's interface, flattened
        const string Deals = "id,$currency_symbol,Closing_Date,$state,Deal_Name,Stage,Created_Time,Amount,Owner__name,Owner__id,Account_Name__name,Account_Name__id\n"
            + "1,$,2025-02-28,save,A,Closed Won,2025-01-01T08:00:00+11:00,5.0,Ada,7,Acme,8\n";

        var reading = Reads.Together([Reads.File("deals.csv", Deals)], currency: company)[0].Reading!;

        reading.Refusals.Should().HaveCount(refused);
        reading.Mapping.Columns.Should().NotContainKey("outcome");
        reading.Records<Deal>().Where(deal => deal is { Rep: "Ada", Customer: "Acme", Value: 5 }).Should().HaveCount(1 - refused);
    }

    [Fact]
    public void The_groups_of_a_board_are_no_deals()
    {
        // monday.com: a title, its headers, its rows and their sums for each group
        const string Board = "Deals,,,,,\nActive,,,,,\nName,Owner,Stage,Deal Value,Close Date,Item ID (auto generated)\nA,Ada,Proposal,5,,1\n,,,5,,\n,,,,,\n"
            + "Closed,,,,,\nName,Owner,Stage,Deal Value,Close Date,Item ID (auto generated)\nB,Ada,Won,7,2025-02-28,2\nC,Ada,Lost,9,2025-02-27,3\n,,,16,,\n";

        var reading = Reads.ByPreset(Board);

        reading.Records<Deal>().Select(deal => deal.Id).Should().Equal("1", "2", "3");
        reading.Refusals.Should().BeEmpty();
        reading.Warnings.Single(warning => warning.Code == "note").Count.Should().Be(4);
    }

    [Theory]
    [InlineData("Owned By,Owner Id", "Ada,7")] // Copper
    [InlineData("Deal Owner Name,Owner Id", "Ada,7")]
    public void A_name_goes_before_an_id_for_who_sells(string headers, string cells) =>
        Reads.ByPreset($"Deal ID,{headers},Stage,Close Date\n1,{cells},Won,2025-02-28\n").Records<Deal>().Single().Rep.Should().Be("Ada");

    [Theory]
    [InlineData("Win", DealOutcome.Won)]
    [InlineData("Win back", null)]
    public void Win_ends_a_deal_only_where_it_is_the_whole_name(string stage, DealOutcome? outcome) =>
        Reads.ByPreset($"Deal ID,Stage,Close Date\n1,{stage},2025-02-28\n").Records<Deal>().Select(deal => (DealOutcome?)deal.Outcome).SingleOrDefault().Should().Be(outcome);
}
