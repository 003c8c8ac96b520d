using System.Text.RegularExpressions;

namespace CrmRoi.Import.Parsing;

/// <summary>An id that a spreadsheet took for a number and shortened: "1.8E+10", where there were eleven digits.</summary>
internal static partial class ShortenedId
{
    public static bool Is(string id) => id.Length > 5 && id[1] is '.' or ',' && id.Contains("E+", StringComparison.Ordinal) && Shape().IsMatch(id);

    [GeneratedRegex(@"^\d[.,]\d+E\+\d+$", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
