using CrmRoi.Metrics;
using CrmRoi.Pdf;

namespace CrmRoi.Reports.Charts;

/// <summary>One month of what happened against what was to be expected without the CRM.</summary>
internal sealed record CourseMonth(Month Month, decimal Observed, decimal Expected, decimal Low, decimal High);

/// <summary>What was observed, before and since go-live, against the dashed line of what was to be expected and its band.</summary>
internal sealed class CounterfactualChart(IReadOnlyList<CourseMonth> course, Month goLive, Func<decimal, string> label, Func<Month, string> monthLabel)
{
    private const double LegendHeight = 16;
    private const double SampleWidth = 16;

    private static readonly PdfColour Band = new(0xE1, 0xE4, 0xE9);
    private static readonly PdfStroke Before = Line(ReportLook.Before);
    private static readonly PdfStroke Since = Line(ReportLook.Accent);
    private static readonly PdfStroke Expected = new(ReportLook.Muted, 1.2, 3.5, 2.5);

    /// <summary>What the lines are called: before, since, expected, interval, go-live.</summary>
    public required (string Before, string Since, string Expected, string Interval, string GoLive) Names { get; init; }

    public void Draw(Canvas canvas, PdfRectangle area)
    {
        var window = new Window(course[0].Month, course[^1].Month);
        var plot = new PdfRectangle(area.X, area.Y + LegendHeight, area.Width, area.Height - LegendHeight);
        var frame = new ChartFrame(plot, course.SelectMany(each => new[] { each.Observed, each.Low, each.High }), label);
        var axis = new MonthAxis(window, frame.Plot, monthLabel);
        DrawBand(canvas, frame, axis);
        frame.DrawGrid(canvas);
        axis.Draw(canvas);
        Polyline(canvas, course.Select(each => new PdfPoint(axis.Middle(each.Month), frame.Y(each.Expected))), Expected);
        Polyline(canvas, Observed(each => each.Month <= goLive), Before);
        Polyline(canvas, Observed(each => each.Month >= goLive), Since);
        if (window.Contains(goLive))
        {
            var (x, top) = (axis.Start(goLive), frame.Plot.Y - 14);
            var fits = x + 5 + TextBlock.Measure(Names.GoLive, ReportLook.ChartText) <= frame.Plot.Right;
            canvas.Line(new(x, top), new(x, frame.Plot.Bottom), new(ReportLook.Muted, 0.9, 3, 2.5));
            canvas.Text(Names.GoLive, new(fits ? x + 5 : x - 5, top + 7), ReportLook.ChartText, fits ? TextAlignment.Left : TextAlignment.Right);
        }

        DrawLegend(canvas, area.X, area.Y + 8);

        IEnumerable<PdfPoint> Observed(Func<CourseMonth, bool> choice) =>
            course.Where(choice).Select(each => new PdfPoint(axis.Middle(each.Month), frame.Y(each.Observed)));
    }

    private void DrawBand(Canvas canvas, ChartFrame frame, MonthAxis axis)
    {
        if (course.Count > 1)
        {
            canvas.Polygon(
                course.Select(each => new PdfPoint(axis.Middle(each.Month), frame.Y(each.High)))
                    .Concat(course.Reverse().Select(each => new PdfPoint(axis.Middle(each.Month), frame.Y(each.Low)))),
                Band);
        }
    }

    private void DrawLegend(Canvas canvas, double x, double y)
    {
        Sample(Names.Before, left => canvas.Line(new(left, y - 2.5), new(left + SampleWidth, y - 2.5), Before));
        Sample(Names.Since, left => canvas.Line(new(left, y - 2.5), new(left + SampleWidth, y - 2.5), Since));
        Sample(Names.Expected, left => canvas.Line(new(left, y - 2.5), new(left + SampleWidth, y - 2.5), Expected));
        Sample(Names.Interval, left => canvas.Rectangle(new(left, y - 6, SampleWidth, 7), Band));

        void Sample(string name, Action<double> draw)
        {
            draw(x);
            x += SampleWidth + 5;
            x += canvas.Text(name, new(x, y), ReportLook.ChartText) + 14;
        }
    }

    private static void Polyline(Canvas canvas, IEnumerable<PdfPoint> points, PdfStroke stroke)
    {
        if (points.ToList() is { Count: > 1 } line)
        {
            canvas.Polyline(line, stroke);
        }
    }

    private static PdfStroke Line(PdfColour colour) => new(colour, 1.6) { Join = LineJoin.Round, Cap = LineCap.Round };
}
