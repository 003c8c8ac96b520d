namespace CrmRoi.Import.Mapping;

public static partial class Fields
{
    /// <summary>Customers.</summary>
    public static KindFields Customers { get; } = new(
        RecordKind.Customers,
        ["Organization", "Account", "Company", "Customer"],
        ["accountname", "accountid", "customername", "companyname", "yearestablished", "numberofemployees", "employees", "annualrevenue", "donotmodifyaccount",
            "subsidiaryof", "customersince", "accountnumber", "billingcountry", "billingcity", "billingstreet", "organizationname", "parentaccount", "officelocation"],
        [["name"]],
        [
            Text("id", 0.5, "Account ID", "Customer ID", "(Do Not Modify) Account", "Company ID", "Organization ID", "Record ID", "ID", "Customer Number",
                "Account Number", "Kundennummer", "Kunden Nr", "Kunde Nr", "Account Nr", "Accountnummer"),
            Text("name", 1, "Account Name", "Customer Name", "Company Name", "Organization Name", "Account", "Customer", "Company", "Organization", "Name", "Client",
                "Kunde", "Firma"),
            Text("segment", 1.5, "Segment", "Sector", "Industry", "Customer Type", "Market Segment", "Type", "Branche"),
            Text("region", 1, "Region", "Territory", "Country/Region", "Billing Country", "Country", "Office Location", "Location", "Land"),
            Text("channel", 0.5, "Account Source", "Lead Source", "Original Source", "Source", "Channel", "Quelle", "Kanal"),
            Date("since", 1.5, "Customer Since", "Since", "First Order Date", "First Purchase", "Became a Customer Date", "Kunde seit"),
            Date("ended", 1.5, "Contract End", "Contract End Date", "Churn Date", "Ended", "Cancelled On", "End Date", "Vertragsende"),
            Deleted,
        ]);

    /// <summary>Orders, or their lines.</summary>
    public static KindFields Orders { get; } = new(
        RecordKind.Orders,
        ["Order", "Invoice"],
        ["invoiceno", "invoicenumber", "invoicedate", "invoiceid", "orderid", "ordernumber", "orderno", "orderdate", "orderstartdate", "orderreference", "orderamount", "postingdate", "invoicebilldate", "stockcode", "unitprice", "rechnungsnummer",
            "bestellnummer", "grandtotal"],
        [["id"], ["placed"], ["total", "price"]],
        [
            Text("id", 1, "Order ID", "Order Number", "Order No", "Invoice No", "Invoice Number", "Invoice ID", "Invoice", "Order", "Record ID", "ID",
                "Order Reference", "Rechnungsnummer", "Rechnungs Nr", "Rechnung Nr", "Bestellnummer", "Bestell Nr", "Auftragsnummer", "Auftrags Nr", "Auftrag Nr"),
            Date("placed", 1.5, "Order Date", "Invoice Date", "Placed On", "Order Placed", "effective_date", "Purchase Date", "Order Start Date", "Posting Date", "Invoice/Bill Date", "Transaction Date", "Date", "Created At", "Created Date", "Creation Date",
                "Created Time",
                "Bestelldatum", "Rechnungsdatum", "Auftragsdatum"),
            Text("customer", 1, "Customer Name", "Account Name", "Customer", "Account", "Customer ID", "Account ID", "Company", "Kunde", "Kundennummer"),
            Number("quantity", 1.5, "Quantity", "Qty", "Menge", "Anzahl"),
            Money("price", 1.5, "Unit Price", "Price", "Preis", "Einzelpreis"),
            Money("total", 1.5, "Line Total", "Total Amount", "Grand Total", "Order Total", "Order Amount", "Total", "Amount", "Revenue", "Net Amount", "Betrag", "Summe", "Umsatz"),
            Money("cost", 0.5, "Cost of Goods", "COGS", "Line Cost", "Cost", "Wareneinsatz"),
            Text("status", 0.5, "Order Status", "Status"),
            Flag("isCancelled", 1, "Is Cancelled", "Cancelled", "Canceled", "Storniert"),
            Text("product", 1, "Product", "Product Name", "Description", "Item", "Stock Code", "SKU", "Artikel", "Produkt"),
            Text("rep", 0.5, "Sales Agent", "Salesperson", "Sales Rep", "Rep", "Order Owner", "Owner", "Verkäufer"),
            Text("channel", 0.5, "Channel", "Source", "Order Source", "Kanal"),
            Text("region", 0.5, "Region", "Territory", "Country", "Shipping Country", "Billing Country", "Land"),
            Currency, Rate, Deleted,
        ]);

    /// <summary>Requests for help.</summary>
    public static KindFields Cases { get; } = new(
        RecordKind.Cases,
        ["Case", "Ticket"],
        ["casenumber", "caseid", "ticketid", "caseorigin", "caseowner", "casereason", "datetimeopened", "datetimeclosed", "closedwhencreated", "donotmodifycase",
            "ticketnumber", "requesterid", "ticketformid", "solvedat", "ticketstatus", "hsticketcategory", "hsticketpriority", "firstagentreplydate", "allowchannelback"],
        [["opened"]],
        [
            Text("id", 0.5, "Case Number", "Case ID", "Ticket ID", "Ticket Number", "(Do Not Modify) Case", "Record ID", "ID", "Number", "Ticketnummer", "Ticket Nr", "Ticket No", "Kundenvorgangsnummer", "Vorgangsnummer", "Vorgang Nr", "Vorgangs Nr", "Fallnummer", "Fall Nr", "Case Nr"),
            Date("opened", 1.5, "Date/Time Opened", "Opened At", "Opened", "Date Opened", "Created Date", "Create Date", "createdate", "Created On", "Created At",
                "Date Created", "Created Time", "Eröffnet am", "Erstellt am"),
            Date("closed", 1.5, "Date/Time Closed", "Closed At", "Closed Date", "closed_date", "Date Closed", "Resolved On", "Resolved At", "Resolved Time", "Closed Time", "Solved At", "Closed On", "Ticket Closed Time", "Resolved Date", "Date Resolved", "Resolution Date",
                "Geschlossen am"),
            Flag("firstContact", 2, "First Contact Resolution", "Solved at First Contact", "Resolved on First Contact", "Closed When Created", "FCR"),
            Text("agent", 1, "Case Owner", "Agent", "Agent Name", "Agent Assigned", "Assigned Agent", "Assignee", "Assignee Name", "Ticket Owner", "Assigned to", "Assigned User", "Owner", "assignee_id", "hubspot_owner_id"),
            Text("channel", 1, "Case Origin", "Origin", "via_channel", "Channel", "Source", "Kanal"),
            Text("customer", 0.5, "Account Name", "Account", "Customer", "Company", "Organization", "organization_id", "Kunde"),
            Text("product", 0.5, "Product", "Product Name", "Produkt"),
            Text("status", 0.5, "Status", "Case Status", "Ticket Status"),
            Deleted,
        ]);

    /// <summary>Answers to surveys.</summary>
    public static KindFields Surveys { get; } = new(
        RecordKind.Surveys,
        ["Survey", "Feedback"],
        ["surveyid", "surveytype", "surveydate", "nps", "npsscore", "csat", "csatscore", "responseid", "answeredon", "satisfactionscore", "surveykind"],
        [["score", "nps", "csat"], ["answered"]],
        [
            Text("id", 0.5, "Response ID", "Survey ID", "Survey Response ID", "Record ID", "ID"),
            Text("kind", 1.5, "Survey Type", "Survey Kind", "Survey", "Kind", "Type", "Question", "Umfrage"),
            Number("score", 1.5, "Survey Score", "Score", "Rating", "Answer", "Bewertung"),
            Number("nps", 2, "NPS Score", "NPS", "Net Promoter Score"),
            Number("csat", 2, "CSAT Score", "CSAT", "Satisfaction Score", "Satisfaction"),
            Date("answered", 1, "Answered On", "Answered At", "Survey Date", "Response Date", "Submitted At", "Date", "Created At", "Datum"),
            Text("customer", 0.5, "Customer", "Account Name", "Account", "Company", "Respondent", "Kunde"),
            Text("agent", 0.5, "Agent", "Case Owner", "Owner", "Assignee"),
            Deleted,
        ]);

    /// <summary>What the CRM costs.</summary>
    public static KindFields Costs { get; } = new(
        RecordKind.Costs,
        ["Cost"],
        ["costkind", "costtype", "cadence", "kostenart", "costid", "costcategory", "programme", "billingfrequency"],
        [["amount", "hours"], ["from"], ["kind", "description"]],
        [
            Text("id", 0.5, "Cost ID", "ID"),
            Text("programme", 1, "Programme", "Program", "Project", "Programm"),
            Text("kind", 1.5, "Cost Kind", "Cost Type", "Cost Category", "Kind", "Category", "Type", "Kostenart", "Art"),
            Text("description", 0.5, "Description", "Item", "Name", "What", "Beschreibung"),
            Text("cadence", 2, "Cadence", "Billing Frequency", "Frequency", "Interval", "Recurrence", "Turnus", "Rhythmus"),
            Money("amount", 1, "Amount", "Cost", "Price", "Value", "Betrag", "Kosten"),
            Number("users", 1, "Users", "Licences", "Licenses", "Seats", "Nutzer", "Lizenzen"),
            Date("from", 1.5, "From", "Start", "Start Month", "Start Date", "Month", "Date", "Von", "Ab"),
            Date("to", 1, "To", "End", "End Month", "End Date", "Until", "Bis"),
            Text("owner", 0.5, "Cost Owner", "Owner", "Responsible", "Verantwortlich"),
            Number("hours", 1, "Hours", "Stunden"),
            Number("hourlyRate", 1, "Hourly Rate", "Stundensatz"),
            Number("index", 1, "Indexation", "Index Percent", "Yearly Rise", "Indexierung"),
            Flag("plan", 1, "Is Plan", "Planned", "Budget", "Geplant"),
            Text("link", 0.5, "Link", "Document", "Invoice URL", "Beleg"),
            Date("rateDate", 1, "Rate Date", "Exchange Rate Date", "Kursdatum"),
            Currency, Rate,
        ]);

    /// <summary>Who sells or serves.</summary>
    public static KindFields People { get; } = new(
        RecordKind.People,
        ["User", "Person", "Employee"],
        ["salesagent", "employeename", "regionaloffice", "manager", "salesteam", "teamname", "personname"],
        [["name"], ["team", "region"]],
        [
            Text("id", 0.5, "User ID", "Employee ID", "Person ID", "Rep ID", "Agent ID", "Record ID", "ID"),
            Text("name", 1, "Sales Agent", "Salesperson", "Sales Rep", "Rep", "Rep Name", "Sales Rep Name", "Agent", "Agent Name", "Employee Name", "Employee", "Full Name", "User Name", "User", "Person", "Name",
                "Mitarbeiter", "Verkäufer"),
            Text("team", 2, "Team", "Sales Team", "Team Name", "Department", "Manager", "Abteilung"),
            Text("region", 1.5, "Region", "Regional Office", "Office", "Territory", "Sales Region", "Niederlassung"),
            Date("from", 1, "From", "Start Date", "Joined", "Hired", "Hire Date", "Since", "Von", "Ab"),
            Date("to", 1, "To", "End Date", "Left", "Until", "Bis"),
            Deleted,
        ]);

    /// <summary>What is sold.</summary>
    public static KindFields Products { get; } = new(
        RecordKind.Products,
        ["Product"],
        ["productname", "productcode", "productid", "salesprice", "listprice", "series", "productfamily", "sku", "stockkeepingunit"],
        [["name"], ["series", "price"]],
        [
            Text("id", 0.5, "Product ID", "Record ID", "ID", "Product Code", "SKU", "Artikelnummer"),
            Text("name", 1.5, "Product Name", "Product", "Name", "Title", "Produkt", "Artikel"),
            Text("series", 1.5, "Series", "Product Family", "Family", "Product Line", "Category", "Produktgruppe"),
            Money("price", 1.5, "List Price", "Sales Price", "Unit Price", "Price", "Standard Price", "Listenpreis", "Preis"),
            Currency, Rate, Deleted,
        ]);

    /// <summary>When deals entered their stages.</summary>
    public static KindFields StageChanges { get; } = new(
        RecordKind.StageChanges,
        ["Stage Change", "Stage History"],
        ["enteredon", "dateentered", "entereddate", "enteredstage", "fromstage", "tostage", "oldstage", "newstage", "previousstage", "stagechangeid", "stageentereddate", "stageenteredat", "stagecreatedat"],
        [["deal"], ["stage"], ["entered"]],
        [
            Text("id", 0.1, "Stage Change ID", "History ID", "ID"),
            Text("deal", 0.5, "Deal ID", "Opportunity ID", "Deal", "Opportunity"),
            Text("stage", 0.5, "To Stage", "New Stage", "Entered Stage", "Stage", "Stage Name", "Deal Stage", "Phase", "Neue Phase"),
            Date("entered", 0.5, "Entered On", "Date Entered", "Entered Date", "Entered", "Stage Entered Date", "Stage Entered At", "Stage Created At", "Entered At", "Changed At", "Changed On", "Change Date", "Last Stage Change", "Date", "Eingetreten am"),
            Deleted,
        ]);
}
