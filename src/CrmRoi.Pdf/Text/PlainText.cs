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
        if (HasSimpleLines(text))
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

    /// <summary>Whether text is what most text is: a sign for each character, from left to right, composed, nothing invisible.</summary>
    public static bool IsSimple(ReadOnlySpan<char> text)
    {
        if (!text.ContainsAnyExceptInRange(' ', '~'))
        {
            return true;
        }

        foreach (var letter in text)
        {
            if (letter is not ((>= ' ' and <= '~') or (>= '\u00A0' and <= '\u02FF' and not '\u00AD')
                or (>= '\u2010' and <= '\u2027') or '\u202F' or (>= '\u2030' and <= '\u203A') or '\u20AC' or '\u2212' or '\u2264' or '\u2265'))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Signs without a shape, such as joiners and variation selectors.</summary>
    public static bool IsInvisible(Rune rune) => rune.Value
        is 0x00AD or 0x034F or 0x061C
        or (>= 0x200B and <= 0x200F) or (>= 0x202A and <= 0x202E) or (>= 0x2060 and <= 0x206F)
        or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0000 and <= 0xE0FFF);

    private static bool HasSimpleLines(string text)
    {
        foreach (var line in text.AsSpan().Split('\n'))
        {
            if (!IsSimple(text.AsSpan(line)))
            {
                return false;
            }
        }

        return true;
    }

    private static string Allowed(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control => rune.Value == '\n' ? "\n" : " ",
        UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => "\n",
        UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate => Replacement.ToString(),
        UnicodeCategory.OtherNotAssigned when (rune.Value & 0xFFFE) == 0xFFFE => Replacement.ToString(),
        _ => rune.Value is 0xFEFF ? "" : rune.ToString(),
    };
}
