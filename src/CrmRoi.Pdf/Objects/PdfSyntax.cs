using System.Globalization;
using System.Text;

namespace CrmRoi.Pdf;

/// <summary>How single values are written in a PDF file.</summary>
internal static class PdfSyntax
{
    public static string Number(double value)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "A drawing needs finite numbers.");
        }

        var rounded = Math.Round(value, 3);
        return rounded == 0 ? "0" : rounded.ToString("0.###", CultureInfo.InvariantCulture);
    }

    public static string Numbers(params double[] values) => string.Join(' ', values.Select(Number));

    public static string Reference(int number) => string.Create(CultureInfo.InvariantCulture, $"{number} 0 R");

    public static string Name(string name)
    {
        var text = new StringBuilder("/");
        foreach (var value in Encoding.UTF8.GetBytes(name))
        {
            if (char.IsAsciiLetterOrDigit((char)value) || value is (byte)'-' or (byte)'+' or (byte)'_' or (byte)'.')
            {
                text.Append((char)value);
            }
            else
            {
                text.Append(CultureInfo.InvariantCulture, $"#{value:X2}");
            }
        }

        return text.ToString();
    }

    /// <summary>A text string: literal where it is plain ASCII, UTF-16 with its mark otherwise.</summary>
    public static string Text(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            var escaped = text
                .Replace("\\", "\\\\", StringComparison.Ordinal)
                .Replace("(", "\\(", StringComparison.Ordinal)
                .Replace(")", "\\)", StringComparison.Ordinal);
            return $"({escaped})";
        }

        return $"<FEFF{Utf16(text)}>";
    }

    public static string Utf16(string text) => Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text));

    public static string Date(DateTimeOffset date)
    {
        var zone = date.Offset == TimeSpan.Zero
            ? "Z"
            : date.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "'", StringComparison.Ordinal) + "'";
        return $"(D:{date.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture)}{zone})";
    }
}
