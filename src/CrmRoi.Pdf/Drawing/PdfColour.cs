using System.Globalization;

namespace CrmRoi.Pdf;

/// <summary>An sRGB colour with an opacity between 0 and 1.</summary>
public readonly record struct PdfColour(byte Red, byte Green, byte Blue, double Opacity = 1)
{
    public static readonly PdfColour Black = new(0, 0, 0);
    public static readonly PdfColour White = new(255, 255, 255);

    /// <summary>Reads "#0b7a6f" as style sheets write it.</summary>
    public static PdfColour Parse(string hex)
    {
        if (hex.Length != 7 || hex[0] != '#'
            || !int.TryParse(hex.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
        {
            throw new FormatException($"'{hex}' is not a colour such as #0b7a6f.");
        }

        return new PdfColour((byte)(value >> 16), (byte)((value >> 8) & 0xFF), (byte)(value & 0xFF));
    }

    public PdfColour WithOpacity(double opacity) => opacity is >= 0 and <= 1
        ? this with { Opacity = opacity }
        : throw new ArgumentOutOfRangeException(nameof(opacity), opacity, "An opacity lies between 0 and 1.");

    internal void Write(ContentStream content) => content.Numbers(Red / 255.0, Green / 255.0, Blue / 255.0);
}
