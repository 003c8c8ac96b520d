namespace CrmRoi.Pdf;

/// <summary>One line of a block: its spans in reading order.</summary>
public sealed class TextLine
{
    internal TextLine(IReadOnlyList<TextSpan> spans, TextStyle style)
    {
        Spans = spans;
        var styles = spans.Select(span => span.Style).DefaultIfEmpty(style).ToList();
        Height = styles.Max(each => each.LineHeight);
        Baseline = styles.Max(each => each.Baseline);
        Width = Widths(spans, trimmed: true).Sum();
    }

    public IReadOnlyList<TextSpan> Spans { get; }

    public string Text => string.Concat(Spans.Select(span => span.Text));

    /// <summary>In points, without the spaces at the end.</summary>
    public double Width { get; }

    public double Height { get; }

    /// <summary>From the top of the line to its baseline.</summary>
    public double Baseline { get; }

    internal static IEnumerable<double> Widths(IReadOnlyList<TextSpan> spans, bool trimmed) =>
        spans.Select((span, index) => TextShaper.Width(
            trimmed && index == spans.Count - 1 ? span.Text.TrimEnd(' ') : span.Text, span.Style));

    internal void Draw(Canvas canvas, double x, double top)
    {
        foreach (var span in Spans)
        {
            x += canvas.Text(span.Text, new(x, top + Baseline), span.Style);
        }
    }
}

/// <summary>Text wrapped to a width. No character is lost: a word longer than the line is broken, never clipped.</summary>
public sealed class TextBlock
{
    private TextBlock(IReadOnlyList<TextLine> lines, double width)
    {
        Lines = lines;
        Width = width;
    }

    public IReadOnlyList<TextLine> Lines { get; }

    /// <summary>The width that it was wrapped to.</summary>
    public double Width { get; }

    public double Height => Lines.Sum(line => line.Height);

    public static double Measure(string text, TextStyle style) => TextShaper.Width(PlainText.OneLine(text), style);

    public static TextBlock Wrap(string text, TextStyle style, double width) => Wrap([new TextSpan(text, style)], width);

    public static TextBlock Wrap(IReadOnlyList<TextSpan> spans, double width)
    {
        ArgumentOutOfRangeException.ThrowIfZero(spans.Count);
        var plain = spans.Select(span => span with { Text = PlainText.Of(span.Text) }).ToList();
        var lines = new List<TextLine>();
        foreach (var paragraph in LineBreaker.Paragraphs(plain))
        {
            lines.AddRange(LineBreaker.Break(paragraph, width).Select(line => new TextLine(line, spans[0].Style)));
        }

        return new TextBlock(lines, width);
    }

    public void Draw(Canvas canvas, PdfPoint topLeft, TextAlignment alignment = TextAlignment.Left) =>
        Draw(canvas, topLeft, alignment, 0, Lines.Count);

    /// <summary>Draws some of the lines, the first of them at the top, and returns their height.</summary>
    internal double Draw(Canvas canvas, PdfPoint topLeft, TextAlignment alignment, int first, int count)
    {
        var y = topLeft.Y;
        foreach (var line in Lines.Skip(first).Take(count))
        {
            var free = Width - line.Width;
            var indent = alignment switch
            {
                TextAlignment.Right => free,
                TextAlignment.Centre => free / 2,
                _ => 0,
            };
            line.Draw(canvas, topLeft.X + indent, y);
            y += line.Height;
        }

        return y - topLeft.Y;
    }
}
