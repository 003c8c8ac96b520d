using System.Buffers;
using System.Globalization;
using CrmRoi.Data;

namespace CrmRoi.Import.Parsing;

/// <summary>How a column writes its numbers, told by all of its values.</summary>
/// <param name="Mark">What parts the decimals.</param>
internal sealed record NumberFormat(char Mark)
{
    private static readonly SearchValues<char> Unsigned = SearchValues.Create("0123456789.,");
    private static readonly SearchValues<char> Signed = SearchValues.Create("0123456789.,-");

    private static readonly HashSet<string> ShortMarks = new(StringComparer.OrdinalIgnoreCase) { "Rp", "Rs", "kr", "zł", "Kč", "Ft", "RM", "Fr" };

    // One typing mistake among many does not make a column ambiguous.
    private const double Clear = 0.95;

    /// <summary>What the values of a column say: the format; none when they fit both and mean something else in each.</summary>
    public static NumberFormat? Of(NumberVotes votes, char separator)
    {
        var sure = votes.Points + votes.Commas;
        if (sure > 0)
        {
            return votes.Points >= sure * Clear ? new('.') : votes.Commas >= sure * Clear ? new(',') : null;
        }

        // "1,234" where commas part the columns is a thousand as Americans write it; a lone "1.234" could be either.
        return votes is { MaybePoints: 0, MaybeCommas: 0 } || (separator == ',' && votes.MaybePoints == 0) ? new('.') : null;
    }

    /// <summary>What a value says about how its column writes numbers.</summary>
    public static NumberVotes VoteOf(string value)
    {
        if (value.AsSpan().IndexOfAny(',', '.') < 0)
        {
            return default;
        }

        var (mark, isSure) = Vote(value);
        return new(isSure && mark == '.' ? 1 : 0, isSure && mark == ',' ? 1 : 0, !isSure && mark == '.' ? 1 : 0, !isSure && mark == ',' ? 1 : 0, HasMarks: true);
    }

    /// <summary>The number that a value says.</summary>
    /// <returns>None when it is no number; <see cref="Limits.Amount"/> or its negative when it is too large to be one.</returns>
    public decimal? Parse(string value)
    {
        if (IsPlain(value) && decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var simple))
        {
            return simple;
        }

        var text = Bare(value, out var isNegative, out var scale);
        if (text.Length == 0 || !HasWholeGroups(text))
        {
            return null;
        }

        var plain = (Mark == ',' ? text.Replace(".", "", StringComparison.Ordinal).Replace(',', '.') : text.Replace(",", "", StringComparison.Ordinal));
        const NumberStyles Style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent | NumberStyles.AllowLeadingSign;
        if (!double.TryParse(plain, Style, CultureInfo.InvariantCulture, out var size) || double.IsNaN(size))
        {
            return null;
        }

        if (Math.Abs(size) * (double)scale >= (double)Limits.Amount)
        {
            return size < 0 || isNegative ? -Limits.Amount : Limits.Amount;
        }

        return decimal.TryParse(plain, Style, CultureInfo.InvariantCulture, out var number) ? number * scale * (isNegative ? -1 : 1) : null;
    }

    // Digits, and a point where that parts the decimals: what nearly all values are, and small enough to be an amount.
    private bool IsPlain(string value)
    {
        const int Longest = 12;
        var mark = Mark == '.' ? value.IndexOf('.', StringComparison.Ordinal) : -1;
        var whole = mark < 0 ? value.AsSpan() : value.AsSpan(0, mark);
        return whole.Length is > 0 and <= Longest && value.Length <= 2 * Longest && !whole.ContainsAnyExceptInRange('0', '9')
            && (mark < 0 || !value.AsSpan(mark + 1).ContainsAnyExceptInRange('0', '9'));
    }

    /// <summary>The currency sign or code in a value, if it has one.</summary>
    public static string? CurrencyIn(string value)
    {
        if (!value.AsSpan().ContainsAnyExcept(Signed))
        {
            return null;
        }

        var letters = new string([.. value.Where((c, i) => !IsScale(value, i) && (char.IsLetter(c) || char.GetUnicodeCategory(c) == UnicodeCategory.CurrencySymbol))]);
        return letters.ToUpperInvariant() switch
        {
            "" or "K" or "M" or "B" or "E" => null,
            { Length: <= 4 } found => found,
            _ => null,
        };
    }

    // The K of "$342.09K" is no part of a currency's name.
    private static bool IsScale(string value, int index) =>
        char.ToUpperInvariant(value[index]) is 'K' or 'M' or 'B' && index > 0 && char.IsAsciiDigit(value[index - 1]) && (index + 1 == value.Length || !char.IsLetter(value[index + 1]));

    // "1.2345.6" or "12,34" as thousands are no numbers.
    private bool HasWholeGroups(string text)
    {
        var group = Mark == '.' ? ',' : '.';
        var whole = text.Split(Mark) is { Length: <= 2 } parts ? parts[0].Split(group) : [];
        return whole.Length == 1 || (whole.Length > 1 && ((whole.Skip(1).All(part => part.Length == 3) && whole[0].Length is > 0 and <= 4) || (group == ',' && HasLakhs(whole))));
    }

    // "12,50,000", as India writes it.
    private static bool HasLakhs(string[] groups) =>
        groups.Length > 2 && groups[^1].Length == 3 && groups[1..^1].All(part => part.Length == 2) && groups[0].TrimStart('-').Length is 1 or 2;

    private static (char? Mark, bool IsSure) Vote(string value)
    {
        var text = value.AsSpan().ContainsAnyExcept(Unsigned) ? Bare(value, out _, out _) : value;
        var (point, comma) = (text.LastIndexOf('.'), text.LastIndexOf(','));
        if (point < 0 && comma < 0)
        {
            return (null, false);
        }

        if (point >= 0 && comma >= 0)
        {
            return (point > comma ? '.' : ',', true);
        }

        var (mark, other) = point >= 0 ? ('.', ',') : (',', '.');
        var at = Math.Max(point, comma);
        if (text.IndexOf(mark, StringComparison.Ordinal) != at)
        {
            return (other, true);
        }

        var isGroup = text.Length - at - 1 == 3 && at is > 0 and <= 3 && !text.StartsWith('0');
        return (mark, !isGroup);
    }

    private static string Bare(string value, out bool isNegative, out decimal scale)
    {
        var text = new string([.. value.Where(c => !char.IsWhiteSpace(c) && c is not ('\'' or '’' or '+') && char.GetUnicodeCategory(c) != UnicodeCategory.CurrencySymbol)])
            .Replace('−', '-');
        isNegative = (text.StartsWith('(') && text.EndsWith(')')) || (text.EndsWith('-') && text.Length > 1);
        text = text.Trim('(', ')').TrimEnd('-');
        scale = char.ToUpperInvariant(text.LastOrDefault()) switch { 'K' => 1_000m, 'M' => 1_000_000m, 'B' => 1_000_000_000m, _ => 1m };
        text = scale == 1 ? text : text[..^1];
        var (start, end) = (0, text.Length);
        while (start < end && char.IsLetter(text[start]))
        {
            start++;
        }

        while (end > start && char.IsLetter(text[end - 1]))
        {
            end--;
        }

        var isMarked = IsCurrency(value, text[..start]) && IsCurrency(value, text[end..]);
        start += start > 0 && start < end && text[start] == '.' ? 1 : 0; // "Rp. 5.000"
        return isMarked ? text[start..end] : "";
    }

    // A code has three letters; of shorter ones only those that are a currency's, and what stands before a dollar ("US$").
    private static bool IsCurrency(string value, string letters) => letters.Length is 0 or 3 || ShortMarks.Contains(letters)
        || (letters.Length < 3 && value.Contains(letters + '$', StringComparison.Ordinal));
}

/// <summary>How many values can only have a point, or only a comma, before their decimals, and how many either.</summary>
internal readonly record struct NumberVotes(int Points, int Commas, int MaybePoints, int MaybeCommas, bool HasMarks)
{
    public static NumberVotes operator +(NumberVotes left, NumberVotes right) => new(
        left.Points + right.Points, left.Commas + right.Commas, left.MaybePoints + right.MaybePoints, left.MaybeCommas + right.MaybeCommas, left.HasMarks || right.HasMarks);
}
