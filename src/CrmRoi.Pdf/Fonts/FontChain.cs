using System.Text;

namespace CrmRoi.Pdf;

/// <summary>A font and those that stand in, in order, for the characters it has not.</summary>
public sealed class FontChain(PdfFont main, params IReadOnlyList<PdfFont> fallbacks)
{
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
}
