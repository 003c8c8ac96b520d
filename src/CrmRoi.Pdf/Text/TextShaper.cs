using System.Text;

namespace CrmRoi.Pdf;

/// <summary>A glyph in its place; advance and kerning in thousandths of the size; the order is that of reading.</summary>
internal readonly record struct ShapedGlyph(PdfFont Font, ushort Glyph, string Text, double Advance, double Kerning, int Order);

/// <summary>Turns text into glyphs in the order in which they are drawn.</summary>
internal static class TextShaper
{
    private static readonly Rune Space = new(' ');
    private static readonly Rune Hyphen = new('-');

    public static double Width(string text, TextStyle style) => Width(Shape(text, style), style);

    public static double Width(IReadOnlyList<ShapedGlyph> glyphs, TextStyle style) =>
        (glyphs.Sum(glyph => glyph.Advance + glyph.Kerning) * style.Size / 1000) + (glyphs.Count * style.Tracking);

    public static List<ShapedGlyph> Shape(string text, TextStyle style)
    {
        var joined = ArabicForms.Join(Clusters(text), style.Fonts);
        var clusters = VisualOrder.Arrange([.. joined.Select((cluster, order) => cluster with { Order = order })]);
        var glyphs = new List<ShapedGlyph>(clusters.Count);
        var wasTabular = false;
        foreach (var cluster in clusters)
        {
            var (font, glyph) = GlyphFor(cluster.Shown, style.Fonts);
            var isTabular = false;
            if (style.TabularFigures && font.TabularGlyphs.TryGetValue(glyph, out var tabular))
            {
                (glyph, isTabular) = (tabular, true);
            }

            if (glyphs.Count > 0 && glyphs[^1].Font == font && !isTabular && !wasTabular)
            {
                glyphs[^1] = glyphs[^1] with { Kerning = font.Thousandths(font.KerningBetween(glyphs[^1].Glyph, glyph)) };
            }

            glyphs.Add(new(font, glyph, cluster.Text, font.Thousandths(font.AdvanceOf(glyph)), 0, cluster.Order));
            wasTabular = isTabular;
        }

        return glyphs;
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

    private static (PdfFont Font, ushort Glyph) GlyphFor(Rune rune, FontChain fonts)
    {
        if (fonts.FontFor(rune) is { } font)
        {
            return (font, font.GlyphOf(rune));
        }

        var stand = Rune.IsWhiteSpace(rune) ? Space : rune.Value is 0x2010 or 0x2011 ? Hyphen : rune;
        return (fonts.Main, fonts.Main.GlyphOf(stand));
    }
}

/// <summary>What is shown as one sign, and the text that it stands for.</summary>
internal readonly record struct Cluster(Rune Shown, string Text, int Order = 0);
