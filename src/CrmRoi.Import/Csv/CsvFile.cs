using System.Globalization;
using System.Text;

namespace CrmRoi.Import.Csv;

/// <summary>Writes CSV for people who open it in a spreadsheet.</summary>
public static class CsvFile
{
    /// <summary>A file in UTF-8 with a byte order mark, parted by commas.</summary>
    /// <remarks>Numbers are written with every digit and a point, whatever the reader's language; texts so that no spreadsheet takes one for a formula.</remarks>
    /// <param name="headers">The names of the columns.</param>
    /// <param name="rows">Texts, numbers, and nothing where there is no value.</param>
    public static byte[] Write(IReadOnlyList<string> headers, IEnumerable<IReadOnlyList<object?>> rows)
    {
        var text = new StringBuilder().Append(Join(headers.Select(Safe))).Append("\r\n");
        foreach (var row in rows)
        {
            text.Append(Join([.. row.Select(Written)])).Append("\r\n");
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    /// <summary>A text with an apostrophe before what a spreadsheet would take for a formula.</summary>
    internal static string Safe(string cell) => cell.Length > 0 && cell[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? $"'{cell}" : cell;

    /// <summary>A text without the apostrophe that <see cref="Safe"/> put before it.</summary>
    internal static string Unsafe(string cell) => cell.Length > 1 && cell[0] == '\'' && cell[1] is '=' or '+' or '-' or '@' or '\t' or '\r' ? cell[1..] : cell;

    /// <summary>Cells as a line, in quotes where they need them.</summary>
    internal static string Join(IEnumerable<string> cells) =>
        string.Join(',', cells.Select(cell => cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""));

    /// <summary>What <see cref="Join"/> wrote, lines of it parted by line feeds, in cells.</summary>
    internal static List<List<string>> Split(string text)
    {
        var (lines, cell, isQuoted) = (new List<List<string>> { new() }, new StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '"' && isQuoted && i + 1 < text.Length && text[i + 1] == '"')
            {
                cell.Append('"');
                i++;
            }
            else if (text[i] == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (isQuoted || text[i] is not (',' or '\n'))
            {
                cell.Append(text[i]);
            }
            else
            {
                End();
                if (text[i] == '\n')
                {
                    lines.Add([]);
                }
            }
        }

        End();
        return lines;

        void End()
        {
            lines[^1].Add(cell.ToString());
            cell.Clear();
        }
    }

    private static string Written(object? cell) => cell switch
    {
        null => "",
        string text => Safe(text),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"A cell cannot hold a {cell.GetType().Name}.", nameof(cell)),
    };
}
