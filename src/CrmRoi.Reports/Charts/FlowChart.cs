using CrmRoi.Metrics;
using CrmRoi.Metrics.Return;
using CrmRoi.Pdf;

namespace CrmRoi.Reports.Charts;

/// <summary>What came in upwards, what went out downwards.</summary>
internal sealed class FlowChart(Window window, CashFlow gain, CashFlow cost, Func<decimal, string> label, Func<Month, string> monthLabel)
{
    public void Draw(Canvas canvas, PdfRectangle area)
    {
        var values = window.Months.SelectMany(month => new[] { gain[month], -cost[month] });
        var frame = new ChartFrame(area, values, label);
        var axis = new MonthAxis(window, frame.Plot, monthLabel);
        frame.DrawGrid(canvas);
        axis.Draw(canvas);
        foreach (var month in window.Months)
        {
            Bar(canvas, frame, axis, month, -cost[month], ReportLook.Total, -1);
            Bar(canvas, frame, axis, month, gain[month], gain[month] < 0 ? ReportLook.Loss : ReportLook.Accent, 0);
        }
    }

    // Cost and gain of a month stand side by side, so that a gain below zero does not cover its month's cost.
    private static void Bar(Canvas canvas, ChartFrame frame, MonthAxis axis, Month month, decimal value, PdfColour colour, int side)
    {
        var width = Math.Min(axis.Step * 0.36, 12);
        var (zero, y) = (frame.Y(0), frame.Y(value));
        if (value != 0)
        {
            canvas.Rectangle(new(axis.Middle(month) + (side * width), Math.Min(zero, y), width, Math.Abs(zero - y)), colour);
        }
    }
}
