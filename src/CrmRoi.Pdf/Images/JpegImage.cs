using System.Buffers.Binary;

namespace CrmRoi.Pdf;

/// <summary>A JPEG is drawn as it is: only what it says of itself is read.</summary>
internal static class JpegImage
{
    public static (PdfImage? Image, PdfImageProblem Problem) Read(byte[] bytes)
    {
        if (bytes.AsSpan().LastIndexOf([(byte)0xFF, (byte)0xD9]) < 0)
        {
            return (null, PdfImageProblem.Damaged);
        }

        for (var at = 2; at + 4 <= bytes.Length && bytes[at] == 0xFF;)
        {
            var marker = bytes[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(at + 2));
            if (IsFrame(marker))
            {
                return length < 9 || at + 10 > bytes.Length ? (null, PdfImageProblem.Damaged) : Frame(bytes, bytes.AsSpan(at + 4, 6));
            }

            at += 2 + length;
        }

        return (null, PdfImageProblem.Damaged);
    }

    // Start of a frame: baseline, extended or progressive. Lossless, differential and arithmetic ones are not for PDF.
    private static bool IsFrame(byte marker) => marker is 0xC0 or 0xC1 or 0xC2;

    private static (PdfImage? Image, PdfImageProblem Problem) Frame(byte[] bytes, ReadOnlySpan<byte> frame)
    {
        var (bits, height, width, parts) = (frame[0], BinaryPrimitives.ReadUInt16BigEndian(frame[1..]), BinaryPrimitives.ReadUInt16BigEndian(frame[3..]), frame[5]);
        if (width == 0 || height == 0)
        {
            return (null, PdfImageProblem.Damaged);
        }

        if ((long)width * height > PdfImage.MostPoints)
        {
            return (null, PdfImageProblem.TooManyPoints);
        }

        return (bits, parts) switch
        {
            (8, 1) => (new(width, height, "/ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode", bytes, isCompressed: true), PdfImageProblem.None),
            (8, 3) => (new(width, height, "/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode", bytes, isCompressed: true), PdfImageProblem.None),
            _ => (null, PdfImageProblem.UnknownColours),
        };
    }
}
