using System.Globalization;
using System.Text;

namespace CrmRoi.Import.Mapping;

/// <summary>Headers and names compared by their letters and digits only.</summary>
public static class Header
{
    /// <summary>"Straße (neu)*" becomes "strasseneu".</summary>
    public static string Normal(string text)
    {
        var normal = new StringBuilder(text.Length);
        foreach (var character in text.Normalize(NormalizationForm.FormD))
        {
            if (character == 'ß')
            {
                normal.Append("ss");
            }
            else if (char.IsLetterOrDigit(character) && CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark)
            {
                normal.Append(char.ToLowerInvariant(character));
            }
        }

        return normal.ToString();
    }
}
