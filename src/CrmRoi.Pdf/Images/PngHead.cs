using System.Buffers.Binary;

namespace CrmRoi.Pdf;

/// <summary>What a PNG says of itself in its first chunk.</summary>
internal sealed record PngHead(int Width, int Height, int Depth, int ColourType, bool IsInterlaced)
{
    private const int Length = 8 + 8 + 13;

    /// <summary>Numbers for each point.</summary>
    public int Samples => ColourType switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };

    public int BitsPerPoint => Samples * Depth;

    /// <summary>The head of a file; none where it is none that the standard knows.</summary>
    public static PngHead? Read(byte[] bytes)
    {
        if (bytes.Length < Length || !bytes.AsSpan(12, 4).SequenceEqual("IHDR"u8))
        {
            return null;
        }

        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(20)));
        var (depth, colourType, interlacing) = (bytes[24], bytes[25], bytes[28]);
        var isKnown = (colourType, depth) switch
        {
            (0, 1 or 2 or 4 or 8 or 16) or (3, 1 or 2 or 4 or 8) or (2 or 4 or 6, 8 or 16) => true,
            _ => false,
        };
        return isKnown && width > 0 && height > 0 && interlacing <= 1 ? new(width, height, depth, colourType, interlacing == 1) : null;
    }
}
