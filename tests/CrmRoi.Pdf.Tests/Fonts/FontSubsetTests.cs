using System.Text;
using CrmRoi.Pdf.Tests.Testing;

namespace CrmRoi.Pdf.Tests.Fonts;

public sealed class FontSubsetTests
{
    private static ushort Glyph(char letter) => TestFonts.Regular.GlyphOf(new Rune(letter));

    [Fact]
    public void A_subset_is_a_font_with_only_the_glyphs_asked_for()
    {
        ushort[] glyphs = [0, Glyph('o'), Glyph('l')];

        var subset = PdfFont.Parse(FontSubset.Write(TestFonts.Regular, glyphs));

        subset.GlyphCount.Should().Be(3);
        subset.OutlineOf(1).ToArray().Should().StartWith(TestFonts.Regular.OutlineOf(glyphs[1]).ToArray());
    }

    [Fact]
    public void Widths_in_the_subset_are_those_of_the_font()
    {
        ushort[] glyphs = [0, .. "Wim.%1".Select(Glyph)];

        var subset = PdfFont.Parse(FontSubset.Write(TestFonts.Regular, glyphs));

        for (ushort index = 0; index < glyphs.Length; index++)
        {
            subset.AdvanceOf(index).Should().Be(TestFonts.Regular.AdvanceOf(glyphs[index]));
            subset.SideBearingOf(index).Should().Be(TestFonts.Regular.SideBearingOf(glyphs[index]));
        }
    }

    [Fact]
    public void A_composite_glyph_brings_its_parts_along()
    {
        var composite = "äöüÅéñçşğİ".Select(Glyph).First(IsComposite);

        var subset = PdfFont.Parse(FontSubset.Write(TestFonts.Regular, [0, composite]));

        var outline = subset.OutlineOf(1).ToArray();
        var part = (ushort)((outline[12] << 8) | outline[13]);
        var original = TestFonts.Regular.OutlineOf(composite).ToArray();
        var originalPart = (ushort)((original[12] << 8) | original[13]);
        subset.GlyphCount.Should().BeGreaterThan(2);
        part.Should().BeInRange(2, (ushort)(subset.GlyphCount - 1));
        subset.OutlineOf(part).ToArray().Should().StartWith(TestFonts.Regular.OutlineOf(originalPart).ToArray());
    }

    [Fact]
    public void The_checksum_of_a_subset_is_the_one_that_fonts_must_have()
    {
        var file = FontSubset.Write(TestFonts.SemiBold, [0, 5, 6, 7]);

        var sum = 0u;
        for (var at = 0; at < file.Length; at++)
        {
            sum = unchecked(sum + ((uint)file[at] << (24 - (8 * (at & 3)))));
        }

        sum.Should().Be(0xB1B0AFBA);
    }

    private static bool IsComposite(ushort glyph) =>
        TestFonts.Regular.OutlineOf(glyph) is { Length: > 1 } outline && (outline[0] & 0x80) != 0;
}
