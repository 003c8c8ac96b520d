using System.Globalization;
using System.Text;

namespace CrmRoi.Pdf;

/// <summary>Draws on a page. It exists only within a tagged or artifact scope, so nothing can be drawn without a meaning.</summary>
public sealed class Canvas
{
    private readonly PdfPage _page;
    private readonly StringBuilder _content;
    private bool _isOpen = true;

    internal Canvas(PdfPage page, StringBuilder content)
    {
        _page = page;
        _content = content;
    }

    public void Line(PdfPoint from, PdfPoint to, PdfStroke stroke) =>
        Path(new PdfPath().MoveTo(from).LineTo(to), null, stroke);

    public void Rectangle(PdfRectangle area, PdfColour? fill, PdfStroke? stroke = null, double radius = 0) =>
        Path(PdfPath.Rectangle(area, radius), fill, stroke);

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
        _content.Append(fill is { } colour ? $"{colour.Operands} rg\n" : "")
            .Append(stroke?.Operators)
            .Append(path.Operators(_page.Height))
            .Append(paint).Append("\nQ\n");
    }

    /// <summary>Draws an image that fills an area.</summary>
    public void Image(PdfImage image, PdfRectangle area)
    {
        EnsureOpen();
        _content.Append("q\n").Append(PdfSyntax.Numbers(area.Width, 0, 0, area.Height, area.X, _page.Height - area.Bottom)).Append(" cm\n/")
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
        _content.Append("BT\n").Append(style.Colour.Operands).Append(" rg\n")
            .Append(PdfSyntax.Numbers(style.Tracking)).Append(" Tc\n")
            .Append("1 0 0 1 ").Append(PdfSyntax.Numbers(x, _page.Height - baseline.Y)).Append(" Tm\n");
        AppendGlyphs(glyphs, style.Size, style.Tracking * 1000 / style.Size);
        _content.Append("ET\nQ\n");
        return width;
    }

    /// <summary>Draws only what lies within an area.</summary>
    public void Clipped(PdfPath area, Action draw)
    {
        EnsureOpen();
        _content.Append("q\n").Append(area.Operators(_page.Height)).Append("W n\n");
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
        _content.Append("q\n").Append(Precise(cosine, sine, -sine, cosine)).Append(PdfSyntax.Numbers(shiftX, shiftY)).Append(" cm\n");
        draw();
        _content.Append("Q\n");
    }

    internal void Close() => _isOpen = false;

    private static string Precise(params double[] values) =>
        string.Concat(values.Select(value => value.ToString("0.######", CultureInfo.InvariantCulture) + " "));

    /// <summary>Writes glyphs in reading order, each where the drawing order puts it, so that right-to-left text reads right.</summary>
    private void AppendGlyphs(List<ShapedGlyph> glyphs, double size, double tracking)
    {
        var placed = new List<(ShapedGlyph Glyph, double X)>(glyphs.Count);
        var x = 0.0;
        foreach (var glyph in glyphs)
        {
            placed.Add((glyph, x));
            x += glyph.Advance + glyph.Kerning + tracking;
        }

        placed.Sort((left, right) => left.Glyph.Order.CompareTo(right.Glyph.Order));
        var pen = 0.0;
        PdfFont? font = null;
        foreach (var (glyph, start) in placed)
        {
            var embedded = _page.Document.FontFor(glyph.Font);
            if (glyph.Font != font)
            {
                _content.Append(font is null ? "" : ">] TJ\n")
                    .Append(CultureInfo.InvariantCulture, $"/{embedded.Resource} {PdfSyntax.Number(size)} Tf\n[<");
                font = glyph.Font;
            }

            if (Math.Abs(start - pen) > 0.001)
            {
                _content.Append('>').Append(PdfSyntax.Number(pen - start)).Append('<');
            }

            _content.Append(CultureInfo.InvariantCulture, $"{embedded.CodeOf(glyph.Glyph, glyph.Text):X4}");
            pen = start + glyph.Advance + tracking;
        }

        _content.Append(">] TJ\n");
    }

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
