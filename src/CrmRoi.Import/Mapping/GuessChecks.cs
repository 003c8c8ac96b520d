namespace CrmRoi.Import.Mapping;

/// <summary>Whether rows can be what their headers sound like: a word such as "Status" stands in every table, and a list of orders names customers too.</summary>
internal static class GuessChecks
{
    private const int RowsLooked = 2_000;
    private const int FewestRows = 5;

    // A list of customers may have some of them twice; where every fifth is there again the rows are something about customers.
    private const double MostRepeated = 0.8;

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

    // Who has an account or came from a source works for a customer, and is none who sells.
    private static readonly HashSet<string> OfContacts = ["account", "accountname", "accountid", "customer", "customername", "leadsource", "leadstatus", "lifecyclestage"];

    private static readonly RecordKind[] KnownByName = [RecordKind.Customers, RecordKind.People, RecordKind.Products, RecordKind.Campaigns];
    private static readonly RecordKind[] KnownById = [RecordKind.Deals, RecordKind.Leads, RecordKind.Activities, RecordKind.Cases, .. KnownByName];

    /// <summary>Whether there is more than a kind cannot do without: enough to count its rows.</summary>
    public static bool SaysEnough(ColumnMapping mapping, IReadOnlyList<string> headers) =>
        !Lacking(mapping, headers).Any() && !IsLedByAnother(mapping, headers)
        && (mapping.Kind != RecordKind.People || !headers.Any(header => OfContacts.Contains(Header.Normal(header))))
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

        var said = table.Rows.Take(RowsLooked).Select(row => row[column]).ToList();
        return said.Count >= FewestRows && said.OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Count() < said.Count * MostRepeated ? column : null;
    }

    /// <summary>Says so.</summary>
    public static RefusedFileException Repeated(ColumnMapping mapping, Table table)
    {
        var (kind, header) = (Importer.NameOf(mapping.Kind), table.Headers[RepeatedIn(mapping, table) ?? 0]);
        return new("repeated-ids", $"The file looks like {kind}, but '{header}' says the same or nothing in many rows, so they are something else: say with --kind what they are.", kind, header);
    }

    // A table of deals begins with the deal's id: whatever else it says, its rows are no leads.
    private static bool IsLedByAnother(ColumnMapping mapping, IReadOnlyList<string> headers)
    {
        var first = Header.Normal(headers[0]);
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
