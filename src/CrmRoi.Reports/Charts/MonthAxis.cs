using CrmRoi.Metrics;
using CrmRoi.Pdf;

namespace CrmRoi.Reports.Charts;

/// <summary>Months along the foot of a plot.</summary>
internal sealed class MonthAxis(Window window, PdfRectangle plot, Func<Month, string> label)
{
    private static readonly int[] Steps = [1, 2, 3, 6, 12, 24, 60, 120];

    private readonly double step = plot.Width / Math.Max(window.Length, 1);

    public double Step => step;

    /// <summary>The middle of a month.</summary>
    public double Middle(Month month) => Start(month) + (step / 2);

    /// <summary>Where a month begins.</summary>
    public double Start(Month month) => plot.X + (step * window.From.MonthsUntil(month));

    public void Draw(Canvas canvas)
    {
        var widest = window.Months.Take(12).Max(month => TextBlock.Measure(label(month), ReportLook.ChartLabel)) + 12;
        var every = Steps.FirstOrDefault(months => months * step >= widest, 240);
        foreach (var month in window.Months.Where(month => window.From.MonthsUntil(month) % every == 0))
        {
            var (text, x) = (label(month), Middle(month));
            var width = TextBlock.Measure(text, ReportLook.ChartLabel);
            if (x + (width / 2) <= plot.Right + 4)
            {
                canvas.Text(text, new(x, plot.Bottom + 13), ReportLook.ChartLabel, TextAlignment.Centre);
            }
        }
    }
}
