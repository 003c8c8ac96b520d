using System.Globalization;
using System.Text;

namespace CrmRoi.Metrics.Quality;

/// <summary>Names compared by their letters and digits only, so that a blank or a capital does not make two of one.</summary>
public static class NameKey
{
    /// <summary>What is left of a name: "Straße (neu)*" becomes "strasseneu".</summary>
    public static string Of(string name)
    {
        var key = new StringBuilder(name.Length);
        foreach (var character in name.Normalize(NormalizationForm.FormD))
        {
            if (character == 'ß')
            {
                key.Append("ss");
            }
            else if (char.IsLetterOrDigit(character) && CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark)
            {
                key.Append(char.ToLowerInvariant(character));
            }
        }

        return key.ToString();
    }

    /// <summary>Whether two names are written alike: they differ by blanks, punctuation and case only, or by one letter.</summary>
    /// <remarks>One digit more or less is another product, not a slip; of names of fewer than four letters nothing can be told.</remarks>
    public static bool IsAlike(string left, string right)
    {
        var (a, b) = (Of(left), Of(right));
        if (a == b)
        {
            return true;
        }

        if (a.Length < 4 || Math.Abs(a.Length - b.Length) > 1 || !a.Where(char.IsDigit).SequenceEqual(b.Where(char.IsDigit)))
        {
            return false;
        }

        var same = a.Zip(b).TakeWhile(pair => pair.First == pair.Second).Count();
        var (restA, restB) = (a[same..], b[same..]);
        return a.Length == b.Length ? restA[1..] == restB[1..]
            : a.Length > b.Length ? restA[1..] == restB
            : restA == restB[1..];
    }
}
