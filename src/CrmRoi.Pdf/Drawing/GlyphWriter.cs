namespace CrmRoi.Pdf;

/// <summary>Writes glyphs in reading order, each where the drawing order puts it, so that right-to-left text reads right.</summary>
internal sealed class GlyphWriter(PdfDocument document, ContentStream content, double size, double tracking)
{
    private double _pen;
    private PdfFont? _font;
    private EmbeddedFont? _embedded;

    public void Write(List<ShapedGlyph> glyphs)
    {
        if (IsInOrder(glyphs))
        {
            var x = 0.0;
            foreach (var glyph in glyphs)
            {
                Write(glyph, x);
                x += glyph.Advance + glyph.Kerning + tracking;
            }
        }
        else
        {
            foreach (var (glyph, x) in Placed(glyphs))
            {
                Write(glyph, x);
            }
        }

        content.Append(">] TJ\n");
    }

    private static bool IsInOrder(List<ShapedGlyph> glyphs)
    {
        for (var index = 1; index < glyphs.Count; index++)
        {
            if (glyphs[index].Order < glyphs[index - 1].Order)
            {
                return false;
            }
        }

        return true;
    }

    private List<(ShapedGlyph Glyph, double X)> Placed(List<ShapedGlyph> glyphs)
    {
        var placed = new List<(ShapedGlyph Glyph, double X)>(glyphs.Count);
        var x = 0.0;
        foreach (var glyph in glyphs)
        {
            placed.Add((glyph, x));
            x += glyph.Advance + glyph.Kerning + tracking;
        }

        placed.Sort((left, right) => left.Glyph.Order.CompareTo(right.Glyph.Order));
        return placed;
    }

    private void Write(in ShapedGlyph glyph, double x)
    {
        if (glyph.Font != _font || _embedded is null)
        {
            _embedded = document.FontFor(glyph.Font);
            content.Append(_font is null ? "/" : ">] TJ\n/").Append(_embedded.Resource).Append(' ').Number(size).Append(" Tf\n[<");
            _font = glyph.Font;
        }

        if (Math.Abs(x - _pen) > 0.001)
        {
            content.Append('>').Number(_pen - x).Append('<');
        }

        content.Hexadecimal(_embedded.CodeOf(glyph.Glyph, glyph.Text));
        _pen = x + glyph.Advance + tracking;
    }
}
