using CrmRoi.Pdf;

namespace CrmRoi.Reports.Charts;

/// <summary>A figure on its scale, with the interval that holds it and the zero that it is read against.</summary>
internal sealed class IntervalChart(double value, double low, double high, Func<double, string> label, string zeroLabel)
{
    private const double BandHeight = 14;

    // A figure at the very end of the scale still has room for the label of the interval's end beside its own.
    private const double RoomAtEnds = 58;

    public void Draw(Canvas canvas, PdfRectangle area)
    {
        var (least, most) = (Math.Min(low, Math.Min(0, value)), Math.Max(high, Math.Max(0, value)));
        var span = most > least ? most - least : 1;
        var (left, width) = (area.X + RoomAtEnds, area.Width - (2 * RoomAtEnds));
        var y = area.Y + 34;
        canvas.Line(new(area.X, y), new(area.Right, y), new(ReportLook.Line, 1.2));
        canvas.Rectangle(new(X(low), y - (BandHeight / 2), Math.Max(X(high) - X(low), 1), BandHeight), Tint(), null, 3);
        canvas.Line(new(X(0), y - 18), new(X(0), y + 18), new(ReportLook.Muted, 0.9, 3, 2.5));
        canvas.Text(zeroLabel, new(X(0), y - 23), ReportLook.ChartText, Alignment(X(0), area));
        canvas.Circle(new(X(value), y), 5, value < 0 ? ReportLook.Loss : ReportLook.Accent, new(PdfColour.White, 1.4));
        var strong = ReportLook.ChartStrong with { Size = 10 };
        canvas.Text(label(value), new(X(value), y + 24), strong, TextAlignment.Centre);
        var half = (TextBlock.Measure(label(value), strong) / 2) + 4;
        End(low, TextAlignment.Right, X(value) - half);
        End(high, TextAlignment.Left, X(value) + half);

        double X(double at) => left + (width * (at - least) / span);

        // The ends stand under the band's ends, moved outwards where they would run into the figure.
        void End(double at, TextAlignment alignment, double limit)
        {
            var text = label(at);
            var x = X(at) + (alignment == TextAlignment.Right ? TextBlock.Measure(text, ReportLook.ChartLabel) / 2 : -TextBlock.Measure(text, ReportLook.ChartLabel) / 2);
            canvas.Text(text, new(alignment == TextAlignment.Right ? Math.Min(x, limit) : Math.Max(x, limit), y + 24), ReportLook.ChartLabel, alignment);
        }
    }

    // The accent at a quarter on white, so that the cover needs no transparency.
    private static PdfColour Tint() => new(0xC2, 0xDE, 0xDB);

    private static TextAlignment Alignment(double x, PdfRectangle area) =>
        x < area.X + 60 ? TextAlignment.Left : x > area.Right - 60 ? TextAlignment.Right : TextAlignment.Centre;
}
