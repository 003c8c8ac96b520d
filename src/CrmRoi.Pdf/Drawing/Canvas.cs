using System.Globalization;

namespace CrmRoi.Pdf;

/// <summary>Draws on a page. It exists only within a tagged or artifact scope, so nothing can be drawn without a meaning.</summary>
public sealed class Canvas
{
    private readonly PdfPage _page;
    private readonly ContentStream _content;
    private bool _isOpen = true;

    internal Canvas(PdfPage page, ContentStream content)
    {
        _page = page;
        _content = content;
    }

    public void Line(PdfPoint from, PdfPoint to, PdfStroke stroke) =>
        Path(new PdfPath().MoveTo(from).LineTo(to), null, stroke);

    public void Rectangle(PdfRectangle area, PdfColour? fill, PdfStroke? stroke = null, double radius = 0)
    {
        EnsureOpen();
        if (fill is not null || stroke is not null)
        {
            Path(PdfPath.Rectangle(area, radius), fill, stroke);
        }
    }

    public void Circle(PdfPoint centre, double radius, PdfColour? fill, PdfStroke? stroke = null) =>
        Path(PdfPath.Circle(centre, radius), fill, stroke);

    public void Polygon(IEnumerable<PdfPoint> points, PdfColour? fill, PdfStroke? stroke = null) =>
        Path(PdfPath.Polygon(points), fill, stroke);

    public void Polyline(IEnumerable<PdfPoint> points, PdfStroke stroke) => Path(PdfPath.Polyline(points), null, stroke);

    public void Path(PdfPath path, PdfColour? fill, PdfStroke? stroke = null)
    {
        EnsureOpen();
        if (fill is null && stroke is null)
        {
            return;
        }

        var paint = (fill, stroke) switch
        {
            (not null, not null) => "B",
            (not null, null) => "f",
            _ => "S",
        };
        _content.Append("q\n");
        AppendOpacity(fill?.Opacity ?? 1, stroke?.Colour.Opacity ?? 1);
        if (fill is { } colour)
        {
            colour.Write(_content);
            _content.Append(" rg\n");
        }

        stroke?.Write(_content);
        path.Write(_content, _page.Height);
        _content.Append(paint).Append("\nQ\n");
    }

    /// <summary>Draws an image that fills an area.</summary>
    public void Image(PdfImage image, PdfRectangle area)
    {
        EnsureOpen();
        _content.Append("q\n").Numbers(area.Width, 0, 0, area.Height, area.X, _page.Height - area.Bottom).Append(" cm\n/")
            .Append(_page.Document.NameOf(image)).Append(" Do\nQ\n");
    }

    /// <summary>Draws text in one line, from a point on its baseline, and returns its width.</summary>
    public double Text(string text, PdfPoint baseline, TextStyle style, TextAlignment alignment = TextAlignment.Left)
    {
        EnsureOpen();
        var plain = PlainText.OneLine(text);
        var glyphs = TextShaper.Shape(plain, style);
        var width = TextShaper.Width(glyphs, style);
        if (glyphs.Count == 0)
        {
            return 0;
        }

        var x = alignment switch
        {
            TextAlignment.Right => baseline.X - width,
            TextAlignment.Centre => baseline.X - (width / 2),
            _ => baseline.X,
        };
        _content.Append("q\n");
        AppendOpacity(style.Colour.Opacity, 1);
        _content.Append("BT\n");
        style.Colour.Write(_content);
        _content.Append(" rg\n").Number(style.Tracking).Append(" Tc\n1 0 0 1 ").Numbers(x, _page.Height - baseline.Y).Append(" Tm\n");
        new GlyphWriter(_page.Document, _content, style.Size, style.Tracking * 1000 / style.Size).Write(glyphs);
        _content.Append("ET\nQ\n");
        return width;
    }

    /// <summary>Draws only what lies within an area.</summary>
    public void Clipped(PdfPath area, Action draw)
    {
        EnsureOpen();
        _content.Append("q\n");
        area.Write(_content, _page.Height);
        _content.Append("W n\n");
        draw();
        _content.Append("Q\n");
    }

    /// <summary>Draws turned clockwise about a point.</summary>
    public void Rotated(double degrees, PdfPoint centre, Action draw)
    {
        EnsureOpen();
        var angle = -degrees * Math.PI / 180;
        var (sine, cosine) = Math.SinCos(angle);
        var (x, y) = (centre.X, _page.Height - centre.Y);
        var shiftX = x - (cosine * x) + (sine * y);
        var shiftY = y - (sine * x) - (cosine * y);
        _content.Append("q\n").Append(Precise(cosine, sine, -sine, cosine)).Numbers(shiftX, shiftY).Append(" cm\n");
        draw();
        _content.Append("Q\n");
    }

    internal void Close() => _isOpen = false;

    private static string Precise(params double[] values) =>
        string.Concat(values.Select(value => value.ToString("0.######", CultureInfo.InvariantCulture) + " "));

    private void AppendOpacity(double fill, double stroke)
    {
        if (fill < 1 || stroke < 1)
        {
            _page.HasTransparency = true;
            _content.Append('/').Append(_page.Document.OpacityFor(fill, stroke)).Append(" gs\n");
        }
    }

    private void EnsureOpen()
    {
        if (!_isOpen)
        {
            throw new InvalidOperationException("The scope of this canvas has ended: draw within PdfPage.Tagged or PdfPage.Artifact.");
        }
    }
}
