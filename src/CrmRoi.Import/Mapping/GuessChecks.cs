namespace CrmRoi.Import.Mapping;

/// <summary>Whether rows can be what their headers sound like: a word such as "Status" stands in every table, and a list of orders names customers too.</summary>
internal static class GuessChecks
{
    private const int RowsLooked = 2_000;
    private const int FewestRows = 5;

    // A list of customers may have some of them twice; where every fifth is there again the rows are something about customers.
    private const double MostRepeated = 0.8;

    // Teams are of players too: of who sells, more is known than a name and a team among many columns of something else.
    private const int LeastOfPeople = 3;

    private static readonly Dictionary<RecordKind, string[][]> Asked = new()
    {
        [RecordKind.Deals] = [["id", "name", "customer"], ["value", "closed", "wonAt", "lostAt", "isWon"]],
        [RecordKind.Leads] = [["channel", "converted", "isConverted", "firstContact", "qualified", "campaign"]],
        [RecordKind.Cases] = [["closed", "channel", "firstContact", "product"]],
        [RecordKind.Campaigns] = [["name"], ["spend", "sent", "responses"]],
    };

    // A header that only leads or cases have is enough; deals are named by what else is known of them, such as their payments.
    private static readonly RecordKind[] SureBySigns = [RecordKind.Leads, RecordKind.Cases, RecordKind.Campaigns];

    // Kinds of which a list is taken for something else where it begins with the id of something else.
    private static readonly RecordKind[] NotLedByOthers = [RecordKind.Leads, RecordKind.Cases, RecordKind.Customers, RecordKind.Campaigns];

    // What every table may call its ids, and what may name a record of several kinds.
    private static readonly HashSet<string> AnybodysIds = ["id", "recordid", "externalid", "number", "leadnumber", "sku", "productcode"];

    // Ids of what a deal has several of: their rows name it and are none.
    private static readonly HashSet<string> OfDeals =
    [
        "paymentid", "invoiceid", "shipmentid", "transactionid", "commissionid", "refundid", "installmentid", "activityid", "taskid", "callid", "noteid", "eventid", "documentid", "lineid",
        "lineitemid", "productionorderid",
    ];

    // Who has an account or came from a source works for a customer, and is none who sells.
    private static readonly HashSet<string> OfContacts = ["account", "accountname", "accountid", "customer", "customername", "leadsource", "leadstatus", "lifecyclestage"];

    private static readonly RecordKind[] KnownByName = [RecordKind.Customers, RecordKind.People, RecordKind.Products, RecordKind.Campaigns];
    private static readonly RecordKind[] KnownById = [RecordKind.Deals, RecordKind.Leads, RecordKind.Activities, RecordKind.Cases, .. KnownByName];

    /// <summary>Whether there is more than a kind cannot do without: enough to count its rows.</summary>
    public static bool SaysEnough(ColumnMapping mapping, IReadOnlyList<string> headers) =>
        !Lacking(mapping, headers).Any() && !IsLedByAnother(mapping, headers)
        && (mapping.Kind != RecordKind.People || IsOfPeople(mapping, headers))
        && (mapping.Kind != RecordKind.Activities || mapping.Columns.ContainsKey("kind") || headers.Any(IsOfCalls));

    /// <summary>What it lacks for that: "value or closed".</summary>
    public static IEnumerable<string> Lacking(ColumnMapping mapping, IReadOnlyList<string> headers) =>
        SureBySigns.Contains(mapping.Kind) && headers.Any(header => mapping.Fields.Signals.Contains(Header.Normal(header))) ? [] : Asked.GetValueOrDefault(mapping.Kind, [])
            .Where(group => !group.Any(mapping.Columns.ContainsKey))
            .Select(group => string.Join(" or ", group.Take(3)));

    /// <summary>The column that should tell the rows apart and says the same or nothing in many of them; none where it does tell them apart.</summary>
    public static int? RepeatedIn(ColumnMapping mapping, Table table)
    {
        var field = KnownById.Contains(mapping.Kind) && mapping.Columns.ContainsKey("id") ? "id" : KnownByName.Contains(mapping.Kind) ? "name" : null;
        if (field is null || !mapping.Columns.TryGetValue(field, out var column))
        {
            return null;
        }

        // The names of groups and their sums stand alone in their rows.
        var rows = table.Rows.Take(RowsLooked).Where(row => table.Headers.Count <= 3 || row.Cells.Count(cell => cell.Length > 0) > 1).ToList();
        var distinct = Distinct(rows, column);
        var isOfAnother = column > 0 && IsIdOfAnother(mapping, table.Headers[0]) && distinct < Distinct(rows, 0);
        return rows.Count >= FewestRows && (isOfAnother || distinct < rows.Count * MostRepeated) ? column : null;
    }

    /// <summary>Whether a first line says what rows say: numbers, days, addresses of e-mail.</summary>
    public static bool IsOfData(IReadOnlyList<string> headers) => headers.Count(IsOfData) * 5 >= headers.Count(header => header.Length > 0) && headers.Count(IsOfData) >= 2;

    /// <summary>Says so.</summary>
    public static RefusedFileException Repeated(ColumnMapping mapping, Table table)
    {
        var (kind, header) = (Importer.NameOf(mapping.Kind), table.Headers[RepeatedIn(mapping, table) ?? 0]);
        return new("repeated-ids", $"The file looks like {kind}, but '{header}' says the same or nothing in many rows, so they are something else: say with --kind what they are.", kind, header);
    }

    private static bool IsOfPeople(ColumnMapping mapping, IReadOnlyList<string> headers) =>
        !headers.Any(header => OfContacts.Contains(Header.Normal(header)))
        && (mapping.Columns.Count * LeastOfPeople >= headers.Count || headers.Any(header => mapping.Fields.Signals.Contains(Header.Normal(header))));

    // A payment of a deal begins with its own id, and one deal may have several.
    private static bool IsIdOfAnother(ColumnMapping mapping, string header)
    {
        var name = Header.Normal(header);
        return name.Length > 2 && name.EndsWith("id", StringComparison.Ordinal) && !AnybodysIds.Contains(name)
            && !mapping.Fields.Fields.Any(field => field.Synonyms.Any(synonym => Header.Normal(synonym) == name));
    }

    private static int Distinct(List<TableRow> rows, int column) => rows.Select(row => row[column]).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Count();

    // A year, a month or a day may head a column; a long number, a time of day or an address does not.
    private static bool IsOfData(string header) => header.Contains('@', StringComparison.Ordinal)
        || (header.Length > 7 && header.Any(char.IsAsciiDigit) && (header.All(c => char.IsAsciiDigit(c) || c is '.' or '+') || (header.Contains(':', StringComparison.Ordinal) && !header.Any(char.IsLetter))));

    /// <summary>Whether a list begins with the id of what its rows are.</summary>
    public static bool IsLedByItsOwn(ColumnMapping mapping, IReadOnlyList<string> headers) =>
        Header.Normal(headers[0]) is var first && !AnybodysIds.Contains(first) && IdsOf(mapping.Fields).Contains(first);

    /// <summary>Whether a list begins with the id of something else. A table of deals begins with the deal's id: whatever else it says, its rows are no leads.</summary>
    public static bool IsLedByAnother(ColumnMapping mapping, IReadOnlyList<string> headers)
    {
        var first = Header.Normal(headers[0]);
        if (mapping.Kind == RecordKind.Deals)
        {
            return mapping.Columns.GetValueOrDefault("id") > 0 && OfDeals.Contains(first);
        }

        return NotLedByOthers.Contains(mapping.Kind) && !mapping.Columns.ContainsKey("id") && !AnybodysIds.Contains(first)
            && Fields.All.Any(kind => kind.Kind != mapping.Kind && IdsOf(kind).Contains(first)) && !IdsOf(mapping.Fields).Contains(first);
    }

    private static IEnumerable<string> IdsOf(KindFields kind) => kind.Find("id")?.Synonyms.Select(Header.Normal) ?? [];

    // "Call ID" and "Call duration" are columns of calls; "On call minutes" and "Calls" count them for somebody.
    private static bool IsOfCalls(string header)
    {
        var name = Header.Normal(header);
        return name == "caller" || name.StartsWith("hscall", StringComparison.Ordinal)
            || (name.StartsWith("call", StringComparison.Ordinal) && !name.StartsWith("calls", StringComparison.Ordinal) && !name.StartsWith("callcenter", StringComparison.Ordinal));
    }
}
