using System.Text;
using CrmRoi.Import.Csv;

namespace CrmRoi.Import.Tests;

/// <summary>Whole headers as the programs write them: whatever their order, encoding, separator and unknown columns, each is known for what it is.</summary>
public sealed class ExportHeaderTests
{
    private const string Note = "note";

    public static TheoryData<string, string, string> Headers => new()
    {
        { "salesforce", "deals", "Id,IsDeleted,AccountId,IsPrivate,Name,Description,StageName,Amount,Probability,ExpectedRevenue,TotalOpportunityQuantity,CloseDate,Type,NextStep,LeadSource,IsClosed,IsWon,ForecastCategory,ForecastCategoryName,CampaignId,HasOpportunityLineItem,Pricebook2Id,OwnerId,CreatedDate,CreatedById,LastModifiedDate,FiscalQuarter,FiscalYear,Fiscal" },
        { "salesforce", "deals", "Opportunity Owner,Account Name,Opportunity Name,Stage,Fiscal Period,Amount Currency,Amount,Expected Revenue Currency,Expected Revenue,Probability (%),Age,Close Date,Created Date,Next Step,Lead Source,Type" },
        { "salesforce", "deals", "Opportunity-Inhaber,Accountname,Opportunity-Name,Phase,Betrag Währung,Betrag,Schlusstermin,Erstelldatum,Lead-Quelle" },
        { "salesforce", "leads", "Lead ID,First Name,Last Name,Title,Company / Account,Email,Lead Source,Lead Status,Rating,Converted,Converted Date,Created Date,Lead Owner,Country,Industry,Street" },
        { "salesforce", "leads", "Id,IsDeleted,LastName,FirstName,Company,Email,LeadSource,Status,Industry,Rating,OwnerId,IsConverted,ConvertedDate,ConvertedOpportunityId,CreatedDate,FirstCallDateTime,FirstEmailDateTime" },
        { "salesforce", "activities", "Activity ID,Subject,Due Date Only,Status,Priority,Task Subtype,Call Type,Call Result,Call Duration,Completed Date/Time,Created Date,Assigned To,Related To,Company / Account,Full Comments" },
        { "salesforce", "campaigns", "Campaign ID,Campaign Name,Type,Status,Start Date,End Date,Budgeted Cost in Campaign,Actual Cost in Campaign,Expected Revenue in Campaign,Num Sent in Campaign,Leads in Campaign,Responses in Campaign,Value Won Opportunities in Campaign,Parent Campaign ID" },
        { "salesforce", "cases", "Case Number,Case Origin,Case Reason,Status,Priority,Date/Time Opened,Date/Time Closed,Closed When Created,Case Owner,Account Name,Subject" },
        { "salesforce", "customers", "Account ID,Account Name,Type,Parent Account,Billing City,Billing State/Province,Billing Country,Phone,Industry,Annual Revenue,Employees,Account Owner,Account Source,Created Date" },
        { "salesforce", Note, "Contact ID,Salutation,First Name,Last Name,Title,Account Name,Mailing Street,Mailing City,Mailing Country,Phone,Email,Contact Owner" },
        { "hubspot", "deals", "Record ID,Deal Name,Last Activity Date,State,Deal Stage,Close Date,Deal owner,Amount,Pipeline,Create Date,Deal Type,Associated Company,Associated Company IDs,Associated Contact,Original Source,Is Closed Won,Is closed lost,Is Deal Closed?" },
        { "hubspot", "deals", "dealname,dealstage,pipeline,amount,closedate,createdate,hubspot_owner_id,hs_is_closed_won,days_to_close,hs_analytics_source,closed_lost_reason,hs_object_id" },
        { "hubspot", "leads", "Record ID,First Name,Last Name,Email,Phone Number,Contact owner,Lifecycle Stage,Lead Status,Create Date,Last Activity Date,Associated Company,Country/Region" },
        { "hubspot", "customers", "Record ID,Company name,Company owner,Create Date,Phone Number,Last Activity Date,City,Country/Region,Industry" },
        { "hubspot", "activities", "Record ID,Call title,Call outcome,Call duration,Call direction,Activity date,Activity assigned to,Call notes" },
        { "hubspot", "activities", "hs_timestamp,hs_call_title,hs_call_body,hs_call_duration,hs_call_direction,hs_call_disposition,hs_call_status,hubspot_owner_id,hs_object_id" },
        { "hubspot", "cases", "Ticket ID,Ticket name,Pipeline,Ticket status,Create date,Close date,Priority,Ticket owner,Source" },
        { "pipedrive", "deals", "Deal - ID,Deal - Title,Deal - Value,Deal - Currency (of value),Deal - Weighted value,Deal - Probability,Deal - Organization (ID),Deal - Pipeline,Deal - Contact person (ID),Deal - Stage,Deal - Label,Deal - Status,Deal - Deal created,Deal - Won time,Deal - Lost time,Deal - Deal closed on,Deal - Lost reason,Deal - Expected close date,Deal - Source channel" },
        { "pipedrive", "activities", "Activity - ID,Activity - Type,Activity - Subject,Activity - Due date,Activity - Done,Activity - Deal,Activity - Person,Activity - Organization,Activity - Note,Activity - Assigned to user" },
        { "pipedrive", "leads", "Lead - ID,Lead - Title,Lead - Owner,Lead - Source,Lead - Lead created,Lead - Value" },
        { "pipedrive", "customers", "Organization - ID,Organization - Name,Organization - Label,Organization - Address,Organization - Owner" },
        { "pipedrive", Note, "Person - Name,Person - Organization,Person - Email - Work,Person - Phone - Work,Person - Owner" },
        { "dynamics", "deals", "(Do Not Modify) Opportunity,(Do Not Modify) Row Checksum,(Do Not Modify) Modified On,Topic,Potential Customer,Account,Contact,Est. Close Date,Est. Revenue,Actual Close Date,Actual Revenue,Probability,Pipeline Phase,Status,Status Reason,Rating,Owner,Created On,Source Campaign,Originating Lead,Currency" },
        { "dynamics", "leads", "(Do Not Modify) Lead,(Do Not Modify) Row Checksum,(Do Not Modify) Modified On,Name,Topic,Status Reason,Status,Created On,Owner,Lead Source,Rating,Company Name,First Name,Last Name" },
        { "dynamics", "activities", "(Do Not Modify) Activity,(Do Not Modify) Row Checksum,(Do Not Modify) Modified On,Subject,Regarding,Activity Type,Activity Status,Owner,Priority,Start Date,Due Date,Date Created,Duration" },
        { "dynamics", "customers", "(Do Not Modify) Account,(Do Not Modify) Row Checksum,(Do Not Modify) Modified On,Account Name,Main Phone,Address 1: City,Primary Contact,Industry" },
        { "dynamics", "cases", "(Do Not Modify) Case,(Do Not Modify) Row Checksum,(Do Not Modify) Modified On,Case Title,Case Number,Priority,Origin,Customer,Owner,Status,Created On,Resolved On" },
        { "dynamics", Note, "(Do Not Modify) Contact,(Do Not Modify) Row Checksum,(Do Not Modify) Modified On,Full Name,First Name,Last Name,Company Name,Email" },
        { "zoho", "deals", "Record Id,Deal Owner.id,Deal Owner,Amount,Deal Name,Closing Date,Account Name.id,Account Name,Stage,Type,Probability (%),Lead Source,Created By.id,Created By,Created Time,Contact Name.id,Contact Name,Expected Revenue,Last Activity Time,Lead Conversion Time,Sales Cycle Duration,Pipeline,Reason For Loss" },
        { "zoho", "leads", "Record Id,Lead Owner.id,Lead Owner,Company,First Name,Last Name,Email,Phone,Lead Source,Lead Status,Industry,Created Time,Country,Is Converted,Converted Date Time" },
        { "zoho", "customers", "Record Id,Account Owner.id,Account Owner,Account Name,Phone,Industry,Account Type,Created Time,Billing Country" },
        { "zoho", Note, "Record Id,Contact Owner.id,Contact Owner,First Name,Last Name,Account Name.id,Account Name,Email,Phone,Lead Source,Created Time,Mailing Country" },
        { "zoho", "activities", "Record Id,Task Owner.id,Task Owner,Subject,Due Date,Status,Priority,Related To.id,Related To,Created Time,Closed Time" },
        { "odoo", "deals", "External ID,Opportunity,Salesperson,Sales Team,Type,Stage,Active,Priority,Tags,Expected Revenue,Prorated Revenue,Probability,Closed Date,Expected Closing,Lost Reason,Customer,Campaign,Medium,Source,Created on" },
        { "odoo", "deals", "id,name,user_id,team_id,type,stage_id,active,priority,expected_revenue,prorated_revenue,probability,date_closed,date_open,date_deadline,partner_id,create_date" },
        { "odoo", "deals", "Created on,Opportunity,Contact Name,Email,Salesperson,Expected Revenue,Stage,Expected Closing" },
        { "espocrm", "deals", "id,name,accountId,accountName,stage,lastStage,amount,amountCurrency,amountConverted,probability,leadSource,closeDate,contactName,campaignName,originalLeadName,createdAt,assignedUserName" },
        { "espocrm", "deals", "Name,Account,Stage,Amount,Amount Currency,\"Probability, %\",Lead Source,Close Date,Campaign,Original Lead,Last Stage,Created At,Assigned User" },
        { "espocrm", "leads", "id,name,status,source,opportunityAmount,addressCountry,emailAddress,convertedAt,accountName,createdAt,assignedUserName" },
        { "espocrm", "activities", "id,name,status,dateStart,dateEnd,duration,direction,parentType,parentName,accountName,createdAt,assignedUserName" },
        { "espocrm", "activities", "id,name,status,dateStart,dateEnd,isAllDay,duration,parentType,parentName,accountName,createdAt,assignedUserName" },
        { "espocrm", "cases", "id,name,number,status,priority,type,createdAt,accountName,leadName,assignedUserName" },
        { "espocrm", "campaigns", "id,name,status,type,startDate,endDate,budget,budgetCurrency,sentCount,openedCount,leadCreatedCount,revenue" },
        { "espocrm", "customers", "id,name,website,emailAddress,phoneNumber,type,industry,billingAddressCity,billingAddressCountry,createdAt,assignedUserName" },
        { "espocrm", Note, "id,name,firstName,lastName,accountName,title,emailAddress,phoneNumber,addressCountry,createdAt,assignedUserName" },
        { "suitecrm", "deals", "Opportunity Name,ID,Opportunity Amount,Currency,Expected Close Date,Sales Stage,Probability (%),Next Step,Opportunity Type,Account Name,Description,Amount,Lead Source,campaign_id,Assigned User Name,Date Created,Date Modified,Deleted" },
        { "suitecrm", "leads", "First Name,Last Name,ID,Title,Account Name,Status,Lead Source,Converted,Opportunity Name,Opportunity Amount,campaign_id,Assigned User Name,Date Created,Date Modified,Deleted" },
        { "suitecrm", "activities", "Subject,ID,Description,Status,Direction,Date,Date End,Duration Hours,Duration Minutes,Parent Type,Assigned to" },
        { "suitecrm", "cases", "Case Number,ID,Subject,Status,Type,Priority,Resolution,Account Name,Date Created" },
        { "suitecrm", "customers", "Name,ID,Website,Office Phone,Email Address,Fax,Industry,Type,Annual Revenue,Employees,Billing Country,Date Created,Assigned User Name,Deleted" },
        { "frappe", "deals", "ID,Organization,Status,Deal Owner,Deal Value,Expected Deal Value,Probability,Expected Closure Date,Closed Date,Lost Reason,Source,Territory,First Response Time,Created On" },
        { "frappe", "leads", "ID,Full Name,Status,Lead Owner,Source,Converted,First Responded On,Created On" },
        { "frappe", "activities", "ID,Type,Status,Duration,Start Time,Caller,Receiver" },
        { "zendesk", "cases", "Requester,Requester email,Subject,Ticket ID,Assignee,Group,Status,Priority,Ticket type,Created at,Updated at,Solved at,Via,Organization" },
        { "zendesk", "cases", "id,url,created_at,updated_at,type,subject,priority,status,requester_id,submitter_id,assignee_id,organization_id,group_id,via_channel,tags" },
        { "twenty", "deals", "id,name,amount / Amount,amount / Currency,closeDate,stage,companyId,pointOfContactId,createdAt,updatedAt,position" },
    };

    [Theory]
    [MemberData(nameof(Headers))]
    public void An_export_is_known_whatever_its_order_encoding_separator_and_unknown_columns(string preset, string kind, string header)
    {
        var columns = CsvTable.Read(Encoding.UTF8.GetBytes(header + "\n")).Headers;
        string[] backwards = [.. columns.Reverse()];
        string[] more = ["Our field", .. columns, "Note", "Budget 2026", ""];

        Known(columns, ',', Encoding.UTF8).Should().Be((preset, kind));
        Known(backwards, ';', new UTF8Encoding(true)).Should().Be((preset, kind));
        Known(more, '\t', Encoding.Unicode).Should().Be((preset, kind));
        Known([.. columns.Select(column => column.ToUpperInvariant() + "*")], ',', Encoding.UTF8).Should().Be((preset, kind));
    }

    private static (string?, string) Known(IEnumerable<string> columns, char separator, Encoding encoding)
    {
        var header = string.Join(separator, columns.Select(column => $"\"{column}\""));
        var file = Reads.Together([new("file.csv", [.. encoding.Preamble, .. encoding.GetBytes(header + "\n")])])[0];
        return file.Stream is { } stream
            ? (stream.Mapping.PresetName, Importer.NameOf(stream.Mapping.Kind))
            : (Presets.PresetMatch.Of(ImportParts(file.File).Headers, new Presets.PresetCatalogue().All(), null)?.Preset.Name, file.Problem?.Code == "names-only" ? Note : file.Problem?.Reason ?? "");
    }

    private static Table ImportParts(ImportFile file) => Files.ImportParts.Table(file);
}
