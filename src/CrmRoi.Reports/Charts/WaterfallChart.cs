using CrmRoi.Pdf;

namespace CrmRoi.Reports.Charts;

/// <summary>A step of a waterfall: what is added, or the sum of all before.</summary>
internal sealed record WaterfallStep(string Name, decimal Amount, string Written, bool IsTotal = false);

/// <summary>How parts add up to a whole, each from where the one before ended.</summary>
internal sealed class WaterfallChart(IReadOnlyList<WaterfallStep> steps, Func<decimal, string> label)
{
    private const int MostLines = 3;
    private const double NameHeight = 44;

    public void Draw(Canvas canvas, PdfRectangle area)
    {
        var frame = new ChartFrame(area, Ends().SelectMany(end => new[] { end.From, end.To }), label, NameHeight);
        frame.DrawGrid(canvas);
        var slot = frame.Plot.Width / steps.Count;
        var width = Math.Min(slot * 0.62, 46);
        var (names, figures) = (Smallest(steps.SelectMany(step => step.Name.Split(' ')), ReportLook.ChartText, slot - 6), Smallest(steps.Select(step => step.Written), ReportLook.ChartStrong, slot - 2));
        foreach (var (step, index, from, to) in Ends())
        {
            var x = frame.Plot.X + (slot * index) + ((slot - width) / 2);
            var (top, bottom) = (Math.Min(frame.Y(from), frame.Y(to)), Math.Max(frame.Y(from), frame.Y(to)));
            var colour = step.Amount < 0 ? ReportLook.Loss : step.IsTotal ? ReportLook.Total : ReportLook.Accent;
            canvas.Rectangle(new(x, top, width, Math.Max(bottom - top, 0.6)), colour, null, 1.5);
            if (index < steps.Count - 1)
            {
                canvas.Line(new(x + width, frame.Y(to)), new(x + slot, frame.Y(to)), new(ReportLook.Before, 0.7, 1.5, 2));
            }

            canvas.Text(step.Written, new(x + (width / 2), top - 5), figures, TextAlignment.Centre);
            Name(canvas, step.Name, names, x + (width / 2), frame.Plot.Bottom + 6, slot - 6);
        }
    }

    // Neighbours are set in one size: that of the one that needs the smallest.
    private static TextStyle Smallest(IEnumerable<string> texts, TextStyle style, double width) =>
        texts.Select(text => ReportLook.Fit(text, style, width)).MinBy(each => each.Size) ?? style;

    private static void Name(Canvas canvas, string name, TextStyle style, double middle, double top, double width)
    {
        var lines = TextBlock.Wrap(name, style, width).Lines;
        for (var index = 0; index < Math.Min(lines.Count, MostLines); index++)
        {
            var isCut = index == MostLines - 1 && lines.Count > MostLines;
            var text = isCut ? ReportLook.Cut(lines[index].Text + lines[index + 1].Text, style, width) : lines[index].Text.TrimEnd();
            canvas.Text(text, new(middle, top + (index * 10) + 7), style, TextAlignment.Centre);
        }
    }

    private IEnumerable<(WaterfallStep Step, int Index, decimal From, decimal To)> Ends()
    {
        var sum = 0m;
        for (var index = 0; index < steps.Count; index++)
        {
            var step = steps[index];
            var from = step.IsTotal ? 0 : sum;
            sum = step.IsTotal ? step.Amount : sum + step.Amount;
            yield return (step, index, from, sum);
        }
    }
}
