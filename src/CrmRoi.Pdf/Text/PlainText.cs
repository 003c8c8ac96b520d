using System.Globalization;
using System.Text;

namespace CrmRoi.Pdf;

/// <summary>Text as it may stand in a document: valid Unicode, composed, without control characters.</summary>
internal static class PlainText
{
    private const char Replacement = '\uFFFD';

    /// <summary>Line feeds stay, other control characters become spaces, what is no character becomes U+FFFD.</summary>
    public static string Of(string text)
    {
        if (text.All(char.IsAscii) && !text.Any(char.IsControl))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.Replace("\r\n", "\n", StringComparison.Ordinal).EnumerateRunes())
        {
            plain.Append(Allowed(rune));
        }

        return plain.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>The same in one line, for titles and descriptions.</summary>
    public static string OneLine(string text) => Of(text).Replace('\n', ' ');

    /// <summary>Signs without a shape, such as joiners and variation selectors.</summary>
    public static bool IsInvisible(Rune rune) => rune.Value
        is 0x00AD or 0x034F or 0x061C
        or (>= 0x200B and <= 0x200F) or (>= 0x202A and <= 0x202E) or (>= 0x2060 and <= 0x206F)
        or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0000 and <= 0xE0FFF);

    private static string Allowed(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control => rune.Value == '\n' ? "\n" : " ",
        UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => "\n",
        UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate => Replacement.ToString(),
        UnicodeCategory.OtherNotAssigned when (rune.Value & 0xFFFE) == 0xFFFE => Replacement.ToString(),
        _ => rune.Value is 0xFEFF ? "" : rune.ToString(),
    };
}
