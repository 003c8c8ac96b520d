using System.Text.RegularExpressions;
using CrmRoi.Pdf.Tests.Testing;

namespace CrmRoi.Pdf.Tests.Layout;

public sealed class PageFlowTests
{
    private static readonly PageMargins Margins = new(50, 50, 50, 50);
    private static readonly string LongText = string.Join(' ', Enumerable.Range(1, 1200).Select(number => $"word{number}"));

    [Fact]
    public void A_paragraph_runs_over_pages_and_stays_one_element()
    {
        var (document, flow) = Begin();

        flow.Paragraph(document.Structure, LongText, TestFonts.Body);
        flow.Finish();

        var file = new ProducedFile(document.Save());
        file.OfType("Page").Count.Should().BeGreaterThan(1);
        file.ShownText().Should().Be(LongText);
        Regex.Count(file.Elements("P").Single(), "/MCR").Should().Be(file.OfType("Page").Count);
    }

    [Fact]
    public void A_heading_moves_to_the_page_of_what_follows()
    {
        var (document, flow) = Begin();
        flow.Block(720, (page, area) => page.Artifact(canvas => canvas.Rectangle(area, PdfColour.Black)));

        var anchor = flow.Heading(document.Structure, StructureKind.Heading1, "A heading", TestFonts.Strong);
        flow.Figure(document.Structure, 100, "A figure", (canvas, area) => canvas.Rectangle(area, PdfColour.White));
        flow.Finish();

        var file = new ProducedFile(document.Save());
        file.PageContents()[0].Should().NotContain("/H1");
        file.PageContents()[1].Should().Contain("/H1").And.Contain("/Figure");
        anchor.Destination(document.Pages.ToDictionary(page => page, page => page.Index)).Should().StartWith("[1 0 R /XYZ");
    }

    [Fact]
    public void Bookmarks_nest_as_headings_do()
    {
        var (document, flow) = Begin();
        flow.Heading(document.Structure, StructureKind.Heading1, "One", TestFonts.Strong);
        flow.Heading(document.Structure, StructureKind.Heading2, "One one", TestFonts.Strong);
        flow.Heading(document.Structure, StructureKind.Heading2, "One two", TestFonts.Strong);
        flow.Heading(document.Structure, StructureKind.Heading1, "Two", TestFonts.Strong);
        flow.Finish();

        document.Outline.Children.Should().HaveCount(2);
        document.Outline.Children[0].Children.Should().HaveCount(2);
        new ProducedFile(document.Save()).OfType("Outlines").Single().Should().Contain("/Count 4");
    }

    [Fact]
    public void Footers_know_how_many_pages_there_are()
    {
        var seen = new List<(int Number, int Count)>();
        var document = TestDocument.Empty();
        var flow = new PageFlow(document, PageSize.A4, Margins) { PageFinished = (_, number, count) => seen.Add((number, count)) };

        flow.Block(10, (_, _) => { });
        flow.NewPage();
        flow.NewPage();
        flow.Finish();

        seen.Should().Equal((1, 3), (2, 3), (3, 3));
    }

    [Fact]
    public void No_single_line_is_left_over_on_the_next_page()
    {
        for (var height = 600; height < 742; height += 7)
        {
            var (document, flow) = Begin();
            flow.Block(height, (_, _) => { });
            flow.Paragraph(document.Structure, LongText[..900], TestFonts.Body);
            flow.Finish();

            var perPage = new ProducedFile(document.Save()).PageContents().Select(content => Regex.Count(content, " Tm\n")).Where(count => count > 0);
            perPage.Should().OnlyContain(count => count >= 2);
        }
    }

    [Fact]
    public void A_figure_higher_than_a_page_is_refused()
    {
        var (document, flow) = Begin();

        flow.Invoking(it => it.Figure(document.Structure, 800, "Too high", (_, _) => { })).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void A_list_has_labels_and_bodies()
    {
        var (document, flow) = Begin();

        flow.List(document.Structure, ["first", "second"], TestFonts.Body, isNumbered: true);
        flow.Finish();

        var file = new ProducedFile(document.Save());
        file.ShownText().Should().Be("1.first2.second");
        file.Elements("L").Single().Should().Contain("/ListNumbering /Decimal");
        file.Elements("LBody").Should().HaveCount(2);
    }

    private static (PdfDocument Document, PageFlow Flow) Begin()
    {
        var document = TestDocument.Empty();
        return (document, new PageFlow(document, PageSize.A4, Margins));
    }
}
