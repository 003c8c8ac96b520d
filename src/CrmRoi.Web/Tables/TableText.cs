using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace CrmRoi.Web.Tables;

/// <summary>The cells of a table that a page wrote: what stands in them, and the small print under it in a column of its own.</summary>
/// <remarks>It reads what this program's own pages write, which is well formed; it is no reader of anybody's HTML.</remarks>
internal sealed partial class TableText
{
    private readonly List<Row> rows = [];
    private readonly StringBuilder text = new();
    private readonly StringBuilder small = new();
    private int depthOfSmall;
    private int depthOfSkipped;
    private bool isHead;
    private bool isUnseen;
    private bool isChosen = true;
    private int span = 1;

    private TableText()
    {
    }

    /// <summary>Headers and rows, as CSV takes them: numbers as numbers, texts as texts, nothing where nothing stands.</summary>
    /// <param name="html">What stands between the table's tags.</param>
    public static (IReadOnlyList<string> Headers, IReadOnlyList<IReadOnlyList<object?>> Rows) Read(string html)
    {
        var table = new TableText();
        table.Walk(html);
        return table.Shape();
    }

    private void Walk(string html)
    {
        var at = 0;
        foreach (Match tag in Tags().Matches(html))
        {
            Say(html[at..tag.Index]);
            at = tag.Index + tag.Length;
            Meet(tag.Groups["name"].Value.ToLowerInvariant(), tag.Groups["end"].Length > 0, tag.Groups["rest"].Value);
        }
    }

    private void Say(string part)
    {
        if (depthOfSkipped == 0 && isChosen && part.Length > 0)
        {
            (depthOfSmall > 0 ? small : text).Append(WebUtility.HtmlDecode(part));
        }
    }

    private void Meet(string name, bool isEnd, string attributes)
    {
        switch (name)
        {
            case "thead":
                isHead = !isEnd;
                break;
            case "tr" when !isEnd:
                rows.Add(new(isHead, []));
                break;
            case "th" or "td" when !isEnd:
                (span, isUnseen) = (AttributeOf(attributes, "colspan") is { } columns ? int.Parse(columns, CultureInfo.InvariantCulture) : 1, false);
                text.Clear();
                small.Clear();
                break;
            case "th" or "td":
                Close();
                break;
            case "small":
                depthOfSmall += isEnd ? -1 : 1;
                small.Append(' ');
                break;
            case "svg" or "button" or "script" or "style" or "i":
                depthOfSkipped += isEnd ? -1 : 1;
                break;
            case "input" when AttributeOf(attributes, "type") is not ("hidden" or "checkbox" or "radio" or "submit") && AttributeOf(attributes, "value") is { } typed:
                text.Append(WebUtility.HtmlDecode(typed));
                break;
            case "option":
                isChosen = isEnd || attributes.Contains("selected", StringComparison.Ordinal);
                break;
            case "span" when AttributeOf(attributes, "class") == "unseen":
                isUnseen = true;
                break;
            case "br" or "p" or "div" or "li":
                text.Append(' ');
                break;
        }
    }

    private void Close()
    {
        var cells = rows[^1].Cells;
        cells.Add(new(Tidy(text), Tidy(small), isUnseen));
        for (var i = 1; i < span; i++)
        {
            cells.Add(new("", "", false));
        }
    }

    private (IReadOnlyList<string>, IReadOnlyList<IReadOnlyList<object?>>) Shape()
    {
        var head = rows.LastOrDefault(row => row.IsHead);
        var body = rows.Where(row => !row.IsHead && row.Cells.Count > 0).ToList();
        var width = Math.Max(head?.Cells.Count ?? 0, body.Count == 0 ? 0 : body.Max(row => row.Cells.Count));

        // What is only told to those who hear the page are buttons and little pictures.
        var columns = Enumerable.Range(0, width).Where(i => head is null || i >= head.Cells.Count || !head.Cells[i].IsUnseen).ToList();
        var notes = columns.Where(i => body.Any(row => i < row.Cells.Count && row.Cells[i].Small.Length > 0)).ToHashSet();
        var headers = columns.SelectMany(i => notes.Contains(i) ? [NameOf(head, i), NameOf(head, i) + " *"] : new[] { NameOf(head, i) });
        return ([.. headers], [.. body.Select(row => (IReadOnlyList<object?>)[.. columns.SelectMany(i => CellsOf(row, i, notes.Contains(i)))])]);
    }

    private static string NameOf(Row? head, int column) =>
        head is not null && column < head.Cells.Count && head.Cells[column].Text.Length > 0 ? head.Cells[column].Text : string.Create(CultureInfo.InvariantCulture, $"{column + 1}");

    private static IEnumerable<object?> CellsOf(Row row, int column, bool hasNote)
    {
        var cell = column < row.Cells.Count ? row.Cells[column] : new("", "", false);
        return hasNote ? [ValueOf(cell.Text), ValueOf(cell.Small)] : [ValueOf(cell.Text)];
    }

    private static object? ValueOf(string text) => text.Length == 0 ? null
        : decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && !IsCode(text) ? number
        : text;

    // 007 is no seven.
    private static bool IsCode(string text) => text.Length > 1 && text[0] == '0' && text[1] != '.';

    private static string Tidy(StringBuilder written) => Spaces().Replace(written.ToString(), " ").Trim();

    private static string? AttributeOf(string attributes, string name) =>
        Regex.Match(attributes, $@"(?:^|\s){name}=""([^""]*)""", RegexOptions.None, TimeSpan.FromSeconds(1)) is { Success: true } found ? found.Groups[1].Value : null;

    [GeneratedRegex("<(?<end>/?)(?<name>[a-zA-Z0-9-]+)(?<rest>(?:[^\">]|\"[^\"]*\")*)>|<!--.*?-->", RegexOptions.Singleline, 5_000)]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+", RegexOptions.None, 5_000)]
    private static partial Regex Spaces();

    private sealed record Row(bool IsHead, List<Cell> Cells);

    private sealed record Cell(string Text, string Small, bool IsUnseen);
}
