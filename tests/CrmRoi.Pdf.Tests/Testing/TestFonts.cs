namespace CrmRoi.Pdf.Tests.Testing;

internal static class TestFonts
{
    public static readonly PdfFont Regular = Load("Inter-Regular.ttf");
    public static readonly PdfFont SemiBold = Load("Inter-SemiBold.ttf");
    public static readonly PdfFont Hebrew = Load("NotoSansHebrew-Regular.ttf");
    public static readonly PdfFont Arabic = Load("NotoSansArabic-Regular.ttf");
    public static readonly PdfFont Emoji = Load("NotoEmoji-Regular.ttf");
    public static readonly FontChain Chain = new(Regular, Hebrew, Arabic, Emoji);
    public static readonly FontChain BoldChain = new(SemiBold, Hebrew, Arabic, Emoji);
    public static readonly TextStyle Body = new(Chain, 10, PdfColour.Parse("#101828"));
    public static readonly TextStyle Strong = new(BoldChain, 10, PdfColour.Parse("#101828"));

    private static PdfFont Load(string name)
    {
        using var stream = typeof(TestFonts).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The font {name} is not embedded.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return PdfFont.Parse(bytes.ToArray());
    }
}

internal static class TestDocument
{
    public static PdfDocument Empty(string title = "A title") => new(new PdfInformation(
        title, "The author", "What it is about", "en-GB", new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.FromHours(1))));

    public static byte[] WithText(string text) => WithText(text, TestFonts.Body);

    public static byte[] WithText(string text, TextStyle style)
    {
        var document = Empty();
        var paragraph = document.Structure.Add(StructureKind.Paragraph);
        document.AddPage(PageSize.A4).Tagged(paragraph, canvas => TextBlock.Wrap(text, style, 400).Draw(canvas, new(50, 50)));
        return document.Save();
    }
}
