using System.Security.Cryptography;
using System.Text;
using CrmRoi.Data;
using CrmRoi.Import.Csv;
using CrmRoi.Import.Parsing;

namespace CrmRoi.Import.Reading;

/// <summary>Reads the fields of one row, and keeps the first thing that cannot be right.</summary>
internal sealed class RowReader(Sheet sheet, TableRow row)
{
    /// <summary>The first thing that cannot be right; none as long as there is none.</summary>
    public Refusal? Refusal { get; private set; }

    public int Line => row.Line;

    public TableRow Cells => row;

    public Sheet Sheet => sheet;

    public ReadSettings Settings => sheet.Settings;

    public void Refuse(string code, string? field, string reason, params IReadOnlyList<string> arguments)
    {
        var column = field is null ? null : sheet.Plan(field).Column;
        Refusal ??= new(row.Line, column is { } c ? sheet.Table.Headers[c] : "", column is { } v ? row[v] ?? "" : "", code, reason) { Arguments = arguments };
    }

    /// <summary>What a field says; a name as it is called here.</summary>
    public string? Text(string field) => Text(field, sheet.Plan(field));

    /// <summary>What a field says as the file writes it, whatever it is called here: what ids are made of.</summary>
    public string? Written(string field) => Written(field, sheet.Plan(field));

    /// <summary>What a field says that must say something.</summary>
    public string Needed(string field)
    {
        if (Text(field) is { } text)
        {
            return text;
        }

        Refuse("missing", field, $"The {Spoken(field)} is missing.");
        return "";
    }

    private static string Spoken(string field) => field switch
    {
        "at" or "entered" or "answered" => "date",
        "created" => "date of creation",
        "opened" => "date of opening",
        "start" or "from" => "date of the start",
        "placed" => "date of the order",
        _ => field,
    };

    /// <summary>The source's id; where the file has no column for it, what else tells one record from another.</summary>
    public string Id(params ReadOnlySpan<string?> otherwise)
    {
        if (!sheet.Has("id"))
        {
            return Made(otherwise);
        }

        if (Text("id") is { } id)
        {
            if (ShortenedId.Is(id))
            {
                Refuse("shortened-id", "id", "A spreadsheet has shortened this id, so it is no longer known which record it is: export it anew and do not save it in a spreadsheet before.");
            }

            return id;
        }

        Refuse("missing-id", "id", "The id is missing.");
        return "";
    }

    /// <summary>An id made of what tells one record from another.</summary>
    public static string Made(params ReadOnlySpan<string?> parts)
    {
        var made = string.Join('|', parts!);
        return made.Length <= Limits.Id - 16 ? made : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(made)));
    }

    /// <summary>The day in a column of stages.</summary>
    public DateOnly? DayIn(int column)
    {
        if (row[column] is not { } text)
        {
            return null;
        }

        var at = sheet.StageDates.Parse(text, isDay: true);
        if (at is null)
        {
            Refusal ??= new(row.Line, sheet.Table.Headers[column], text, "bad-date", "This is not a date of the calendar.");
        }

        return at is { } day ? DateOnly.FromDateTime(day) : null;
    }

    public DateTime? Time(string field) => When(field, isDay: false);

    public DateOnly? Day(string field) => When(field, isDay: true) is { } at ? DateOnly.FromDateTime(at) : null;

    public decimal? Number(string field)
    {
        var plan = sheet.Plan(field);
        if (Text(field, plan) is not { } text)
        {
            return null;
        }

        var number = plan.Numbers.Parse(text);
        if (number is null)
        {
            Refuse("bad-number", field, "This is not a number.");
            return null;
        }

        return Bounded(field, number.Value * plan.Scale);
    }

    /// <summary>An amount that sums can still be made of; refused otherwise.</summary>
    public decimal? Bounded(string field, decimal amount)
    {
        if (Math.Abs(amount) < Limits.Amount)
        {
            return amount;
        }

        Refuse("too-large", field, "The number is a trillion (a million million) or more: sums of such amounts could not be kept exactly.");
        return null;
    }

    /// <summary>A number that cannot be negative.</summary>
    public decimal? Positive(string field)
    {
        var number = Number(field);
        if (number < 0)
        {
            Refuse("negative", field, $"The {field} cannot be negative.");
        }

        return number;
    }

    public int? Count(string field)
    {
        var number = Positive(field);
        if (number is null or (<= int.MaxValue and >= 0) && (number is null || number == decimal.Truncate(number.Value)))
        {
            return (int?)number;
        }

        Refuse("bad-number", field, $"The {field} must be a whole number.");
        return null;
    }

    public bool? Flag(string field)
    {
        if (Text(field) is not { } text)
        {
            return null;
        }

        var flag = Flags.Parse(text);
        if (flag is null)
        {
            Refuse("bad-flag", field, "This is neither yes nor no.");
        }

        return flag;
    }

    /// <summary>The currency of an amount: that which its header says, that of its row, its own sign, the file's, or the company's.</summary>
    public string CurrencyOf(string field)
    {
        var own = sheet.Plan(field).Currency ?? sheet.CurrencyOf(row) ?? Currencies.InAmount(Text(field));
        return Currencies.Code(own ?? Settings.Map.Currency ?? Settings.Currency, Settings.Currency);
    }

    /// <summary>What an amount of this row is multiplied by to be in the company's currency.</summary>
    public decimal RateOf(string field)
    {
        var currency = CurrencyOf(field);
        if (currency == Settings.Currency)
        {
            return 1;
        }

        var rate = Number("rate") ?? (Settings.Map.Rates.TryGetValue(currency, out var known) ? known : null);
        if (rate is null or <= 0)
        {
            Refuse("currency", field, $"The amount is in {currency}, the company's currency is {Settings.Currency}, and no rate is given.", currency, Settings.Currency);
        }

        return rate ?? 1;
    }

    /// <summary>An amount that cannot be negative, in the company's currency.</summary>
    public decimal? Money(string field, bool mayBeNegative = false) =>
        (mayBeNegative ? Number(field) : Positive(field)) is { } amount ? amount == 0 ? 0 : Bounded(field, amount * RateOf(field)) : null;

    private string? Text(string field, FieldPlan plan) =>
        Written(field, plan) is { } text ? plan.Named is { } named ? Settings.Names.Of(sheet.Mapping.Kind, named, text) : text : null;

    private string? Written(string field, FieldPlan plan)
    {
        if (plan.Of(row) is not { } text)
        {
            return null;
        }

        if (text.Length > plan.Longest)
        {
            Refuse("too-long", field, $"The text is longer than {plan.Longest} characters.");
        }

        if (ZeroByte.IsIn(text))
        {
            Refuse("zero", field, "The text holds a NUL byte, as something that broke off leaves it: take it out.");
        }

        // An apostrophe before a formula is our own, from the file of refused rows.
        return CsvFile.Unsafe(text);
    }

    private DateTime? When(string field, bool isDay)
    {
        var plan = sheet.Plan(field);
        if (Text(field, plan) is not { } text)
        {
            return null;
        }

        var at = plan.Dates.Parse(text, isDay);
        if (at is null)
        {
            Refuse("bad-date", field, "This is not a date of the calendar.");
        }

        return at;
    }
}
