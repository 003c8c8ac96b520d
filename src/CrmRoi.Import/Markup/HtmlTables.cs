using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using CrmRoi.Import.Csv;
using CrmRoi.Import.Excel;
using CrmRoi.Import.Files;

namespace CrmRoi.Import.Markup;

/// <summary>The tables of a web page. One within another's cell is a table of its own.</summary>
internal sealed partial class HtmlTables
{
    private const int DeepestTable = 50;
    private readonly List<Open> open = [];
    private readonly List<Table> tables = [];
    private readonly SheetRoom room;

    private HtmlTables(SheetRoom room) => this.room = room;

    /// <summary>Those that have rows, with their numbers.</summary>
    /// <exception cref="RefusedFileException">There is none, or one has no end.</exception>
    public static IReadOnlyList<(string Sheet, Table Table)> Read(FileSource source, Encoding encoding, SheetRoom room)
    {
        using var stream = source.Open();
        using var text = new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 16);
        var page = new HtmlTables(room);
        var tokens = new HtmlTokens(text);
        while (tokens.Read())
        {
            page.Take(tokens.Tag, tokens.Text);
        }

        page.End();
        var wide = page.tables.Where(table => table.Headers.Count > 1).ToList();
        var told = wide.Count > 0 ? wide : page.tables;
        return told.Count > 0
            ? [.. told.Select((table, i) => (string.Create(CultureInfo.InvariantCulture, $"{i + 1}"), table))]
            : throw RefusedFileException.NotText("a web page without a table");
    }

    private void Take(string tag, string text)
    {
        switch (tag)
        {
            case "":
                Last?.Say(text);
                break;
            case "table":
                Push(isStated: true);
                break;
            case "/table":
                Pop();
                break;
            case "tr" or "/tr":
                Row(isEnd: tag[0] == '/');
                break;
            case "td" or "th":
                Row(isEnd: false, isCell: true);
                Last!.Begin(Span(text, Columns()), Span(text, Rows()));
                break;
            case "/td" or "/th":
                Last?.EndCell();
                break;
            case "br" or "p" or "div" or "li" or "/p" or "/div" or "/li":
                Last?.Say("\u2028");
                break;
            default:
                break;
        }
    }

    private Open? Last => open.Count == 0 ? null : open[^1];

    private void Push(bool isStated)
    {
        if (open.Count == DeepestTable)
        {
            throw RefusedFileException.NotText("a web page without a table");
        }

        open.Add(new(new(room), isStated));
    }

    private void Pop()
    {
        if (Last is not { } last)
        {
            return;
        }

        last.EndRow();
        open.RemoveAt(open.Count - 1);
        if (last.Grid.Result() is { } table)
        {
            tables.Add(table);
        }
    }

    // Some pages are rows without a table around them.
    private void Row(bool isEnd, bool isCell = false)
    {
        if (open.Count == 0)
        {
            if (isEnd)
            {
                return;
            }

            Push(isStated: false);
        }

        if (!isCell)
        {
            Last!.EndRow();
        }
    }

    private void End()
    {
        if (open.Exists(table => table.IsStated))
        {
            throw new RefusedFileException("cut-off", "The file ends in the middle of its table: it came in part only. Export or download it again.");
        }

        while (open.Count > 0)
        {
            Pop();
        }
    }

    private static int Span(string attributes, Regex pattern) =>
        pattern.Match(attributes) is { Success: true } match && int.TryParse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture, out var span) ? Math.Clamp(span, 1, WorkbookLimits.MostRows) : 1;

    [GeneratedRegex(@"\bcolspan\s*=\s*[""']?\s*(\d{1,9})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Columns();

    [GeneratedRegex(@"\browspan\s*=\s*[""']?\s*(\d{1,9})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Rows();

    /// <summary>A table whose end has not come.</summary>
    private sealed class Open(Grid grid, bool isStated)
    {
        private readonly StringBuilder cell = new();
        private (int Columns, int Rows)? span;
        private bool hasCells;

        public Grid Grid => grid;

        public bool IsStated => isStated;

        public void Begin(int columns, int rows)
        {
            EndCell();
            (span, hasCells) = ((columns, rows), true);
        }

        public void Say(string text)
        {
            if (span is not null)
            {
                cell.Append(text);
                if (cell.Length > 4 * CsvTable.MaxRow)
                {
                    throw WorkbookLimits.RowTooLong();
                }
            }
        }

        public void EndCell()
        {
            if (span is var (columns, rows))
            {
                grid.Add(Plain(cell.ToString()), columns, rows);
            }

            cell.Clear();
            span = null;
        }

        public void EndRow()
        {
            EndCell();
            if (hasCells)
            {
                grid.EndRow();
            }

            hasCells = false;
        }

        // A page shows any number of blanks and line breaks as one blank; "&nbsp;" is what it writes into an empty cell.
        private static string Plain(string text)
        {
            var shown = new StringBuilder(text.Length);
            foreach (var letter in text)
            {
                if (letter is not (' ' or '\t' or '\r' or '\n'))
                {
                    shown.Append(letter == '\u2028' ? '\n' : letter);
                }
                else if (shown.Length > 0 && shown[^1] is not (' ' or '\n'))
                {
                    shown.Append(' ');
                }
            }

            return WebUtility.HtmlDecode(shown.ToString()).Trim();
        }
    }
}
