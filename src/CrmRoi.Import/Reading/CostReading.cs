using CrmRoi.Import.Mapping;
using CrmRoi.Metrics;
using CrmRoi.Metrics.Records;

namespace CrmRoi.Import.Reading;

/// <summary>A row of what the CRM costs.</summary>
internal static class CostReading
{
    private static readonly (CostKind Kind, string[] Words)[] Kinds =
    [
        (CostKind.Licences, ["licence", "license", "subscription", "lizenz", "abo"]),
        (CostKind.SetUp, ["setup", "implementation", "einrichtung", "einfuhrung"]),
        (CostKind.Customisation, ["custom", "anpassung"]),
        (CostKind.Migration, ["migration"]),
        (CostKind.Integration, ["integration", "schnittstelle"]),
        (CostKind.Training, ["training", "schulung"]),
        (CostKind.InternalHours, ["internal", "hours", "intern"]),
        (CostKind.Support, ["support", "maintenance", "care", "wartung", "betreuung"]),
        (CostKind.Hardware, ["hardware", "infrastructure"]),
        (CostKind.LeavingOldSystem, ["leaving", "oldsystem", "exit", "altsystem"]),
    ];

    public static Cost Read(RowReader row, WarningList warnings)
    {
        var (kind, description) = (row.Text("kind"), row.Text("description"));
        var users = row.Count("users");
        var cadence = CadenceOf(row, users);
        var (hours, hourlyRate) = (row.Number("hours"), row.Number("hourlyRate"));
        if (hours is null || hourlyRate is null)
        {
            row.Needed("amount");
        }

        var amount = row.Money("amount") ?? (hours * hourlyRate is { } worked ? row.Bounded("hourlyRate", worked) : null) ?? 0;
        if (amount <= 0)
        {
            row.Refuse("not-positive", "amount", "A cost must be above zero.");
        }

        if (cadence == Cadence.PerUserMonth && users is null or 0)
        {
            row.Refuse("missing", "users", "A cost per user needs the number of users.");
        }

        var programme = row.Text("programme") ?? row.Settings.Programme;
        if (programme is null)
        {
            row.Refuse("missing", "programme", "The row names no programme, and there is not exactly one.");
        }

        row.Needed("from");
        var from = row.Day("from") is { } first ? Month.Of(first) : default;
        var to = row.Day("to") is { } last ? Month.Of(last) : (Month?)null;
        if (to < from)
        {
            row.Refuse("ends-before-start", "to", $"The cost ends before it starts in {from}.");
        }

        return new Cost
        {
            Source = row.Settings.Source,
            Id = row.Id(programme, kind, description, from.ToString()),
            Programme = programme ?? "",
            Kind = KindOf(kind) ?? KindOf(description) ?? CostKind.Other,
            Description = description ?? kind ?? "",
            Cadence = cadence,
            Amount = amount,
            Users = cadence == Cadence.PerUserMonth ? users : null,
            From = from,
            To = cadence == Cadence.OneOff ? null : to,
            IsPlan = row.Flag("plan") ?? false,
            Owner = row.Text("owner"),
            Hours = hourlyRate is null ? null : hours,
            HourlyRate = hours is null ? null : hourlyRate,
            IndexRate = IndexOf(row),
            Links = LinksOf(row),
            PaidCurrency = PaidIn(row),
            PaidAmount = PaidIn(row) is null ? null : row.Number("amount"),
            ExchangeRate = PaidIn(row) is null ? null : row.RateOf("amount"),
            RateDate = PaidIn(row) is null ? null : row.Day("rateDate"),
        };
    }

    // The currency on the invoice, kept beside the converted amount; none where it is the company's own.
    private static string? PaidIn(RowReader row) =>
        row.Text("amount") is not null && row.CurrencyOf("amount") is var currency && currency != row.Settings.Currency ? currency : null;

    private static decimal? IndexOf(RowReader row)
    {
        if (row.Number("index") is not { } percent)
        {
            return null;
        }

        if (percent is <= -100 or > 1000)
        {
            row.Refuse("out-of-range", "index", "A yearly rise lies above −100 % and not above 1,000 %.");
            return null;
        }

        return percent / 100;
    }

    private static string[] LinksOf(RowReader row)
    {
        if (row.Text("link") is not { } link)
        {
            return [];
        }

        if (Uri.TryCreate(link, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps))
        {
            return [link];
        }

        row.Refuse("no-address", "link", "A document must be an address that starts with http:// or https://.");
        return [];
    }

    private static CostKind? KindOf(string? text)
    {
        var word = Header.Normal(text ?? "");
        return Array.Find(Kinds, kind => Array.Exists(kind.Words, part => word.Contains(part, StringComparison.Ordinal))) is { Words: not null } found
            ? found.Kind
            : null;
    }

    private static Cadence CadenceOf(RowReader row, int? users)
    {
        if (!row.Sheet.Has("cadence") || row.Text("cadence") is not { } text)
        {
            return users is null ? Cadence.OneOff : Cadence.PerUserMonth;
        }

        var word = Header.Normal(text);
        if (word.Contains("user", StringComparison.Ordinal) || word.Contains("nutzer", StringComparison.Ordinal) || word.Contains("seat", StringComparison.Ordinal))
        {
            return Cadence.PerUserMonth;
        }

        switch (word)
        {
            case "monthly" or "month" or "permonth" or "monatlich":
                return Cadence.Monthly;
            case "yearly" or "annual" or "annually" or "year" or "peryear" or "jahrlich":
                return Cadence.Yearly;
            case "oneoff" or "once" or "onetime" or "single" or "einmalig":
                return Cadence.OneOff;
            default:
                row.Refuse("unknown-cadence", "cadence", "How often it falls due must be one-off, monthly, yearly or per user and month.");
                return Cadence.OneOff;
        }
    }
}
