using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CrmRoi.Pdf.Tests.Testing;

namespace CrmRoi.Pdf.Tests.Fonts;

public sealed class EmbeddedFontTests
{
    [Theory]
    [InlineData("The quick brown fox, 12.5 % of € 1,234")]
    [InlineData("Größe, Ångström, Дмитрий, Ωμέγα")]
    [InlineData("a\u00A0b\u202Fc\u2009d")]
    [InlineData("שלום עולם (123) abc")]
    [InlineData("محمد علي لا سلام")]
    [InlineData("❤️ 🚀 👩‍💻")]
    [InlineData("田中 has no glyph")]
    public void Text_can_be_read_back_by_the_map_to_Unicode(string text)
    {
        var file = new ProducedFile(TestDocument.WithText(text));

        file.ShownText().Should().Be(text);
    }

    [Fact]
    public void Widths_in_the_file_are_those_of_the_font()
    {
        const string text = "Widths: 0123";
        var file = new ProducedFile(TestDocument.WithText(text));
        var type0 = file.Bodies.Single(body => body.Contains("/Subtype /Type0", StringComparison.Ordinal));
        var widths = Regex.Match(file.Body(type0, "DescendantFonts"), @"/W \[0 \[([^\]]+)\]").Groups[1].Value
            .Split(' ').Select(width => double.Parse(width, CultureInfo.InvariantCulture)).ToList();

        foreach (var (code, shown) in file.ToUnicode(type0))
        {
            var advance = TestFonts.Regular.AdvanceOf(TestFonts.Regular.GlyphOf(shown.EnumerateRunes().First()));
            widths[code].Should().BeApproximately(advance * 1000.0 / 2048, 0.001);
        }
    }

    [Fact]
    public void The_embedded_font_has_one_glyph_for_each_letter_in_use()
    {
        var file = new ProducedFile(TestDocument.WithText("noon"));
        var descriptor = file.OfType("FontDescriptor").Single();

        var font = PdfFont.Parse(file.Stream(descriptor, "FontFile2"));

        font.GlyphCount.Should().Be(3);
        descriptor.Should().MatchRegex("/FontName /[A-Z]{6}\\+Inter-Regular ");
    }

    [Fact]
    public void Even_a_missing_character_is_not_shown_by_glyph_zero()
    {
        var file = new ProducedFile(TestDocument.WithText("田"));

        file.PageContents().Single().Should().NotContain("0000");
        file.ShownText().Should().Be("田");
    }

    [Fact]
    public void The_first_font_that_has_the_character_is_used()
    {
        var glyphs = TextShaper.Shape("aש🚀", TestFonts.Body);

        glyphs.OrderBy(glyph => glyph.Order).Select(glyph => glyph.Font)
            .Should().Equal(TestFonts.Regular, TestFonts.Hebrew, TestFonts.Emoji);
    }

    [Fact]
    public void Fonts_are_embedded_with_subset_names_that_depend_on_their_content()
    {
        static string Name(string text) => Encoding.ASCII.GetString(TestDocument.WithText(text)) is var file
            ? Regex.Match(file, "/BaseFont /([A-Z]{6})\\+").Groups[1].Value
            : "";

        Name("abc").Should().Be(Name("abc")).And.NotBe(Name("xyz"));
    }
}
