namespace CrmRoi.Pdf;

/// <summary>Why bytes are not an image that can be drawn.</summary>
public enum PdfImageProblem
{
    None,

    /// <summary>Neither PNG nor JPEG.</summary>
    UnknownKind,

    /// <summary>It says that it is one, and is not: cut off or damaged.</summary>
    Damaged,

    /// <summary>More points than any page shows.</summary>
    TooManyPoints,

    /// <summary>A JPEG in the colours of printing (CMYK), or with more than 8 bits for each.</summary>
    UnknownColours,
}

/// <summary>A PNG or JPEG that can be drawn: on white where it is transparent, so that the page needs no transparency for it.</summary>
public sealed class PdfImage
{
    /// <summary>How many points an image may have: larger ones only make files large.</summary>
    public const int MostPoints = 16_000_000;

    internal PdfImage(int width, int height, string entries, byte[] data, bool isCompressed) =>
        (Width, Height, Entries, Data, IsCompressed) = (width, height, entries, data, isCompressed);

    /// <summary>Points across.</summary>
    public int Width { get; }

    /// <summary>Points down.</summary>
    public int Height { get; }

    internal string Entries { get; }

    internal byte[] Data { get; }

    /// <summary>Whether the data are compressed already, as a JPEG's are.</summary>
    internal bool IsCompressed { get; }

    /// <summary>Reads an image.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="image">The image; none where it is none.</param>
    /// <param name="problem">Why not.</param>
    public static bool TryRead(byte[] bytes, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out PdfImage? image, out PdfImageProblem problem)
    {
        (image, problem) = bytes switch
        {
            [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => PngImage.Read(bytes),
            [0xFF, 0xD8, 0xFF, ..] => JpegImage.Read(bytes),
            _ => (null, PdfImageProblem.UnknownKind),
        };
        return image is not null;
    }
}
