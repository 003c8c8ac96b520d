using System.Text;

namespace CrmRoi.Pdf;

/// <summary>A glyph in its place; advance and kerning in thousandths of the size; the order is that of reading.</summary>
internal readonly record struct ShapedGlyph(PdfFont Font, ushort Glyph, string Text, double Advance, double Kerning, int Order);

/// <summary>Turns text into glyphs in the order in which they are drawn.</summary>
internal static class TextShaper
{
    public static double Width(string text, TextStyle style) => Width(text.AsSpan(), style);

    public static double Width(ReadOnlySpan<char> text, TextStyle style) => PlainText.IsSimple(text)
        ? ShapeSimple(text, style, null) * style.Size / 1000 + (text.Length * style.Tracking)
        : Width(Shape(text.ToString(), style), style);

    public static double Width(List<ShapedGlyph> glyphs, TextStyle style)
    {
        var sum = 0.0;
        foreach (var glyph in glyphs)
        {
            sum += glyph.Advance + glyph.Kerning;
        }

        return (sum * style.Size / 1000) + (glyphs.Count * style.Tracking);
    }

    public static List<ShapedGlyph> Shape(string text, TextStyle style)
    {
        var glyphs = new List<ShapedGlyph>(text.Length);
        if (PlainText.IsSimple(text))
        {
            ShapeSimple(text, style, glyphs);
            return glyphs;
        }

        var joined = ArabicForms.Join(Clusters(text), style.Fonts);
        var clusters = VisualOrder.Arrange([.. joined.Select((cluster, order) => cluster with { Order = order })]);
        var wasTabular = false;
        foreach (var cluster in clusters)
        {
            var (font, glyph, isTabular) = style.Fonts.GlyphFor(cluster.Shown, style.TabularFigures);
            if (glyphs.Count > 0 && glyphs[^1].Font == font && !isTabular && !wasTabular)
            {
                glyphs[^1] = glyphs[^1] with { Kerning = font.Thousandths(font.KerningBetween(glyphs[^1].Glyph, glyph)) };
            }

            glyphs.Add(new(font, glyph, cluster.Text, font.ThousandthsOf(glyph), 0, cluster.Order));
            wasTabular = isTabular;
        }

        return glyphs;
    }

    /// <summary>The same for simple text, without anything between the text and its glyphs; gives its width in thousandths of the size.</summary>
    private static double ShapeSimple(ReadOnlySpan<char> text, TextStyle style, List<ShapedGlyph>? glyphs)
    {
        var (fonts, isTabular, sum) = (style.Fonts, style.TabularFigures, 0.0);
        var glyph = text.IsEmpty ? null : fonts.GlyphOf(text[0], isTabular);
        for (var index = 0; glyph is not null; index++)
        {
            var next = index + 1 < text.Length ? fonts.GlyphOf(text[index + 1], isTabular) : null;
            var kerning = next is null ? 0 : glyph.KerningTo(next);
            sum += glyph.Advance + kerning;
            glyphs?.Add(new(glyph.Font, glyph.Glyph, glyph.Text, glyph.Advance, kerning, index));
            glyph = next;
        }

        return sum;
    }

    /// <summary>Characters with the invisible signs that follow them.</summary>
    private static List<Cluster> Clusters(string text)
    {
        var clusters = new List<Cluster>(text.Length);
        var lead = "";
        foreach (var rune in text.EnumerateRunes())
        {
            if (!PlainText.IsInvisible(rune))
            {
                clusters.Add(new(rune, lead + rune));
                lead = "";
            }
            else if (clusters.Count > 0)
            {
                clusters[^1] = clusters[^1] with { Text = clusters[^1].Text + rune };
            }
            else
            {
                lead += rune;
            }
        }

        return clusters;
    }
}

/// <summary>What is shown as one sign, and the text that it stands for.</summary>
internal readonly record struct Cluster(Rune Shown, string Text, int Order = 0);
