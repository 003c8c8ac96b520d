using System.Text;

namespace CrmRoi.Pdf;

/// <summary>A font and those that stand in, in order, for the characters it has not.</summary>
public sealed class FontChain(PdfFont main, params IReadOnlyList<PdfFont> fallbacks)
{
    /// <summary>Characters below this are looked up once and kept: all that most text consists of.</summary>
    private const int Common = 0x2300;

    private static readonly Rune Space = new(' ');
    private static readonly Rune Hyphen = new('-');

    // Two threads that meet a character at once keep the same of it.
    private readonly CommonGlyph?[] _plain = new CommonGlyph?[Common];
    private readonly CommonGlyph?[] _tabular = new CommonGlyph?[Common];

    public PdfFont Main => main;

    public IReadOnlyList<PdfFont> Fallbacks => fallbacks;

    /// <summary>The first font that has the character, or null.</summary>
    internal PdfFont? FontFor(Rune character)
    {
        if (main.Has(character))
        {
            return main;
        }

        foreach (var font in fallbacks)
        {
            if (font.Has(character))
            {
                return font;
            }
        }

        return null;
    }

    /// <summary>By what a character is shown, in the first font that has it; by the main font's sign for a missing one where none has.</summary>
    internal (PdfFont Font, ushort Glyph, bool IsTabular) GlyphFor(Rune rune, bool isTabular)
    {
        var font = FontFor(rune) ?? main;
        var glyph = font.GlyphOf(rune);
        if (glyph == 0)
        {
            glyph = font.GlyphOf(Rune.IsWhiteSpace(rune) ? Space : rune.Value is 0x2010 or 0x2011 ? Hyphen : rune);
        }

        return isTabular && font.TabularOf(glyph) is var tabular and not 0 ? (font, tabular, true) : (font, glyph, false);
    }

    /// <summary>The same of a character of simple text.</summary>
    internal CommonGlyph GlyphOf(char character, bool isTabular)
    {
        ref var place = ref (isTabular ? _tabular : _plain)[character];
        return place ??= new(GlyphFor(new(character), isTabular), character.ToString());
    }
}

/// <summary>What a character of simple text is shown by; the advance in thousandths of the size.</summary>
internal sealed class CommonGlyph((PdfFont Font, ushort Glyph, bool IsTabular) shown, string text)
{
    private readonly bool _isTabular = shown.IsTabular;

    public PdfFont Font { get; } = shown.Font;

    public ushort Glyph { get; } = shown.Glyph;

    public string Text => text;

    public double Advance { get; } = shown.Font.ThousandthsOf(shown.Glyph);

    /// <summary>How much nearer or farther the next stands; figures of equal width are not kerned.</summary>
    public double KerningTo(CommonGlyph next) =>
        _isTabular || next._isTabular || next.Font != Font ? 0 : Font.Thousandths(Font.KerningBetween(Glyph, next.Glyph));
}
