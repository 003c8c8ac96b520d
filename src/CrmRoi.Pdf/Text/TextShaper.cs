using System.Text;

namespace CrmRoi.Pdf;

/// <summary>A glyph in its place; advance and kerning in thousandths of the size; the order is that of reading.</summary>
internal readonly record struct ShapedGlyph(PdfFont Font, ushort Glyph, string Text, double Advance, double Kerning, int Order);

/// <summary>Turns text into glyphs in the order in which they are drawn.</summary>
internal static class TextShaper
{
    private const int Common = 0x2300;

    private static readonly Rune Space = new(' ');
    private static readonly Rune Hyphen = new('-');

    // The text of a character, made when it is first met: two threads that meet it at once make the same.
    private static readonly string?[] Characters = new string?[Common];

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
            var (font, glyph, isTabular) = GlyphFor(cluster.Shown, style);
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
        var sum = 0.0;
        for (var index = 0; index < text.Length; index++)
        {
            var (font, glyph, isTabular) = GlyphFor(new Rune(text[index]), style);
            var (advance, kerning) = (font.ThousandthsOf(glyph), 0.0);
            if (index + 1 < text.Length && !isTabular && GlyphFor(new Rune(text[index + 1]), style) is (var next, var nextGlyph, false) && next == font)
            {
                kerning = font.Thousandths(font.KerningBetween(glyph, nextGlyph));
            }

            sum += advance + kerning;
            glyphs?.Add(new(font, glyph, Characters[text[index]] ??= text[index].ToString(), advance, kerning, index));
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

    private static (PdfFont Font, ushort Glyph, bool IsTabular) GlyphFor(Rune rune, TextStyle style)
    {
        var font = style.Fonts.FontFor(rune);
        var glyph = (font ??= style.Fonts.Main).GlyphOf(rune);
        if (glyph == 0)
        {
            glyph = font.GlyphOf(Rune.IsWhiteSpace(rune) ? Space : rune.Value is 0x2010 or 0x2011 ? Hyphen : rune);
        }

        return style.TabularFigures && font.TabularOf(glyph) is var tabular and not 0 ? (font, tabular, true) : (font, glyph, false);
    }
}

/// <summary>What is shown as one sign, and the text that it stands for.</summary>
internal readonly record struct Cluster(Rune Shown, string Text, int Order = 0);
