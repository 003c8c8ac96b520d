using System.Text.Json;
using CrmRoi.Data;

namespace CrmRoi.Web.Pages.Reviews;

/// <summary>An entry of the audit log, as people read it: which thing, and what of it was what.</summary>
/// <param name="Name">Which one, by its own words where it has any.</param>
/// <param name="Changes">What was changed, "Amount: 100 → 120".</param>
internal sealed record AuditText(string Name, string Changes)
{
    private const int LongestValue = 80;

    // The words by which people know a thing, and what only the program reads.
    private static readonly string[] Names = ["Description", "Name"];
    private static readonly string[] Unseen = ["Id", "Source", "Programme", "Description", "Name"];

    public static AuditText Of(AuditEntry entry)
    {
        using var document = JsonDocument.Parse(entry.Changes);
        var changes = document.RootElement.EnumerateObject().ToDictionary(change => change.Name, change => (Was: TextOf(change.Value[0]), Is: TextOf(change.Value[1])));
        var name = Names.Where(changes.ContainsKey).Select(each => changes[each].Is ?? changes[each].Was).FirstOrDefault(each => each is not null);
        return new(name ?? entry.Key, string.Join(" · ", changes
            .Where(change => change.Value is not (null, null) && !(entry.What != AuditAction.Changed && Unseen.Contains(change.Key)))
            .Select(change => entry.What switch
            {
                AuditAction.Added => $"{change.Key}: {change.Value.Is}",
                AuditAction.Deleted => $"{change.Key}: {change.Value.Was}",
                _ => $"{change.Key}: {change.Value.Was ?? "—"} → {change.Value.Is ?? "—"}",
            })));
    }

    private static string? TextOf(JsonElement value)
    {
        var text = value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined ? "" : value.ToString();
        return text.Length == 0 ? null : text.Length > LongestValue ? text[..LongestValue] + "…" : text;
    }
}
