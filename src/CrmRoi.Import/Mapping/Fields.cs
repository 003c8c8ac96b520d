namespace CrmRoi.Import.Mapping;

/// <summary>Every kind of record with its fields, and their names in the CRMs that are known.</summary>
public static partial class Fields
{
    // Not a field: its parts are initialised in other files of this class, in no stated order.
    private static readonly Lazy<IReadOnlyList<KindFields>> Every = new(() =>
        [Deals!, Leads!, Activities!, Customers!, Orders!, Campaigns!, Touches!, Cases!, Surveys!, Costs!, People!, Products!, StageChanges!]);

    /// <summary>Every kind that a file can hold.</summary>
    public static IReadOnlyList<KindFields> All => Every.Value;

    /// <summary>The fields of a kind.</summary>
    public static KindFields Of(RecordKind kind) => All.First(fields => fields.Kind == kind);

    private static Field Text(string name, double weight, params string[] synonyms) => new(name, FieldType.Text, weight, [.. synonyms, name]);

    private static Field Date(string name, double weight, params string[] synonyms) => new(name, FieldType.Date, weight, [.. synonyms, name]);

    private static Field Number(string name, double weight, params string[] synonyms) => new(name, FieldType.Number, weight, [.. synonyms, name]);

    private static Field Money(string name, double weight, params string[] synonyms) => new(name, FieldType.Money, weight, [.. synonyms, name]);

    private static Field Flag(string name, double weight, params string[] synonyms) => new(name, FieldType.Flag, weight, [.. synonyms, name]);

    private static Field Deleted => Flag("deleted", 0, "Is Deleted", "Deleted", "_fivetran_deleted");

    private static Field Currency => Text("currency", 0.5,
        "Currency", "Amount Currency", "Currency (of value)", "amountCurrency", "currencyCode", "CurrencyIsoCode", "Currency Code", "Währung", "deal_currency_code", "Value Currency", "Bid Currency");

    private static Field Rate => Number("rate", 0.5, "Exchange Rate", "Conversion Rate", "Currency Rate", "Wechselkurs");
}
