using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using CrmRoi.Metrics.Snapshots;
using CrmRoi.Pdf;
using static CrmRoi.Reports.Tests.ReportExample;

namespace CrmRoi.Reports.Tests;

/// <summary>The rules of PDF/UA-1 and PDF/A-2a that a validator would check, as far as they can be read from the file.</summary>
public sealed class ConformanceTests
{
    private static PdfObjects Whole => ConformanceExample.Both[0].File;

    [ReportFactWithTool("qpdf")]
    public void The_catalogue_says_language_title_marking_and_output_intent()
    {
        var catalogue = Whole.Catalogue;

        PdfObjects.Text(catalogue, "/Lang").Should().Be("de-DE");
        catalogue["/MarkInfo"]!["/Marked"]!.GetValue<bool>().Should().BeTrue();
        catalogue["/ViewerPreferences"]!["/DisplayDocTitle"]!.GetValue<bool>().Should().BeTrue();
        var intent = Whole.At(catalogue["/OutputIntents"]![0])!.AsObject();
        PdfObjects.Name(intent, "/S").Should().Be("/GTS_PDFA1");
        Whole.At(intent["/DestOutputProfile"])!["/N"]!.GetValue<int>().Should().Be(3);
        Encoding.ASCII.GetString(Whole.Data(intent["/DestOutputProfile"]), 36, 4).Should().Be("acsp");
        Whole.Trailer["/ID"]!.AsArray().Should().HaveCount(2);
        Whole.Trailer.ContainsKey("/Encrypt").Should().BeFalse();
    }

    [ReportFactWithTool("qpdf")]
    public void The_metadata_name_both_standards_and_agree_with_the_information()
    {
        var metadata = XDocument.Parse(Encoding.UTF8.GetString(Whole.Data(Whole.Catalogue["/Metadata"])));
        var information = Whole.At(Whole.Trailer["/Info"])!.AsObject();

        Value("http://www.aiim.org/pdfa/ns/id/", "part").Should().Be("2");
        Value("http://www.aiim.org/pdfa/ns/id/", "conformance").Should().Be("A");
        Value("http://www.aiim.org/pdfua/ns/id/", "part").Should().Be("1");
        Value("http://purl.org/dc/elements/1.1/", "title").Should().Be(PdfObjects.Text(information, "/Title"));
        Value("http://purl.org/dc/elements/1.1/", "creator").Should().Be(PdfObjects.Text(information, "/Author"));
        Value("http://ns.adobe.com/xap/1.0/", "CreateDate").Should().Be("2026-11-04T09:30:00+01:00");
        PdfObjects.Text(information, "/CreationDate").Should().Be("D:20261104093000+01'00'");
        Whole.At(Whole.Catalogue["/Metadata"])!.AsObject().ContainsKey("/Filter").Should().BeFalse("PDF/A reads metadata as they are");

        string? Value(XNamespace space, string name) => metadata.Descendants(space + name).Single().Value.Trim();
    }

    [ReportFactWithTool("qpdf")]
    public void Every_figure_says_what_it_shows_and_where_it_is()
    {
        var figures = Whole.Elements("/Figure").ToList();

        figures.Should().HaveCountGreaterThan(6).And.AllSatisfy(figure =>
        {
            PdfObjects.Text(figure, "/Alt")!.Length.Should().BeGreaterThan(10);
            figure["/A"]!["/BBox"]!.AsArray().Should().HaveCount(4);
        });
        figures.Select(figure => PdfObjects.Text(figure, "/Alt")!).Where(text => !text.StartsWith("Logo", StringComparison.Ordinal))
            .Should().OnlyContain(text => text.Any(char.IsDigit), "a chart's text says its figures");
    }

    [ReportFactWithTool("qpdf")]
    public void Tables_are_regular_and_every_header_cell_has_a_scope()
    {
        var file = Whole;
        file.Elements("/TH").Should().NotBeEmpty().And.OnlyContain(cell => cell["/A"]!["/Scope"] != null);
        file.Elements("/Table").Should().NotBeEmpty().And.AllSatisfy(table =>
            file.Kids(table).SelectMany(part => PdfObjects.Name(part, "/S") == "/TR" ? [part] : file.Kids(part)).Select(row => file.Kids(row).Count()).Distinct().Should().ContainSingle());
    }

    [ReportFactWithTool("qpdf")]
    public void Headings_leave_no_level_out_and_lists_and_links_are_whole()
    {
        var file = Whole;
        var level = 0;
        foreach (var heading in file.Walk(file.Catalogue["/StructTreeRoot"]).Select(element => PdfObjects.Name(element, "/S")).Where(kind => kind is "/H1" or "/H2" or "/H3"))
        {
            var next = heading![2] - '0';
            next.Should().BeLessThanOrEqualTo(level + 1);
            level = next;
        }

        level.Should().BeGreaterThan(0);
        file.Elements("/L").Should().OnlyContain(list => list["/A"]!["/ListNumbering"] != null);
        file.Elements("/LI").Should().OnlyContain(item => file.Kids(item).Select(part => PdfObjects.Name(part, "/S")).SequenceEqual(new[] { "/Lbl", "/LBody" }));
        file.OfType("/Annot").Should().NotBeEmpty().And.AllSatisfy(link =>
        {
            PdfObjects.Text(link, "/Contents").Should().NotBeNullOrEmpty();
            (link["/F"]!.GetValue<int>() & 4).Should().Be(4, "it is printed");
            link.ContainsKey("/StructParent").Should().BeTrue();
        });
        file.Elements("/Link").Should().AllSatisfy(link => link["/K"]!.ToJsonString().Should().Contain("/OBJR"));
    }

    [ReportFactWithTool("qpdf")]
    public void Fonts_are_embedded_with_unicode_and_a_width_for_each_code()
    {
        var fonts = Whole.OfType("/Font").Where(font => PdfObjects.Name(font, "/Subtype") == "/Type0").ToList();

        fonts.Should().NotBeEmpty().And.AllSatisfy(font =>
        {
            PdfObjects.Name(font, "/Encoding").Should().Be("/Identity-H");
            var map = Encoding.ASCII.GetString(Whole.Data(font["/ToUnicode"]));
            var descendant = Whole.At(font["/DescendantFonts"]![0])!.AsObject();
            PdfObjects.Name(descendant, "/CIDToGIDMap").Should().Be("/Identity");
            Whole.Data(Whole.At(descendant["/FontDescriptor"])!["/FontFile2"]).Should().NotBeEmpty();
            var codes = map.Split('\n').Count(line => line.StartsWith('<') && line.Count(letter => letter == '<') == 2 && !line.Contains("FFFF", StringComparison.Ordinal));
            descendant["/W"]![1]!.AsArray().Should().HaveCount(codes + 1, "code 0 has a width and no text");
        });
    }

    [ReportFactWithTool("qpdf")]
    public void Nothing_stands_in_it_that_an_archive_forbids()
    {
        string[] forbidden = ["/JavaScript", "/JS", "/AA", "/EmbeddedFiles", "/AcroForm", "/OpenAction", "/SMask", "/BM", "/Interpolate", "/Alternates", "/LZWDecode", "/TR", "/HTP"];
        var images = Whole.All.Where(each => PdfObjects.Name(each, "/Subtype") == "/Image").ToList();

        Whole.All.SelectMany(each => each.Select(entry => entry.Key)).Should().NotContain(key => forbidden.Contains(key));
        images.Should().ContainSingle().Which.Should().Match<JsonObject>(image => PdfObjects.Name(image, "/ColorSpace") == "/DeviceRGB");
        Whole.OfType("/Page").Should().AllSatisfy(page => PdfObjects.Name(page, "/Tabs").Should().Be("/S"));
        Whole.OfType("/Page").Where(page => page.ContainsKey("/Group")).Should().OnlyContain(page => page["/Group"]!["/CS"] != null);
    }

    [ReportFactWithTool("pdfinfo")]
    public void Poppler_reads_the_structure_with_every_section()
    {
        var (exit, output, errors) = ReportTool.Run("pdfinfo", RoiReport.Write(ConformanceExample.Branded(), British), path => ["-struct-text", path]);

        (exit, errors).Should().Be((0, ""));
        Enum.GetValues<ReportSection>().Should().AllSatisfy(section => output.Should().Contain(RoiReport.NameOf(section, British)));
    }
}
