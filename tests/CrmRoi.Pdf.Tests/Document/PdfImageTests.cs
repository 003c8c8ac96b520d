using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using CrmRoi.Pdf.Tests.Testing;

namespace CrmRoi.Pdf.Tests.Document;

public sealed class PdfImageTests
{
    [Theory]
    [InlineData(0, 8, false)]
    [InlineData(0, 1, false)]
    [InlineData(2, 8, true)]
    [InlineData(2, 16, false)]
    [InlineData(3, 2, false)]
    [InlineData(4, 8, false)]
    [InlineData(6, 8, true)]
    public void A_png_of_any_kind_is_read_and_drawn(byte colourType, byte depth, bool interlaced)
    {
        var isRead = PdfImage.TryRead(Png(5, 3, colourType, depth, interlaced), out var image, out var problem);

        (isRead, problem).Should().Be((true, PdfImageProblem.None));
        (image!.Width, image.Height, image.Data.Length).Should().Be((5, 3, 45));
    }

    [Fact]
    public void What_is_transparent_is_white()
    {
        byte[] points = [0, 200, 30, 30, 255, 200, 30, 30, 0];

        PdfImage.TryRead(File(2, 1, 8, 6, 0, points), out var image, out _);

        image!.Data.Should().Equal(200, 30, 30, 255, 255, 255);
    }

    [Fact]
    public void Filters_are_undone()
    {
        // Up, then the mean of left and up.
        byte[] points = [0, 10, 20, 2, 1, 1, 3, 0, 0];

        PdfImage.TryRead(File(2, 3, 8, 0, 0, points), out var image, out _);

        image!.Data.Where((_, index) => index % 3 == 0).Should().Equal(10, 20, 11, 21, 5, 13);
    }

    [Theory]
    [InlineData("GIF89a", PdfImageProblem.UnknownKind)]
    [InlineData("<svg/>", PdfImageProblem.UnknownKind)]
    [InlineData("", PdfImageProblem.UnknownKind)]
    public void What_is_no_image_is_refused(string content, PdfImageProblem expected)
    {
        PdfImage.TryRead(Encoding.ASCII.GetBytes(content), out var image, out var problem).Should().BeFalse();

        (image, problem).Should().Be((null, expected));
    }

    [Fact]
    public void A_damaged_or_endless_image_is_refused()
    {
        var whole = Png(5, 3, 6, 8, false);
        byte[][] damaged = [whole[..20], whole[..45], [.. whole[..41], .. new byte[40]], [0xFF, 0xD8, 0xFF, 0xE0, 0, 4], [0xFF, 0xD8, 0xFF, 0xC0, 0, 11, 8, 0, 0, 0, 0, 3, 0xFF, 0xD9]];

        damaged.Should().AllSatisfy(bytes => PdfImage.TryRead(bytes, out _, out _).Should().BeFalse());
        PdfImage.TryRead(File(100_000, 100_000, 8, 2, 0, []), out _, out var problem).Should().BeFalse();
        problem.Should().Be(PdfImageProblem.TooManyPoints);
    }

    [Fact]
    public void A_jpeg_is_told_by_its_frame()
    {
        byte[] rgb = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xC2, 0, 11, 8, 0, 20, 0, 60, 3, 0, 0, 0, 0xFF, 0xD9];
        var cmyk = rgb.ToArray();
        cmyk[17] = 4;

        PdfImage.TryRead(rgb, out var image, out _).Should().BeTrue();
        (image!.Width, image.Height, image.IsCompressed).Should().Be((60, 20, true));
        PdfImage.TryRead(cmyk, out _, out var problem).Should().BeFalse();
        problem.Should().Be(PdfImageProblem.UnknownColours);
    }

    [FactIfTool("qpdf")]
    public void A_page_with_an_image_is_sound()
    {
        PdfImage.TryRead(Png(5, 3, 6, 8, false), out var image, out _);
        var document = TestDocument.Empty("Image");
        document.AddPage(PageSize.A4).Figure(document.Structure, new(10, 10, 50, 30), "Five points", canvas => canvas.Image(image!, new(10, 10, 50, 30)));

        var (exit, output, errors) = Tool.Run("qpdf", document.Save(), path => ["--check", path]);

        exit.Should().Be(0, output + errors);
    }

    private static byte[] Png(int width, int height, byte colourType, byte depth, bool interlaced)
    {
        var samples = colourType switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };
        (int X, int Y, int StepX, int StepY)[] passes = interlaced
            ? [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]
            : [(0, 0, 1, 1)];
        var points = passes.SelectMany(pass =>
        {
            var (columns, rows) = ((width - pass.X + pass.StepX - 1) / pass.StepX, (height - pass.Y + pass.StepY - 1) / pass.StepY);
            return columns <= 0 || rows <= 0 ? [] : Enumerable.Range(0, rows).SelectMany(_ => new byte[1 + (((columns * samples * depth) + 7) / 8)]);
        });
        return File(width, height, depth, colourType, interlaced ? (byte)1 : (byte)0, [.. points]);
    }

    private static byte[] File(int width, int height, byte depth, byte colourType, byte interlacing, byte[] points)
    {
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), height);
        (head[8], head[9], head[12]) = (depth, colourType, interlacing);
        using var data = new MemoryStream();
        using (var zip = new ZLibStream(data, CompressionLevel.Fastest, leaveOpen: true))
        {
            zip.Write(points);
        }

        return
        [
            0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, .. Chunk("IHDR", head),
            .. colourType == 3 ? Chunk("PLTE", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]) : [], .. Chunk("IDAT", data.ToArray()), .. Chunk("IEND", []),
        ];
    }

    private static byte[] Chunk(string name, byte[] data)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        return [.. length, .. Encoding.ASCII.GetBytes(name), .. data, 0, 0, 0, 0];
    }
}
