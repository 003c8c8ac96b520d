using System.Globalization;
using CrmRoi.Metrics.Records;
using CrmRoi.Web.Pages.Shared;

namespace CrmRoi.Web.Pages.Admin.Costs;

/// <summary>Reads and writes the lines of a cost's form: users by month, and addresses of documents.</summary>
public static class CostDetails
{
    private const int MostLines = 120;

    /// <summary>Reads "2026-03: 12", a line each.</summary>
    /// <returns>None where a line is none, or a month is there twice.</returns>
    public static IReadOnlyList<UserCount>? ReadUsers(string? text)
    {
        var counts = new List<UserCount>();
        foreach (var line in Lines(text))
        {
            if (line.Split(':') is not [var month, var users] || !TypedMonth.TryRead(month, out var from)
                || !int.TryParse(users.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count > 1_000_000 || counts.Exists(each => each.From == from))
            {
                return null;
            }

            counts.Add(new(from, count));
        }

        return counts.Count > MostLines ? null : [.. counts.OrderBy(count => count.From)];
    }

    /// <summary>Reads addresses, a line each.</summary>
    /// <returns>None where a line is no address of the web.</returns>
    public static IReadOnlyList<string>? ReadLinks(string? text)
    {
        var links = Lines(text);
        return links.Length <= MostLines && Array.TrueForAll(links, link => link.Length <= 500 && Links.IsAddress(link)) ? links : null;
    }

    public static string Write(IEnumerable<UserCount> counts) =>
        string.Join('\n', counts.Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.From}: {count.Users}")));

    public static string Write(IEnumerable<string> links) => string.Join('\n', links);

    private static string[] Lines(string? text) =>
        (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
