namespace CrmRoi.Import.Mapping;

public static partial class Fields
{
    /// <summary>Deals.</summary>
    public static KindFields Deals { get; } = new(
        RecordKind.Deals,
        ["Deal", "Opportunity"],
        ["opportunityid", "opportunityname", "opportunityowner", "dealid", "dealname", "dealstage", "dealowner", "dealstatus", "stagename", "salesstage",
            "forecastcategory", "donotmodifyopportunity", "dealvalue", "isclosedwon", "potentialname", "closedealvalue", "stageid", "opportunitytitle"],
        [["stage", "outcome", "isWon"]],
        [
            Text("id", 0.5, "Opportunity ID", "Deal ID", "(Do Not Modify) Opportunity", "Record ID", "ID", "Opportunity Number", "Deal Number",
                "Pipedrive System ID", "hs_object_id", "External ID", "Copper ID", "Opportunity No", "Chance ID", "Verkaufschance ID", "Verkaufschance Nr", "Verkaufschancen Nr", "Verkaufschancennummer", "Chance Nr", "Chancen Nr", "Chancennummer", "Opportunity Nr", "Opportunitynummer", "Deal Nr", "Deal No", "Dealnummer", "Deal - ID", "Item ID (auto generated)"),
            Text("name", 0.5, "Opportunity Name", "Deal Name", "dealname", "Potential Name", "Topic", "Deal Title", "Opportunity Title", "Opportunity", "Title", "Name", "Subject",
                "Verkaufschance", "Thema", "Bezeichnung", "Opportunité", "Oportunidad", "Opportunità", "Oportunidade"),
            Text("rep", 1, "Opportunity Owner", "Deal Owner", "Deal Owner Name", "Opportunity Owner Name", "Sales Agent", "Salesperson", "Sales Person", "Sales Rep", "Rep", "Assigned User Name",
                "Assigned User", "Assigned to", "Account Executive", "Owner Name", "Owner", "Owned By", "user_id", "hubspot_owner_id", "owner_id", "Verkäufer", "Besitzer",
                "Betreuer", "Rep ID", "Sales Rep ID", "Owner Rep ID", "Agent ID", "Sales Owner", "Assigned Rep", "Assigned Agent", "Rep Name", "Responsible", "Assignee", "Responsible User", "User Name", "Zuständig", "Verantwortlich", "Responsable",
                "Vendedor", "Commercial", "Comercial"),
            Text("customer", 1, "Account Name", "Account", "Potential Customer", "Associated Company", "Customer", "Customer Name", "Company Name", "Company",
                "Organization", "Organisation", "accountName", "partner_id", "Client", "Kunde", "Firma", "Account ID", "companyId", "Sales Account", "Organization Name", "Empresa", "Cliente", "Client Name", "Lead Name", "Party", "Accounts", "Customer ID"),
            Text("product", 1, "Product", "Product Name", "Produkt", "Primary Product"),
            Text("channel", 1, "Lead Source", "Original Source", "Source Channel", "Source Origin", "Source", "Channel", "Medium", "hs_analytics_source", "Quelle",
                "Kanal", "Herkunft"),
            Text("campaign", 0.5, "Primary Campaign Source", "Source Campaign", "Campaign Source", "Campaign Name", "Campaign", "Campaign ID", "Kampagne"),
            Text("region", 0.5, "Region", "Territory", "Sales Region"),
            Text("segment", 0.5, "Segment", "Sector", "Industry", "Branche"),
            Text("stage", 2, "Deal Stage", "Sales Stage", "Stage Name", "Stage", "Pipeline Phase", "stepname", "Opportunity Stage", "Phase", "Verkaufsphase", "stage_id",
                "deal_pipeline_stage_id", "Status Label", "Pipeline Current Stage", "Pipeline Stage", "Milestone", "Etapa", "Étape"),
            Text("outcome", 1.5, "Deal Status", "Opportunity Status", "Opportunity State", "Won/Lost", "Outcome", "Status", "State", "statecode", "Status Type", "Current State", "Current Status", "Final Outcome", "Ergebnis", "Statut", "Estado"),
            Flag("isWon", 2, "Is Closed Won", "Is Won", "Won", "hs_is_closed_won"),
            Flag("isLost", 2, "Is Closed Lost", "Is Lost", "hs_is_closed_lost"),
            Flag("isClosed", 1.5, "Is Deal Closed?", "Is Closed", "Closed", "hs_is_closed"),
            Text("lead", 0.5, "Originating Lead", "Original Lead", "originalLeadId", "Lead ID", "Converted Lead"),
            Date("firstContact", 0.5, "First Contact", "First Contact Date", "First Contacted", "First Touch Date", "Erstkontakt"),
            Date("created", 1, "Created Date", "Create Date", "Created On", "Created At", "Created Time", "Date Created", "Deal Created", "Engage Date", "Add Time",
                "createdate", "Creation Date", "Start Date", "Opened Date", "Open Date", "Date Opened", "Opened", "create_date", "Erstellt am", "Angelegt am", "Deal Creation Date", "Deal Created At", "Begin Date", "DATE_CREATE", "Fecha de creación", "Date de création", "Data de criação", "Data di creazione"),
            Date("quoted", 0.5, "Quote Date", "Quoted On", "Quote Sent", "Proposal Date", "Angebotsdatum"),
            Date("wonAt", 1, "Won Time", "Won Date", "Date Won", "Won On"),
            Date("lostAt", 1, "Lost Time", "Lost Date", "Date Lost", "Lost On"),
            Date("closed", 2, "Actual Close Date", "actualclosedate", "Deal Closed On", "Closed On", "Closed Date", "Date Closed", "Completed Date", "Deal Close Date", "Close Date", "Closing Date",
                "closedate", "Closed At", "Close At", "Deal Closed At", "Final Decision Date", "Decision Date", "Abschlussdatum", "Geschlossen am", "Abgeschlossen am", "Fecha de cierre", "Date de clôture", "Data de fechamento", "Data di chiusura", "Expected Close Date"),
            Money("value", 1.5, "Actual Revenue", "actualvalue", "Deal Value", "Close Value", "Opportunity Amount", "Amount", "Won Amount", "Value Formatted", "Value", "Deal Amount", "Bid Amount", "Deal Size",
                "Amount in company currency", "Amount in home currency", "Revenue", "Est. Revenue", "estimatedvalue", "Lead Value", "Expected Revenue", "Opportunity Value", "Estimated Value", "Revenue Amount", "Total Value", "Total Contract Value", "Contract Value", "Expected Amount", "Betrag", "Umsatz", "Wert", "Importe", "Valor", "Montant"),
            Money("cost", 0.5, "Cost of Goods", "Cost of Goods Sold", "COGS", "Cost", "Total Cost", "Wareneinsatz"),
            Currency, Rate, Deleted,
        ]);

    /// <summary>Leads.</summary>
    public static KindFields Leads { get; } = new(
        RecordKind.Leads,
        ["Lead"],
        ["leadid", "leadstatus", "leadowner", "isconverted", "converteddate", "convertedopportunity", "convertedopportunityid", "convertedat", "leadname",
            "donotmodifylead", "lifecyclestage", "conversiondate", "leadconversiontime", "firstcalldatetime", "firstrespondedon", "leadnumber", "leadcreated"],
        [["created"]],
        [
            Text("id", 0.5, "Lead ID", "(Do Not Modify) Lead", "Lead Number", "Lead Nr", "Lead No", "Leadnummer", "Record ID", "ID", "External ID"),
            Date("created", 1.5, "Lead Created", "Created Date", "Create Date", "Created On", "Created At", "Created Time", "Date Created", "createdate", "Add Time",
                "Inquiry Date", "Application Date", "Erstellt am", "Eingang am", "Creation", "Creation Date", "create_date"),
            Date("firstContact", 2, "First Contact", "First Contact Date", "First Contacted At", "FirstCallDateTime", "First Responded On", "First Response At",
                "FirstEmailDateTime", "Erstkontakt"),
            Date("qualified", 1.5, "Qualified Date", "Qualified On", "Qualified At", "Date Qualified", "MQL Date", "MQL At", "MQL On", "Marketing Qualified Date",
                "Marketing Qualified At", "Qualification Date", "SQL Date", "SQL At", "SQL On", "Sales Qualified Date", "Sales Qualified At", "Qualifiziert am"),
            Flag("isConverted", 1.5, "Is Converted", "Converted"),
            Date("converted", 2, "Converted Date", "Converted At", "Converted On", "Conversion Date", "Lead Conversion Time", "Konvertiert am"),
            Date("disqualified", 1.5, "Disqualified Date", "Disqualified On", "Disqualified At", "Lost Date"),
            Flag("isDuplicate", 1, "Is Duplicate", "Duplicate"),
            Text("status", 1, "Lead Status", "Status", "Lifecycle Stage", "Stage"),
            Text("rep", 0.5, "Lead Owner", "Contact Owner", "Sales Agent", "Salesperson", "Rep", "Assigned to", "Assigned User Name", "Assigned User", "Owner",
                "owner_id", "Assigned Rep", "Assigned Agent", "Sales Owner"),
            Text("channel", 1, "Lead Source", "Original Source", "Source", "Channel", "Medium", "Quelle", "Kanal"),
            Text("campaign", 0.5, "Source Campaign", "Campaign Name", "Campaign", "Campaign ID", "Kampagne"),
            Text("region", 0.5, "Region", "Territory", "Country/Region", "Country"),
            Text("segment", 0.5, "Segment", "Industry", "Sector", "Branche"),
            Deleted,
        ]);

    /// <summary>Calls, e-mails, meetings, quotes, inquiries.</summary>
    public static KindFields Activities { get; } = new(
        RecordKind.Activities,
        ["Activity", "Task", "Call", "Engagement"],
        ["activityid", "activitytype", "activitydate", "duedateonly", "tasksubtype", "calltype", "callresult", "callduration", "calldurationinseconds",
            "calldisposition", "activityassignedto", "hscalldirection", "calldirection", "donotmodifyactivity", "hstimestamp", "durationhours", "callstatus",
            "activitystatus", "datestart", "engagementid"],
        [["at"]],
        [
            Text("id", 0.5, "Activity ID", "(Do Not Modify) Activity", "Call ID", "Task ID", "Engagement ID", "Aktivität Nr", "Aktivitätsnummer", "Aufgabennummer", "Record ID", "ID", "External ID"),
            Text("kind", 2, "Activity Type", "Task Subtype", "Kind", "Type", "hs_activity_type", "Aktivitätstyp", "Art"),
            Text("direction", 1.5, "Direction", "Call Direction", "hs_call_direction", "Call Type", "Richtung"),
            Date("at", 1.5, "Completed Date/Time", "Activity Date", "hs_timestamp", "Call Date", "Date Start", "Start Date", "Start Time", "Actual Start",
                "Due Date Only", "ActivityDate", "Due Date", "Activity At", "Activity Time", "Call At", "Call At UTC", "Call Start", "Call Start Time", "Call Time", "Timestamp", "Date", "At", "Created Date", "Created On", "Date Created", "Datum"),
            Text("status", 1, "Activity Status", "Call Status", "hs_call_status", "Status", "Done", "Completed", "Is Closed", "Erledigt"),
            Text("rep", 1, "Activity assigned to", "Assigned to user", "Assigned To", "Assigned User", "Call Owner", "Caller", "Sales Agent", "Salesperson", "Rep",
                "Owner", "owner_id", "hubspot_owner_id", "Rep ID", "Agent", "Agent ID"),
            Text("customer", 0.5, "Account Name", "Account", "Customer", "Organization", "Company", "Associated Company", "Related To", "Regarding", "Kunde"),
            Text("deal", 0.5, "Deal ID", "Opportunity ID", "Deal", "Opportunity", "what_id", "Related To ID"),
            Text("lead", 0.5, "Lead ID", "Lead", "who_id"),
            Text("channel", 0.5, "Channel", "Source", "Kanal"),
            Text("subject", 0.4, "Subject", "Call title", "hs_call_title", "Title", "Name", "Betreff"),
            Deleted,
        ]);

    /// <summary>Campaigns.</summary>
    public static KindFields Campaigns { get; } = new(
        RecordKind.Campaigns,
        ["Campaign"],
        ["campaignid", "campaignname", "campaigntype", "budgetedcost", "actualcost", "budgetedcostincampaign", "actualcostincampaign", "numsentincampaign",
            "parentcampaign", "parentcampaignid", "sentcount", "numbersent", "leadcreatedcount", "donotmodifycampaign", "responsesincampaign"],
        [["name", "id"], ["start"]],
        [
            Text("id", 0.5, "Campaign ID", "(Do Not Modify) Campaign", "Record ID", "ID"),
            Text("name", 1, "Campaign Name", "Campaign", "Name", "Kampagne"),
            Text("channel", 1, "Campaign Type", "Type", "Channel", "Medium", "Kanal"),
            Text("parent", 1, "Parent Campaign ID", "Parent Campaign", "Parent"),
            Date("start", 1.5, "Start Date", "Start", "Campaign Start", "Proposed Start", "Actual Start", "Date Start", "Startdatum", "Beginn"),
            Date("end", 1.5, "End Date", "End", "Campaign End", "Proposed End", "Actual End", "Date End", "Enddatum", "Ende"),
            Money("spend", 2, "Actual Cost in Campaign", "Actual Cost", "Total Actual Cost", "Spend", "Campaign Cost", "Campaign Spend", "Ad Spend", "Total Spend", "Cost", "Total Cost", "Amount Spent", "Budgeted Cost in Campaign",
                "Budgeted Cost", "Budget", "Kosten"),
            Number("sent", 1.5, "Num Sent in Campaign", "Number Sent", "Sent Count", "Sent", "Versendet"),
            Number("responses", 1.5, "Responses in Campaign", "Number of Responses", "Responses", "Antworten"),
            Currency, Rate, Deleted,
        ]);

    /// <summary>Whom campaigns reached.</summary>
    public static KindFields Touches { get; } = new(
        RecordKind.Touches,
        ["Touch", "Campaign Member", "Campaign Response"],
        ["touchid", "touchdate", "touchedat", "campaignmemberid", "touchtype", "memberstatus", "firstrespondeddate", "isview"],
        [["campaign"], ["at"], ["lead", "deal", "customer"]],
        [
            Text("id", 0.5, "Touch ID", "Campaign Member ID", "Record ID", "ID"),
            Text("campaign", 1.5, "Campaign Name", "Campaign", "Campaign ID", "Kampagne"),
            Date("at", 1.5, "Touch Date", "Touched At", "First Responded Date", "Response Date", "Timestamp", "Date", "At", "Created Date"),
            Text("lead", 1, "Lead ID", "Lead"),
            Text("deal", 1, "Deal ID", "Opportunity ID", "Deal", "Opportunity"),
            Text("customer", 0.5, "Customer", "Account Name", "Account", "Company", "Contact", "Contact ID"),
            Text("kind", 1, "Touch Type", "Type", "Member Status", "Status"),
            Flag("isView", 1.5, "Is View", "Viewed only"),
            Deleted,
        ]);
}
