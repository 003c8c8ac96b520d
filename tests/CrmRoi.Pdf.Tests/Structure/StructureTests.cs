using System.Text.RegularExpressions;
using CrmRoi.Pdf.Tests.Testing;

namespace CrmRoi.Pdf.Tests.Structure;

public sealed class StructureTests
{
    private static readonly string[] Painting = ["f", "S", "B", "TJ", "f*", "B*"];

    [Fact]
    public void Everything_drawn_is_tagged_or_an_artifact()
    {
        foreach (var content in new ProducedFile(SampleReport.Write()).PageContents())
        {
            var depth = 0;
            foreach (var name in content.Split('\n').Select(line => line.Split(' ')[^1]))
            {
                depth += name == "BDC" ? 1 : name == "EMC" ? -1 : 0;
                depth.Should().BeInRange(0, 1);
                (Painting.Contains(name) && depth == 0).Should().BeFalse();
            }

            depth.Should().Be(0);
        }
    }

    [Fact]
    public void Each_marked_content_leads_back_to_the_element_that_holds_it()
    {
        var file = new ProducedFile(SampleReport.Write());
        var parents = file.Body(file.Body(file.Catalogue, "StructTreeRoot"), "ParentTree");
        var perPage = Regex.Matches(parents, @"\d+ \[([^\]]*)\]").Select(match => Regex.Count(match.Groups[1].Value, @"\d+ 0 R"));
        var marked = file.PageContents().Select(content => Regex.Count(content, @"/MCID \d+"));

        perPage.Should().Equal(marked);
        file.OfType("StructElem").Sum(body => Regex.Count(body, "/Type /MCR")).Should().Be(marked.Sum());
    }

    [Fact]
    public void Drawing_after_the_scope_has_ended_is_refused()
    {
        var page = TestDocument.Empty().AddPage(PageSize.A4);
        Canvas? kept = null;
        page.Artifact(canvas => kept = canvas);

        var draw = () => kept!.Text("late", new(0, 0), TestFonts.Body);

        draw.Should().Throw<InvalidOperationException>();
    }

    [Fact]
    public void Scopes_do_not_nest()
    {
        var document = TestDocument.Empty();
        var page = document.AddPage(PageSize.A4);

        var nest = () => page.Artifact(_ => page.Tagged(document.Structure.Add(StructureKind.Paragraph), _ => { }));

        nest.Should().Throw<InvalidOperationException>();
    }

    [Theory]
    [InlineData(StructureKind.Document, StructureKind.TableRow)]
    [InlineData(StructureKind.Table, StructureKind.Paragraph)]
    [InlineData(StructureKind.TableRow, StructureKind.Paragraph)]
    [InlineData(StructureKind.List, StructureKind.Paragraph)]
    [InlineData(StructureKind.Section, StructureKind.ListItem)]
    public void Parts_stand_only_in_their_wholes(StructureKind parent, StructureKind child)
    {
        var element = new StructureElement(parent, null);

        var add = () => element.Add(child);

        add.Should().Throw<InvalidOperationException>();
    }

    [Fact]
    public void Content_cannot_hang_on_a_container()
    {
        var document = TestDocument.Empty();

        var draw = () => document.AddPage(PageSize.A4).Tagged(document.Structure, _ => { });

        draw.Should().Throw<InvalidOperationException>();
    }

    [Fact]
    public void A_figure_without_words_is_refused()
    {
        var document = TestDocument.Empty();
        document.AddPage(PageSize.A4).Figure(document.Structure, new(0, 0, 10, 10), " ", _ => { });

        document.Invoking(it => it.Save()).Should().Throw<InvalidOperationException>().WithMessage("*alternative text*");
    }

    [Fact]
    public void A_heading_level_left_out_is_refused()
    {
        var document = TestDocument.Empty();
        document.AddPage(PageSize.A4).Tagged(document.Structure.Add(StructureKind.Heading2), _ => { });

        document.Invoking(it => it.Save()).Should().Throw<InvalidOperationException>().WithMessage("*level*");
    }

    [Fact]
    public void A_figure_says_what_it_shows_and_where_it_stands()
    {
        var document = TestDocument.Empty();
        document.AddPage(PageSize.A4).Figure(document.Structure, new(10, 20, 100, 50), "A rising line", canvas =>
            canvas.Rectangle(new(10, 20, 100, 50), PdfColour.Black));

        var figure = new ProducedFile(document.Save()).Elements("Figure").Single();

        figure.Should().Contain("/Alt (A rising line)").And.Contain("/BBox [10 771.89 110 821.89]");
    }

    [Fact]
    public void A_link_is_tagged_described_and_led_back_to()
    {
        var file = new ProducedFile(SampleReport.Write());

        var link = file.Elements("Link").Single();
        var annotation = file.OfType("Annot").Single();

        link.Should().Contain("/Type /OBJR").And.Contain("/MCID");
        annotation.Should().Contain("/Contents (To the results by representative)").And.Contain("/StructParent 2").And.Contain("/Dest [");
    }

    [Fact]
    public void An_anchor_that_was_never_set_is_refused()
    {
        var document = TestDocument.Empty();
        document.AddPage(PageSize.A4);
        document.Outline.Add("Nowhere", new PdfAnchor());

        document.Invoking(it => it.Save()).Should().Throw<InvalidOperationException>().WithMessage("*anchor*");
    }
}
