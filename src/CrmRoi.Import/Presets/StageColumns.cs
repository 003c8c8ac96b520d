using System.Text.RegularExpressions;

namespace CrmRoi.Import.Presets;

/// <summary>Columns that say when a deal entered a stage: one for each stage.</summary>
internal static class StageColumns
{
    public const string Stage = "{stage}";
    private const string Pipeline = "{pipeline}";

    /// <summary>The stage of each such column, by the column.</summary>
    public static IReadOnlyList<(int Column, string Stage)> In(IReadOnlyList<string> headers, IReadOnlyList<string> patterns)
    {
        var expressions = patterns.Select(ExpressionOf).ToList();
        return
        [
            .. from header in headers.Index()
               let match = expressions.Select(expression => expression.Match(header.Item.Trim())).FirstOrDefault(match => match.Success)
               where match is not null && match.Groups["stage"].Length > 0
               select (header.Index, match.Groups["stage"].Value.Trim()),
        ];
    }

    // Not backtracking: a user's pattern cannot make a header take for ever.
    private static Regex ExpressionOf(string pattern)
    {
        var escaped = Regex.Escape(pattern)
            .Replace(Regex.Escape(Stage), "(?<stage>.+)", StringComparison.Ordinal)
            .Replace(Regex.Escape(Pipeline), "(?<pipeline>[^()]+)", StringComparison.Ordinal);
        return new($"^{escaped}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
    }
}
