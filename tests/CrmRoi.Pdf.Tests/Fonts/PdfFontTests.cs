using System.Text;
using CrmRoi.Pdf.Tests.Testing;

namespace CrmRoi.Pdf.Tests.Fonts;

public sealed class PdfFontTests
{
    private static readonly string[] Digits = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];

    [Fact]
    public void A_font_knows_its_name_and_size()
    {
        var font = TestFonts.Regular;

        font.Name.Should().Be("Inter-Regular");
        font.UnitsPerEm.Should().Be(2048);
        font.Ascent.Should().BePositive();
        font.Descent.Should().BeNegative();
    }

    [Fact]
    public void A_character_that_the_font_lacks_has_glyph_zero()
    {
        TestFonts.Regular.Has(new Rune('田')).Should().BeFalse();
        TestFonts.Regular.GlyphOf(new Rune('田')).Should().Be(0);
        TestFonts.Regular.GlyphOf(new Rune('A')).Should().NotBe(0);
    }

    [Fact]
    public void Characters_beyond_the_basic_plane_are_found()
    {
        TestFonts.Emoji.Has(new Rune(0x1F680)).Should().BeTrue();
    }

    [Fact]
    public void The_signs_of_verdicts_and_numbers_have_glyphs()
    {
        "▲▼◆○●◌−—–€£≈≥≤±×…·•→²".EnumerateRunes().Where(sign => TestFonts.Chain.FontFor(sign) is null).Should().BeEmpty();
    }

    [Fact]
    public void Figures_differ_in_width_unless_they_are_tabular()
    {
        var style = TestFonts.Body;

        var proportional = Digits.Select(digit => TextShaper.Width(digit, style)).Distinct();
        var tabular = Digits.Select(digit => TextShaper.Width(digit, style with { TabularFigures = true })).Distinct();

        proportional.Should().HaveCountGreaterThan(1);
        tabular.Should().ContainSingle();
    }

    [Fact]
    public void Numbers_of_equal_length_are_equally_wide_in_tabular_figures()
    {
        var style = TestFonts.Strong with { TabularFigures = true };

        TextShaper.Width("1,111,111.11", style).Should().BeApproximately(TextShaper.Width("7,470,489.74", style), 0.0001);
    }

    [Fact]
    public void Kerning_draws_AV_together()
    {
        var pair = TextShaper.Width("AV", TestFonts.Body);
        var apart = TextShaper.Width("A", TestFonts.Body) + TextShaper.Width("V", TestFonts.Body);

        pair.Should().BeLessThan(apart);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(11)]
    [InlineData(200)]
    public void A_file_that_is_no_font_is_refused(int length)
    {
        var parse = () => PdfFont.Parse(new byte[length]);

        parse.Should().Throw<InvalidDataException>();
    }

    [Fact]
    public void A_font_cut_short_is_refused()
    {
        var whole = FontSubset.Write(TestFonts.Regular, [0, 1, 2]);

        var parse = () => PdfFont.Parse(whole[..(whole.Length / 2)]);

        parse.Should().Throw<InvalidDataException>();
    }
}
