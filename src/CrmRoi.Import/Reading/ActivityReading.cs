using System.Globalization;
using CrmRoi.Import.Mapping;
using CrmRoi.Metrics.Records;

namespace CrmRoi.Import.Reading;

/// <summary>A row of calls, e-mails, meetings, quotes or inquiries.</summary>
internal static class ActivityReading
{
    // What CRMs write down by themselves when something else is closed.
    private static readonly HashSet<string> SystemMade = ["opportunityclose", "quoteclose", "orderclose", "caseresolution", "incidentresolution", "leadclose"];

    private static readonly (ActivityKind Kind, string[] Words)[] Kinds =
    [
        (ActivityKind.Inquiry, ["inquiry", "enquiry", "webform", "formsubmission", "anfrage"]),
        (ActivityKind.Call, ["call", "phone", "anruf", "telefon"]),
        (ActivityKind.Email, ["mail"]),
        (ActivityKind.Meeting, ["meeting", "event", "demo", "appointment", "visit", "termin", "besuch", "lunch"]),
        (ActivityKind.Quote, ["quote", "quotation", "proposal", "angebot"]),
    ];

    private static readonly HashSet<string> Completed = ["completed", "complete", "held", "done", "closed", "sent", "received", "true", "yes", "1", "erledigt", "ja"];

    // What Salesforce offers as subjects of tasks, which then have no other kind: the whole subject, since one with more words is something to do.
    private static readonly Dictionary<string, ActivityKind> Subjects = new()
    {
        ["call"] = ActivityKind.Call,
        ["anruf"] = ActivityKind.Call,
        ["email"] = ActivityKind.Email,
        ["sendquote"] = ActivityKind.Quote,
    };

    public static Activity? Read(RowReader row, WarningList warnings)
    {
        row.Needed("at");
        var at = row.Time("at") ?? default;
        var type = row.Text("kind");
        var isSystemMade = type is not null && SystemMade.Contains(row.Sheet.NormalOf(type));
        var kind = KindOf(row, type);
        if (kind is null && !isSystemMade)
        {
            warnings.Add("activity-not-counted", row.Line, type ?? "no kind", type is null ? [] : [type]);
            return null;
        }

        var direction = row.Text("direction");
        return new Activity
        {
            Source = row.Settings.Source,
            Id = row.Id(at.ToString("O", CultureInfo.InvariantCulture), type, row.Written("rep"), row.Written("customer"), row.Text("subject")),
            Kind = kind ?? ActivityKind.Meeting,
            Direction = DirectionOf(direction) ?? DirectionOf(type) ?? ActivityDirection.Unknown,
            At = at,
            IsCompleted = IsCompleted(row, at),
            IsSystemMade = isSystemMade,
            Rep = row.Text("rep"),
            Customer = row.Text("customer"),
            Deal = row.Text("deal"),
            Lead = row.Text("lead"),
            Channel = row.Text("channel"),
        };
    }

    // A file of nothing but calls has no column for the kind: its headers say "Call …".
    private static ActivityKind? KindOf(RowReader row, string? type)
    {
        if (!row.Sheet.Has("kind"))
        {
            return row.Sheet.Table.Headers.Any(header => Header.Normal(header).Contains("call", StringComparison.Ordinal)) ? ActivityKind.Call : null;
        }

        var word = row.Sheet.NormalOf(type ?? "");
        return Array.Find(Kinds, kind => Array.Exists(kind.Words, part => word.Contains(part, StringComparison.Ordinal))) is { Words: not null } found
            ? found.Kind
            : type is null && Subjects.TryGetValue(row.Sheet.NormalOf(row.Text("subject") ?? ""), out var said) ? said : null;
    }

    private static ActivityDirection? DirectionOf(string? text)
    {
        var word = Header.Normal(text ?? "");
        return word.StartsWith("out", StringComparison.Ordinal) || word is "ausgehend" ? ActivityDirection.Outbound
            : word.StartsWith("in", StringComparison.Ordinal) && word is not ("internal" or "inquiry") || word is "eingehend" ? ActivityDirection.Inbound
            : null;
    }

    // Where nobody wrote a state, what lies behind us took place.
    private static bool IsCompleted(RowReader row, DateTime at) => row.Text("status") is { } status
        ? Completed.Contains(row.Sheet.NormalOf(status))
        : DateOnly.FromDateTime(at) <= row.Settings.Today;
}
