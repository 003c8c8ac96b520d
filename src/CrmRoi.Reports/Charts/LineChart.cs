using CrmRoi.Metrics;
using CrmRoi.Metrics.Return;
using CrmRoi.Pdf;

namespace CrmRoi.Reports.Charts;

/// <summary>Something that is said of a stretch of months: "roll-out and ramp-up".</summary>
internal sealed record ChartStretch(Window Months, string Label);

/// <summary>Something that is said of one month.</summary>
internal sealed record ChartMark(Month Month, string Label);

/// <summary>A line by month, with what happened in which month written where it happened.</summary>
internal sealed class LineChart(Window window, IReadOnlyList<MonthAmount> values, Func<decimal, string> label, Func<Month, string> monthLabel)
{
    /// <summary>Between what and what each value lies; empty where there is no interval.</summary>
    public IReadOnlyList<(Month Month, decimal Low, decimal High)> Band { get; init; } = [];

    /// <summary>A dashed line at the start of a month.</summary>
    public ChartMark? Start { get; init; }

    /// <summary>Months with a ground of their own.</summary>
    public ChartStretch? Stretch { get; init; }

    /// <summary>A point on the line.</summary>
    public ChartMark? Point { get; init; }

    /// <summary>What stands at the line's end.</summary>
    public string? End { get; init; }

    /// <summary>The line's colour: the accent for a result, ink for what is only spent.</summary>
    public PdfColour Colour { get; init; } = ReportLook.Accent;

    public void Draw(Canvas canvas, PdfRectangle area)
    {
        var frame = new ChartFrame(area, values.Select(each => each.Amount).Concat(Band.SelectMany(each => new[] { each.Low, each.High })), label);
        var axis = new MonthAxis(window, frame.Plot, monthLabel);
        DrawStretch(canvas, frame, axis);
        frame.DrawGrid(canvas);
        axis.Draw(canvas);
        DrawBand(canvas, frame, axis);
        DrawStart(canvas, frame, axis);
        var points = values.Select(each => new PdfPoint(axis.Middle(each.Month), frame.Y(each.Amount))).ToList();
        if (points.Count > 1)
        {
            canvas.Polyline(points, new(Colour, 1.8) { Join = LineJoin.Round, Cap = LineCap.Round });
        }

        DrawPoint(canvas, frame, axis);
        DrawEnd(canvas, frame, points);
    }

    private void DrawStretch(Canvas canvas, ChartFrame frame, MonthAxis axis)
    {
        if (Stretch?.Months.Intersect(window) is { IsEmpty: false } months)
        {
            var x = axis.Start(months.From);
            canvas.Rectangle(new(x, frame.Plot.Y - 14, axis.Start(months.To.Plus(1)) - x, frame.Plot.Height + 14), ReportLook.Before.WithOpacity(0.16));
        }
    }

    private void DrawBand(Canvas canvas, ChartFrame frame, MonthAxis axis)
    {
        if (Band.Count > 1)
        {
            canvas.Polygon(
                Band.Select(each => new PdfPoint(axis.Middle(each.Month), frame.Y(each.High)))
                    .Concat(Band.Reverse().Select(each => new PdfPoint(axis.Middle(each.Month), frame.Y(each.Low)))),
                Colour.WithOpacity(0.14));
        }
    }

    private void DrawStart(Canvas canvas, ChartFrame frame, MonthAxis axis)
    {
        if (Start is not { } start || !window.Contains(start.Month))
        {
            return;
        }

        var (x, top) = (axis.Start(start.Month), frame.Plot.Y - 14);
        canvas.Line(new(x, top), new(x, frame.Plot.Bottom), new(ReportLook.Muted, 0.9, 3, 2.5));
        var text = Stretch is { } stretch ? $"{start.Label} · {stretch.Label}" : start.Label;
        var fitsRight = x + 5 + TextBlock.Measure(text, ReportLook.ChartLabel) <= frame.Plot.Right;
        canvas.Text(text, new(fitsRight ? x + 5 : x - 5, top + 7), ReportLook.ChartLabel, fitsRight ? TextAlignment.Left : TextAlignment.Right);
    }

    private void DrawPoint(Canvas canvas, ChartFrame frame, MonthAxis axis)
    {
        if (Point is not { } point || values.FirstOrDefault(each => each.Month == point.Month) is not { Month.IsKnown: true } at)
        {
            return;
        }

        var (x, y) = (axis.Middle(point.Month), frame.Y(at.Amount));
        var labelAt = y - 30 < frame.Plot.Y ? y + 34 : y - 26;
        canvas.Line(new(x, y), new(x, labelAt < y ? labelAt + 3 : labelAt - 8), new(ReportLook.Ink, 0.8));
        canvas.Circle(new(x, y), 3, PdfColour.White, new(ReportLook.Ink, 1.4));
        frame.Label(canvas, point.Label, x, labelAt, ReportLook.ChartStrong);
    }

    private void DrawEnd(Canvas canvas, ChartFrame frame, List<PdfPoint> points)
    {
        if (End is { } end && points.Count > 0)
        {
            canvas.Circle(points[^1], 2.4, Colour);
            var falls = points.Count > 1 && points[^2].Y < points[^1].Y;
            frame.Label(canvas, end, points[^1].X, points[^1].Y + (falls ? 13 : -7), ReportLook.ChartStrong);
        }
    }
}
