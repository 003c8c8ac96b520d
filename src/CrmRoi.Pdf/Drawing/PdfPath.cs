namespace CrmRoi.Pdf;

/// <summary>An outline of lines and curves, to be stroked, filled or clipped to.</summary>
public sealed class PdfPath
{
    private const double CircleControl = 0.5522847498;
    private readonly List<(string Operator, PdfPoint[] Points)> _segments = [];

    public static PdfPath Polyline(IEnumerable<PdfPoint> points)
    {
        var path = new PdfPath();
        foreach (var point in points)
        {
            _ = path._segments.Count == 0 ? path.MoveTo(point) : path.LineTo(point);
        }

        return path;
    }

    public static PdfPath Polygon(IEnumerable<PdfPoint> points) => Polyline(points).Close();

    public static PdfPath Rectangle(PdfRectangle area, double radius = 0)
    {
        var r = Math.Min(radius, Math.Min(area.Width, area.Height) / 2);
        return r <= 0
            ? Polygon([new(area.X, area.Y), new(area.Right, area.Y), new(area.Right, area.Bottom), new(area.X, area.Bottom)])
            : Rounded(area, r, r);
    }

    public static PdfPath Ellipse(PdfRectangle area) => Rounded(area, area.Width / 2, area.Height / 2);

    public static PdfPath Circle(PdfPoint centre, double radius) =>
        Ellipse(new(centre.X - radius, centre.Y - radius, 2 * radius, 2 * radius));

    public PdfPath MoveTo(PdfPoint point) => Add("m", point);

    public PdfPath LineTo(PdfPoint point) => Add("l", point);

    public PdfPath CurveTo(PdfPoint firstControl, PdfPoint secondControl, PdfPoint end) =>
        Add("c", firstControl, secondControl, end);

    public PdfPath Close() => Add("h");

    internal void Write(ContentStream content, double pageHeight)
    {
        if (_segments.Count == 0 || _segments[0].Operator != "m")
        {
            throw new InvalidOperationException("A path starts with MoveTo.");
        }

        foreach (var (name, points) in _segments)
        {
            foreach (var point in points)
            {
                content.Numbers(point.X, pageHeight - point.Y).Append(' ');
            }

            content.Append(name).Append('\n');
        }
    }

    private static PdfPath Rounded(PdfRectangle area, double rx, double ry)
    {
        var (left, top, right, bottom) = (area.X, area.Y, area.Right, area.Bottom);
        var (cx, cy) = (rx * (1 - CircleControl), ry * (1 - CircleControl));
        return new PdfPath()
            .MoveTo(new(left + rx, top))
            .LineTo(new(right - rx, top))
            .CurveTo(new(right - cx, top), new(right, top + cy), new(right, top + ry))
            .LineTo(new(right, bottom - ry))
            .CurveTo(new(right, bottom - cy), new(right - cx, bottom), new(right - rx, bottom))
            .LineTo(new(left + rx, bottom))
            .CurveTo(new(left + cx, bottom), new(left, bottom - cy), new(left, bottom - ry))
            .LineTo(new(left, top + ry))
            .CurveTo(new(left, top + cy), new(left + cx, top), new(left + rx, top))
            .Close();
    }

    private PdfPath Add(string name, params PdfPoint[] points)
    {
        _segments.Add((name, points));
        return this;
    }
}
