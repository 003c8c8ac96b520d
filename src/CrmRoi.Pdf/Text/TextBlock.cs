namespace CrmRoi.Pdf;

/// <summary>One line of a block: its spans in reading order.</summary>
public sealed class TextLine
{
    internal TextLine(IReadOnlyList<TextSpan> spans, TextStyle style)
    {
        Spans = spans;
        var first = spans.Count == 0 ? style : spans[0].Style;
        (Height, Baseline) = (first.LineHeight, first.Baseline);
        for (var index = 1; index < spans.Count; index++)
        {
            Height = Math.Max(Height, spans[index].Style.LineHeight);
            Baseline = Math.Max(Baseline, spans[index].Style.Baseline);
        }

        Width = WidthOf(spans, isTrimmed: true);
    }

    public IReadOnlyList<TextSpan> Spans { get; }

    public string Text => string.Concat(Spans.Select(span => span.Text));

    /// <summary>In points, without the spaces at the end.</summary>
    public double Width { get; }

    public double Height { get; }

    /// <summary>From the top of the line to its baseline.</summary>
    public double Baseline { get; }

    internal static double WidthOf(IReadOnlyList<TextSpan> spans, bool isTrimmed)
    {
        var sum = 0.0;
        for (var index = 0; index < spans.Count; index++)
        {
            var text = spans[index].Text.AsSpan();
            sum += TextShaper.Width(isTrimmed && index == spans.Count - 1 ? text.TrimEnd(' ') : text, spans[index].Style);
        }

        return sum;
    }

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
        Height = HeightOf(0, lines.Count);
    }

    public IReadOnlyList<TextLine> Lines { get; }

    /// <summary>The width that it was wrapped to.</summary>
    public double Width { get; }

    public double Height { get; }

    public static double Measure(string text, TextStyle style) => TextShaper.Width(PlainText.OneLine(text), style);

    public static TextBlock Wrap(string text, TextStyle style, double width) => Wrap([new TextSpan(text, style)], width);

    public static TextBlock Wrap(IReadOnlyList<TextSpan> spans, double width)
    {
        ArgumentOutOfRangeException.ThrowIfZero(spans.Count);
        var plain = spans.Select(span => PlainText.Of(span.Text) is var text && ReferenceEquals(text, span.Text) ? span : span with { Text = text }).ToList();
        var lines = new List<TextLine>();
        foreach (var paragraph in LineBreaker.Paragraphs(plain))
        {
            foreach (var line in LineBreaker.Break(paragraph, width))
            {
                lines.Add(new TextLine(line, spans[0].Style));
            }
        }

        return new TextBlock(lines, width);
    }

    public void Draw(Canvas canvas, PdfPoint topLeft, TextAlignment alignment = TextAlignment.Left) =>
        Draw(canvas, topLeft, alignment, 0, Lines.Count);

    /// <summary>The height of some of the lines.</summary>
    internal double HeightOf(int first, int count)
    {
        var height = 0.0;
        for (var index = first; index < Math.Min(first + count, Lines.Count); index++)
        {
            height += Lines[index].Height;
        }

        return height;
    }

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
