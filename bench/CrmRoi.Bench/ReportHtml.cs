using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace CrmRoi.Bench;

/// <summary>A report as HTML: the same headings, paragraphs, lists and tables, its charts as SVG, a section on a page of its own.</summary>
/// <param name="figures">What draws each of its figures, in their order: operators of PDF, a line each.</param>
internal sealed class ReportHtml(Queue<string> figures)
{
    private const string Style = """
        @page{size:A4;margin:20mm}body{font:9.5pt/1.5 sans-serif;color:#101828;margin:0}section{break-before:page}h1{font-size:17pt}h2{font-size:11.5pt}
        table{width:100%;border-collapse:collapse;font-size:8.5pt;font-variant-numeric:tabular-nums}th{text-align:left;font-weight:600}td{text-align:right}
        th,td{padding:3pt 5pt;border-bottom:.6pt solid #e3e7ed}thead{display:table-header-group}figure{margin:0;break-inside:avoid}tr{break-inside:avoid}svg{width:100%;font-size:7.5px}
        """;

    private static readonly Dictionary<string, string> Tags = new()
    {
        ["Document"] = "main",
        ["Sect"] = "section",
        ["H1"] = "h1",
        ["H2"] = "h2",
        ["H3"] = "h3",
        ["P"] = "p",
        ["L"] = "ul",
        ["LI"] = "li",
        ["LBody"] = "div",
        ["Table"] = "table",
        ["THead"] = "thead",
        ["TBody"] = "tbody",
        ["TR"] = "tr",
        ["TH"] = "th",
        ["TD"] = "td",
        ["Figure"] = "figure",
        ["Caption"] = "caption",
        ["TOC"] = "ul",
        ["TOCI"] = "li",
    };

    private readonly StringBuilder html = new();
    private readonly Stack<(int Depth, string Tag)> open = [];
    private string bounds = "";

    /// <param name="structure">What <c>pdfinfo -struct-text</c> says.</param>
    /// <param name="contents">The file with its streams as they are.</param>
    public static string Of(string structure, string contents)
    {
        var drawn = Regex.Matches(contents, @"/Figure << /MCID \d+ >> BDC\n(.*?)EMC", RegexOptions.Singleline).Select(match => match.Groups[1].Value);
        var report = new ReportHtml(new(drawn));
        foreach (var line in structure.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            report.Add(line.Length - line.AsSpan().TrimStart(' ').Length, line.Trim());
        }

        report.Close(0);
        return $"<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Report</title><style>{Style}</style>{report.html}</html>";
    }

    private void Add(int depth, string line)
    {
        if (line.StartsWith('"'))
        {
            Say(line.Trim('"'));
        }
        else if (line.StartsWith("/BBox", StringComparison.Ordinal))
        {
            bounds = line;
        }
        else if (Tags.TryGetValue(line.Split(' ', ':')[0], out var tag))
        {
            Close(depth);
            open.Push((depth, tag));
            html.Append('<').Append(tag).Append('>');
        }
    }

    private void Say(string text)
    {
        if (open.Peek().Tag == "figure")
        {
            html.Append(Svg([.. Regex.Matches(bounds, @"[\d.]+").Select(match => double.Parse(match.Value, CultureInfo.InvariantCulture))], text));
        }
        else if (open.Peek().Tag != "li")
        {
            html.Append(WebUtility.HtmlEncode(text)); // the sign before an item is the browser's
        }
    }

    private void Close(int depth)
    {
        while (open.TryPeek(out var last) && last.Depth >= depth)
        {
            html.Append("</").Append(open.Pop().Tag).Append('>');
        }
    }

    private string Svg(double[] box, string text)
    {
        var (svg, path) = (new StringBuilder(), new StringBuilder());
        var (fill, stroke, place, said) = ("", "", "", 0);
        foreach (var line in figures.Dequeue().Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = line.Split(' ');
            switch (parts[^1])
            {
                case "rg": fill = Colour(parts); break;
                case "d": stroke = $" stroke=\"{Colour(parts)}\" stroke-width=\"{parts[4]}\""; break;
                case "m" or "l" or "c": path.Append(char.ToUpperInvariant(parts[^1][0])).AppendJoin(' ', parts[..^1]); break;
                case "h": path.Append('Z'); break;
                case "f" or "S" or "B":
                    svg.Append(CultureInfo.InvariantCulture, $"<path transform=\"translate(0 {box[3]}) scale(1 -1)\" d=\"{path}\" fill=\"{(parts[^1] == "S" ? "none" : fill)}\"{(parts[^1] == "f" ? "" : stroke)}/>");
                    path.Clear();
                    break;
                case "Tm": place = string.Create(CultureInfo.InvariantCulture, $"x=\"{parts[4]}\" y=\"{box[3] - double.Parse(parts[5], CultureInfo.InvariantCulture)}\""); break;
                case "TJ":
                    var count = Math.Min(Regex.Matches(line, "<([0-9A-F]*)>").Sum(match => match.Groups[1].Length) / 4, text.Length - said);
                    svg.Append(CultureInfo.InvariantCulture, $"<text {place} fill=\"{fill}\">{WebUtility.HtmlEncode(text.Substring(said, count))}</text>");
                    said += count;
                    break;
            }
        }

        return string.Create(CultureInfo.InvariantCulture, $"<svg viewBox=\"{box[0]} 0 {box[2] - box[0]} {box[3] - box[1]}\">{svg}</svg>");
    }

    private static string Colour(string[] parts) => $"rgb({string.Join(' ', parts[..3].Select(part => Math.Round(255 * double.Parse(part, CultureInfo.InvariantCulture))))})";
}
