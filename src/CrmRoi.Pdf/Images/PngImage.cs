using System.Buffers.Binary;
using System.IO.Compression;

namespace CrmRoi.Pdf;

/// <summary>Reads a PNG of any colour type, depth and interlacing into red, green and blue on white.</summary>
/// <remarks>Source: Portable Network Graphics, W3C recommendation (second edition), ISO/IEC 15948:2004.</remarks>
internal sealed class PngImage
{
    private static readonly (int X, int Y, int StepX, int StepY)[] Passes =
        [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    private readonly PngHead head;
    private readonly byte[] palette;
    private readonly byte[] opacities;
    private readonly byte[] colours;

    private PngImage(PngHead head, byte[] palette, byte[] opacities) =>
        (this.head, this.palette, this.opacities, colours) = (head, palette, opacities, new byte[head.Width * head.Height * 3]);

    public static (PdfImage? Image, PdfImageProblem Problem) Read(byte[] bytes)
    {
        if (PngHead.Read(bytes) is not { } head)
        {
            return (null, PdfImageProblem.Damaged);
        }

        if ((long)head.Width * head.Height > PdfImage.MostPoints)
        {
            return (null, PdfImageProblem.TooManyPoints);
        }

        try
        {
            var chunks = Chunks(bytes).ToLookup(chunk => chunk.Name, chunk => chunk.Data);
            var image = new PngImage(head, chunks["PLTE"].FirstOrDefault() ?? [], chunks["tRNS"].FirstOrDefault() ?? []);
            using var data = new ZLibStream(new MemoryStream([.. chunks["IDAT"].SelectMany(part => part)]), CompressionMode.Decompress);
            image.Decode(data);
            return (new(head.Width, head.Height, "/ColorSpace /DeviceRGB /BitsPerComponent 8", image.colours, isCompressed: false), PdfImageProblem.None);
        }
        catch (Exception damage) when (damage is InvalidDataException or EndOfStreamException or IndexOutOfRangeException or ArgumentOutOfRangeException)
        {
            return (null, PdfImageProblem.Damaged);
        }
    }

    private static IEnumerable<(string Name, byte[] Data)> Chunks(byte[] bytes)
    {
        for (var at = 8; at + 12 <= bytes.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(at));
            if (length < 0 || at + 12 + (long)length > bytes.Length)
            {
                throw new InvalidDataException("A chunk is longer than the file.");
            }

            yield return (System.Text.Encoding.ASCII.GetString(bytes, at + 4, 4), bytes[(at + 8)..(at + 8 + length)]);
            at += 12 + length;
        }
    }

    private void Decode(Stream data)
    {
        foreach (var (x, y, stepX, stepY) in head.IsInterlaced ? Passes : [(0, 0, 1, 1)])
        {
            var (width, height) = ((head.Width - x + stepX - 1) / stepX, (head.Height - y + stepY - 1) / stepY);
            if (width > 0 && height > 0)
            {
                DecodePass(data, width, height, (column, row) => ((((y + (row * stepY)) * head.Width) + x + (column * stepX)) * 3));
            }
        }
    }

    private void DecodePass(Stream data, int width, int height, Func<int, int, int> place)
    {
        var bytes = ((width * head.BitsPerPoint) + 7) / 8;
        var (line, above) = (new byte[bytes], new byte[bytes]);
        for (var row = 0; row < height; row++)
        {
            var filter = data.ReadByte();
            data.ReadExactly(line);
            Unfilter(filter, line, above, Math.Max(head.BitsPerPoint / 8, 1));
            for (var column = 0; column < width; column++)
            {
                Paint(line, column, place(column, row));
            }

            (line, above) = (above, line);
        }
    }

    private static void Unfilter(int filter, byte[] line, byte[] above, int step)
    {
        if (filter is < 0 or > 4)
        {
            throw new InvalidDataException("Unknown filter.");
        }

        for (var i = 0; filter > 0 && i < line.Length; i++)
        {
            var (left, up, corner) = (i >= step ? line[i - step] : 0, above[i], i >= step ? above[i - step] : 0);
            line[i] += (byte)(filter switch { 1 => left, 2 => up, 3 => (left + up) / 2, _ => Paeth(left, up, corner) });
        }
    }

    private static int Paeth(int left, int up, int corner)
    {
        var guess = left + up - corner;
        var (toLeft, toUp, toCorner) = (Math.Abs(guess - left), Math.Abs(guess - up), Math.Abs(guess - corner));
        return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
    }

    private void Paint(byte[] line, int column, int at)
    {
        var sample = column * head.Samples;
        var (red, green, blue, opacity) = head.ColourType switch
        {
            3 => OfPalette(Raw(line, sample)),
            0 or 4 => (Sample(line, sample), Sample(line, sample), Sample(line, sample), head.ColourType == 4 ? Sample(line, sample + 1) : Keyed(line, sample, 1)),
            _ => (Sample(line, sample), Sample(line, sample + 1), Sample(line, sample + 2), head.ColourType == 6 ? Sample(line, sample + 3) : Keyed(line, sample, 3)),
        };
        colours[at] = OnWhite(red, opacity);
        colours[at + 1] = OnWhite(green, opacity);
        colours[at + 2] = OnWhite(blue, opacity);
    }

    private (byte Red, byte Green, byte Blue, byte Opacity) OfPalette(int index) =>
        (palette[index * 3], palette[(index * 3) + 1], palette[(index * 3) + 2], index < opacities.Length ? opacities[index] : (byte)255);

    // One colour may be named as the transparent one.
    private byte Keyed(byte[] line, int sample, int count)
    {
        var isKey = opacities.Length >= count * 2;
        for (var i = 0; isKey && i < count; i++)
        {
            isKey = Raw(line, sample + i) == BinaryPrimitives.ReadUInt16BigEndian(opacities.AsSpan(i * 2));
        }

        return isKey ? (byte)0 : (byte)255;
    }

    private byte Sample(byte[] line, int index) => head.Depth switch
    {
        8 => line[index],
        16 => line[index * 2],
        _ => (byte)(Raw(line, index) * 255 / ((1 << head.Depth) - 1)),
    };

    private int Raw(byte[] line, int index)
    {
        if (head.Depth >= 8)
        {
            return head.Depth == 8 ? line[index] : BinaryPrimitives.ReadUInt16BigEndian(line.AsSpan(index * 2));
        }

        var bit = index * head.Depth;
        return (line[bit / 8] >> (8 - head.Depth - (bit % 8))) & ((1 << head.Depth) - 1);
    }

    private static byte OnWhite(byte colour, byte opacity) => (byte)(((colour * opacity) + (255 * (255 - opacity)) + 127) / 255);
}
