using CrmRoi.Pdf;

namespace CrmRoi.Reports.Charts;

/// <summary>What one doubt does: the figure at its worse and at its better end.</summary>
internal sealed record TornadoStep(string Name, double Worst, double Best);

/// <summary>What each doubt does to the likely figure alone, the widest first.</summary>
internal sealed class TornadoChart(double likely, IReadOnlyList<TornadoStep> steps, Func<double, string> label, string likelyLabel, string zeroLabel)
{
    private const double RowHeight = 24;
    private const double Head = 24;
    private const double NameShare = 0.32;
    private const double EndRoom = 40;

    public static double HeightOf(int steps) => Head + (steps * RowHeight) + 14;

    public void Draw(Canvas canvas, PdfRectangle area)
    {
        var (least, most) = (Math.Min(likely, steps.Min(step => step.Worst)), Math.Max(likely, steps.Max(step => step.Best)));
        var span = most > least ? most - least : 1;
        var names = area.Width * NameShare;
        var (left, width) = (area.X + names + EndRoom, area.Width - names - (2 * EndRoom));
        var bottom = area.Y + Head + (steps.Count * RowHeight);
        if (least < 0 && most > 0)
        {
            canvas.Line(new(X(0), area.Y + Head - 6), new(X(0), bottom), new(ReportLook.Muted, 0.9, 3, 2.5));
            canvas.Text(zeroLabel, new(X(0), bottom + 10), ReportLook.ChartText, TextAlignment.Centre);
        }

        for (var index = 0; index < steps.Count; index++)
        {
            Row(canvas, steps[index], area.Y + Head + (index * RowHeight), area.X, names - 8, X);
        }

        canvas.Line(new(X(likely), area.Y + Head - 6), new(X(likely), bottom), new(ReportLook.Ink, 1));
        canvas.Text(likelyLabel, new(X(likely), area.Y + 10), ReportLook.ChartStrong, TextAlignment.Centre);

        double X(double value) => left + (width * (value - least) / span);
    }

    private void Row(Canvas canvas, TornadoStep step, double top, double x, double room, Func<double, double> place)
    {
        var (middle, height) = (top + (RowHeight / 2), RowHeight * 0.56);
        var lines = TextBlock.Wrap(step.Name, ReportLook.ChartText, room).Lines;
        canvas.Text(lines[0].Text.TrimEnd(), new(x, middle + (lines.Count > 1 ? -2 : 2.7)), ReportLook.ChartText);
        if (lines.Count > 1)
        {
            canvas.Text(ReportLook.Cut(lines.Count > 2 ? lines[1].Text + lines[2].Text : lines[1].Text, ReportLook.ChartText, room), new(x, middle + 7.5), ReportLook.ChartText);
        }

        End(canvas, label(step.Worst), place(step.Worst) - 4, middle, TextAlignment.Right);
        End(canvas, label(step.Best), place(step.Best) + 4, middle, TextAlignment.Left);
        canvas.Rectangle(new(place(step.Worst), middle - (height / 2), Math.Max(place(likely) - place(step.Worst), 0.6), height), ReportLook.Loss);
        canvas.Rectangle(new(place(likely), middle - (height / 2), Math.Max(place(step.Best) - place(likely), 0.6), height), ReportLook.Accent);
    }

    // On a ground that keeps the dashed line of zero off it.
    private static void End(Canvas canvas, string text, double x, double middle, TextAlignment alignment)
    {
        var width = TextBlock.Measure(text, ReportLook.ChartLabel);
        canvas.Rectangle(new((alignment == TextAlignment.Right ? x - width : x) - 1.5, middle - 5, width + 3, 10), PdfColour.White);
        canvas.Text(text, new(x, middle + 2.7), ReportLook.ChartLabel, alignment);
    }
}
