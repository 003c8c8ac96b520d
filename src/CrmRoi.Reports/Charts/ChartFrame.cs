using CrmRoi.Pdf;

namespace CrmRoi.Reports.Charts;

/// <summary>The plot of a chart: the scale at its left, thin lines across, a stronger one at zero.</summary>
internal sealed class ChartFrame
{
    private const double LabelHeight = 16;
    private const double RoomAbove = 20;

    private readonly NiceScale scale;
    private readonly IReadOnlyList<(decimal Value, string Label)> ticks;

    public ChartFrame(PdfRectangle area, IEnumerable<decimal> values, Func<decimal, string> label, double below = LabelHeight)
    {
        scale = NiceScale.Of(values);
        ticks = [.. scale.Ticks.Select(value => (value, label(value)))];
        var left = ticks.Max(tick => TextBlock.Measure(tick.Label, ReportLook.ChartLabel)) + 8;
        Plot = new(area.X + left, area.Y + RoomAbove, area.Width - left, area.Height - RoomAbove - below);
    }

    /// <summary>Where marks stand.</summary>
    public PdfRectangle Plot { get; }

    public double Y(decimal value) => Plot.Bottom - (Plot.Height * scale.At(value));

    public void DrawGrid(Canvas canvas)
    {
        foreach (var (value, label) in ticks)
        {
            var y = Y(value);
            canvas.Line(new(Plot.X, y), new(Plot.Right, y), value == 0 ? new(ReportLook.Before, 0.9) : ReportLook.Rule);
            canvas.Text(label, new(Plot.X - 6, y + 2.7), ReportLook.ChartLabel, TextAlignment.Right);
        }
    }

    /// <summary>A label that is moved inwards where it would leave the plot, on a ground that keeps lines off it.</summary>
    public void Label(Canvas canvas, string text, double x, double baseline, TextStyle style)
    {
        var width = TextBlock.Measure(text, style);
        var left = Math.Clamp(x - (width / 2), Plot.X + 2, Math.Max(Plot.X + 2, Plot.Right - width));
        canvas.Rectangle(new(left - 2, baseline - style.Size, width + 4, style.Size * 1.3), PdfColour.White.WithOpacity(0.8));
        canvas.Text(text, new(left, baseline), style);
    }
}
