using CrmRoi.Pdf.Tests.Testing;

namespace CrmRoi.Pdf.Tests.Text;

public sealed class TextBlockTests
{
    private static readonly string[] Pieces =
        ["a", "word", "12,345.67", "-", " ", "  ", "ä", "Donaudampfschifffahrtsgesellschaft", "田中", "🚀", "ש", "\u00A0", "x-y", "—", "(", "%"];

    [Fact]
    public void Wrapping_loses_no_character_whatever_the_text_and_the_width()
    {
        var random = new Random(4711);
        for (var round = 0; round < 300; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 60)).Select(_ => Pieces[random.Next(Pieces.Length)]));
            var width = random.Next(1, 300);

            var block = TextBlock.Wrap(text, TestFonts.Body, width);

            string.Concat(block.Lines.Select(line => line.Text)).Should().Be(PlainText.Of(text));
        }
    }

    [Fact]
    public void No_line_is_wider_than_the_block_unless_a_single_character_is()
    {
        var random = new Random(815);
        for (var round = 0; round < 200; round++)
        {
            var text = string.Concat(Enumerable.Range(0, 40).Select(_ => Pieces[random.Next(Pieces.Length)]));
            var width = random.Next(25, 300);

            var block = TextBlock.Wrap(text, TestFonts.Body, width);

            block.Lines.Max(line => line.Width).Should().BeLessThan(width + 1);
        }
    }

    [Fact]
    public void Words_stay_whole_where_they_fit()
    {
        var width = TextBlock.Measure("two words", TestFonts.Body) + 1;

        var block = TextBlock.Wrap("two words here", TestFonts.Body, width);

        block.Lines.Select(line => line.Text).Should().Equal("two words ", "here");
    }

    [Fact]
    public void A_word_longer_than_the_line_is_broken()
    {
        var block = TextBlock.Wrap(new string('w', 300), TestFonts.Body, 100);

        block.Lines.Count.Should().BeGreaterThan(10);
        block.Lines.Should().OnlyContain(line => line.Width <= 100.5);
    }

    [Fact]
    public void Line_feeds_begin_lines_and_empty_lines_keep_their_height()
    {
        var block = TextBlock.Wrap("one\n\nthree", TestFonts.Body, 200);

        block.Lines.Select(line => line.Text).Should().Equal("one", "", "three");
        block.Height.Should().BeApproximately(3 * 14, 0.001);
    }

    [Fact]
    public void A_number_is_not_parted_from_its_sign_or_percent()
    {
        var block = TextBlock.Wrap("about -5\u2009% or\u00A0so", TestFonts.Body, 42);

        block.Lines.Select(line => line.Text).Should().Equal("about ", "-5\u2009% ", "or\u00A0so");
    }

    [Fact]
    public void Pieces_in_several_styles_wrap_as_one_text()
    {
        var block = TextBlock.Wrap([new("It was ", TestFonts.Body), new("very", TestFonts.Strong), new("good indeed", TestFonts.Body)], 60);

        block.Lines.Select(line => line.Text).Should().Equal("It was ", "verygood ", "indeed");
        block.Lines[1].Spans.Select(span => span.Text).Should().Equal("very", "good ");
    }

    [Fact]
    public void Alignment_places_the_line_without_its_last_spaces()
    {
        var document = TestDocument.Empty();
        var page = document.AddPage(PageSize.A4);
        var block = TextBlock.Wrap("right ", TestFonts.Body, 200);

        page.Tagged(document.Structure.Add(StructureKind.Paragraph), canvas => block.Draw(canvas, new(100, 100), TextAlignment.Right));

        var x = PdfSyntax.Number(300 - TextBlock.Measure("right", TestFonts.Body));
        new ProducedFile(document.Save()).PageContents().Single().Should().Contain($"1 0 0 1 {x} ");
    }
}
