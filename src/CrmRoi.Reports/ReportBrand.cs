using CrmRoi.Pdf;

namespace CrmRoi.Reports;

/// <summary>How a company looks: its logo and colours. They paint cover and furniture; the colours of charts and verdicts carry a meaning and stay.</summary>
/// <param name="Colour">The main colour; that of the pages where there is none.</param>
/// <param name="Second">The second colour; the main one where there is none.</param>
/// <param name="Logo">The logo; none where there is none.</param>
public sealed record ReportBrand(PdfColour? Colour, PdfColour? Second, PdfImage? Logo)
{
    /// <summary>Nothing of its own.</summary>
    public static readonly ReportBrand None = new(null, null, null);

    private const double LeastContrast = 4.5;

    /// <summary>A brand as it is stored: colours as "#0b7a6f" and the bytes of the logo.</summary>
    /// <exception cref="FormatException">A colour is none, or the logo is no image that a PDF can hold.</exception>
    public static ReportBrand Of(string? colour, string? second, byte[]? logo) => new(
        colour is null ? null : PdfColour.Parse(colour),
        second is null ? null : PdfColour.Parse(second),
        logo is null ? null : PdfImage.TryRead(logo, out var image, out var problem) ? image : throw new FormatException($"The logo is no image: {problem}."));

    internal PdfColour Main => Colour ?? ReportLook.Accent;

    internal PdfColour Other => Second ?? Main;

    /// <summary>The main colour as text: darkened until it can be read on white.</summary>
    internal PdfColour Text
    {
        get
        {
            var colour = Main;
            while (1.05 / (Luminance(colour) + 0.05) < LeastContrast)
            {
                colour = new((byte)(colour.Red * 0.92), (byte)(colour.Green * 0.92), (byte)(colour.Blue * 0.92));
            }

            return colour;
        }
    }

    private static double Luminance(PdfColour colour) => (0.2126 * Linear(colour.Red)) + (0.7152 * Linear(colour.Green)) + (0.0722 * Linear(colour.Blue));

    private static double Linear(byte part) => part / 255.0 <= 0.04045 ? part / 255.0 / 12.92 : Math.Pow(((part / 255.0) + 0.055) / 1.055, 2.4);
}
