using System.Text;
using System.Xml.Linq;
using CrmRoi.Pdf.Tests.Testing;

namespace CrmRoi.Pdf.Tests.Document;

public sealed class PdfDocumentTests
{
    [Fact]
    public void Equal_input_makes_equal_bytes()
    {
        SampleReport.Write().Should().Equal(SampleReport.Write());
    }

    [Fact]
    public void Saving_twice_makes_equal_bytes()
    {
        var document = TestDocument.Empty();
        document.AddPage(PageSize.Letter).Artifact(canvas => canvas.Circle(new(50, 50), 9, PdfColour.Black));

        document.Save().Should().Equal(document.Save());
    }

    [Fact]
    public void Another_text_makes_another_identifier()
    {
        static string Identifier(string text) => new ProducedFile(TestDocument.WithText(text)).Trailer.Split("/ID")[1];

        Identifier("one").Should().NotBe(Identifier("two"));
    }

    [Fact]
    public void The_catalogue_says_that_it_is_tagged_in_which_language_and_by_which_colours()
    {
        var file = new ProducedFile(SampleReport.Write());

        file.Catalogue.Should().Contain("/Lang (en-GB)").And.Contain("/MarkInfo << /Marked true >>")
            .And.Contain("/DisplayDocTitle true").And.Contain("/PageLabels").And.Contain("/Outlines");
        file.OfType("Page").Should().OnlyContain(page => page.Contains("/Tabs /S", StringComparison.Ordinal));
        file.Stream(file.Body(file.Catalogue, "OutputIntents"), "DestOutputProfile").AsSpan(36, 4).ToArray().Should().Equal("acsp"u8.ToArray());
    }

    [Fact]
    public void The_metadata_is_well_formed_and_identifies_both_standards()
    {
        var document = TestDocument.Empty("Markup & <b> 🚀 \u0001 \uD800 (a) \\");
        document.AddPage(PageSize.A4);
        var file = new ProducedFile(document.Save());

        var metadata = XDocument.Parse(Encoding.UTF8.GetString(file.Stream(file.Catalogue, "Metadata")));

        var values = metadata.Descendants().Where(node => !node.HasElements).Select(node => (node.Name.NamespaceName, node.Name.LocalName, node.Value)).ToList();
        values.Should().Contain(("http://www.aiim.org/pdfa/ns/id/", "part", "2"));
        values.Should().Contain(("http://www.aiim.org/pdfa/ns/id/", "conformance", "A"));
        values.Should().Contain(("http://www.aiim.org/pdfua/ns/id/", "part", "1"));
        values.Should().Contain(value => value.Value == "Markup & <b> 🚀   \uFFFD (a) \\");
        values.Should().Contain(value => value.LocalName == "CreateDate" && value.Value == "2026-03-04T05:06:07+01:00");
    }

    [Fact]
    public void Only_a_page_with_opacity_has_a_transparency_group()
    {
        var document = TestDocument.Empty();
        document.AddPage(PageSize.A4).Artifact(canvas => canvas.Rectangle(new(0, 0, 9, 9), PdfColour.Black));
        document.AddPage(PageSize.A4).Artifact(canvas => canvas.Rectangle(new(0, 0, 9, 9), PdfColour.Black.WithOpacity(0.5)));

        var pages = new ProducedFile(document.Save()).OfType("Page");

        pages[0].Should().NotContain("/Group");
        pages[1].Should().Contain("/Group << /Type /Group /S /Transparency /CS /DeviceRGB >>");
    }

    [Fact]
    public void A_document_without_title_or_page_is_refused()
    {
        var untitled = () => TestDocument.Empty(" ");

        untitled.Should().Throw<ArgumentException>();
        TestDocument.Empty().Invoking(it => it.Save()).Should().Throw<InvalidOperationException>();
    }

    [Fact]
    public void A_drawing_with_a_number_that_is_none_is_refused()
    {
        var page = TestDocument.Empty().AddPage(PageSize.A4);

        page.Invoking(it => it.Artifact(canvas => canvas.Circle(new(double.NaN, 1), 2, PdfColour.Black)))
            .Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void Pages_are_labelled_as_asked()
    {
        var document = TestDocument.Empty();
        document.AddPage(PageSize.A4);
        document.AddPage(PageSize.A4);
        document.LabelPages(1, PageLabelStyle.RomanLower, "A-", 3);

        new ProducedFile(document.Save()).Catalogue.Should().Contain("/PageLabels << /Nums [0 << /S /D >> 1 << /S /r /P (A-) /St 3 >>] >>");
    }

    [Theory]
    [InlineData("plain (brackets) \\", "(plain \\(brackets\\) \\\\)")]
    [InlineData("ä", "<FEFF00E4>")]
    [InlineData("🚀", "<FEFFD83DDE80>")]
    public void Text_strings_are_escaped(string text, string written)
    {
        PdfSyntax.Text(text).Should().Be(written);
    }
}
