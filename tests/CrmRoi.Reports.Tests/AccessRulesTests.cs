using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CrmRoi.Reports.Tests;

/// <summary>Rules of PDF/UA-1 on the structure and what it is drawn from, of an ordinary report and of one with odd names.</summary>
public sealed class AccessRulesTests
{
    private static readonly string[] Standard =
        ["/Document", "/Sect", "/H1", "/H2", "/H3", "/P", "/Span", "/Table", "/THead", "/TBody", "/TR", "/TH", "/TD", "/L", "/LI", "/Lbl", "/LBody", "/Figure", "/Caption", "/Link", "/TOC", "/TOCI", "/Reference"];

    private static readonly Dictionary<string, string[]> Parts = new()
    {
        ["/Table"] = ["/Caption", "/THead", "/TBody", "/TR"],
        ["/THead"] = ["/TR"],
        ["/TBody"] = ["/TR"],
        ["/TR"] = ["/TH", "/TD"],
        ["/L"] = ["/LI", "/Caption"],
        ["/LI"] = ["/Lbl", "/LBody"],
        ["/TOC"] = ["/TOCI"],
        ["/TOCI"] = ["/Reference"],
        ["/Reference"] = ["/Link"],
    };

    private static readonly string[] Painting = ["f", "S", "B", "TJ", "Do"];

    [ReportFactWithTool("qpdf")]
    public void Everything_painted_is_tagged_or_an_artifact_and_the_running_heads_are()
    {
        foreach (var (_, file) in ConformanceExample.Both)
        {
            var contents = file.PageContents().ToList();
            foreach (var content in contents)
            {
                var depth = 0;
                foreach (var name in content.Split('\n').Select(line => line.Split(' ')[^1]))
                {
                    depth += name == "BDC" ? 1 : name == "EMC" ? -1 : 0;
                    depth.Should().BeInRange(0, 1);
                    (Painting.Contains(name) && depth == 0).Should().BeFalse("'{0}' belongs to something", name);
                }
            }

            contents.Skip(1).Should().OnlyContain(content => content.Contains("/Subtype /Header", StringComparison.Ordinal) && content.Contains("/Subtype /Footer", StringComparison.Ordinal));
        }
    }

    [ReportFactWithTool("qpdf")]
    public void Every_kind_of_element_is_a_standard_one_that_needs_no_role()
    {
        foreach (var (_, file) in ConformanceExample.Both)
        {
            file.OfType("/StructElem").Select(element => PdfObjects.Name(element, "/S")!).Distinct().Should().BeSubsetOf(Standard);
            file.At(file.Catalogue["/StructTreeRoot"])!.AsObject().ContainsKey("/RoleMap").Should().BeFalse();
            file.Catalogue["/MarkInfo"]!.AsObject().ContainsKey("/Suspects").Should().BeFalse();
        }
    }

    [ReportFactWithTool("qpdf")]
    public void Wholes_hold_their_parts_and_parts_know_their_whole()
    {
        foreach (var (_, file) in ConformanceExample.Both)
        {
            var root = file.At(file.Catalogue["/StructTreeRoot"])!.AsObject();
            foreach (var element in file.Walk(root).Skip(1))
            {
                var kids = file.Kids(element).ToList();
                kids.TrueForAll(kid => ReferenceEquals(file.At(kid["/P"]), element)).Should().BeTrue();
                if (Parts.TryGetValue(PdfObjects.Name(element, "/S")!, out var parts))
                {
                    kids.Select(kid => PdfObjects.Name(kid, "/S")!).Should().NotBeEmpty().And.BeSubsetOf(parts);
                }
            }
        }
    }

    [ReportFactWithTool("qpdf")]
    public void Each_marked_content_is_held_by_the_element_that_its_page_names()
    {
        foreach (var (_, file) in ConformanceExample.Both)
        {
            var parents = file.At(file.At(file.Catalogue["/StructTreeRoot"])!["/ParentTree"])!["/Nums"]!.AsArray();
            var byKey = Enumerable.Range(0, parents.Count / 2).ToDictionary(index => parents[2 * index]!.GetValue<int>(), index => parents[(2 * index) + 1]!);
            var contents = file.PageContents().ToList();
            file.Pages().Should().HaveSameCount(contents);
            foreach (var (page, content) in file.Pages().Zip(contents))
            {
                var marked = Regex.Matches(content, @"/MCID (\d+)").Select(match => int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)).ToList();
                marked.Should().Equal(Enumerable.Range(0, marked.Count));
                byKey[page["/StructParents"]!.GetValue<int>()].AsArray().Should().HaveSameCount(marked);
            }

            file.OfType("/Annot").Should().AllSatisfy(link => PdfObjects.Name(file.At(byKey[link["/StructParent"]!.GetValue<int>()])!.AsObject(), "/S").Should().Be("/Link"));
        }
    }

    [ReportFactWithTool("qpdf")]
    public void What_an_element_holds_leads_back_to_it_and_is_held_by_no_other()
    {
        foreach (var (_, file) in ConformanceExample.Both)
        {
            var numbers = file.At(file.At(file.Catalogue["/StructTreeRoot"])!["/ParentTree"])!["/Nums"]!.AsArray();
            var held = file.Walk(file.Catalogue["/StructTreeRoot"]).Skip(1).SelectMany(element => element["/K"]!.AsArray().OfType<JsonObject>()
                .Where(kid => PdfObjects.Name(kid, "/Type") == "/MCR").Select(kid => (Page: file.At(kid["/Pg"])!.AsObject(), Mark: kid["/MCID"]!.GetValue<int>(), Element: element))).ToList();

            held.DistinctBy(each => (each.Page["/StructParents"]!.GetValue<int>(), each.Mark)).Should().HaveSameCount(held);
            held.TrueForAll(each => ReferenceEquals(file.At(numbers[(2 * each.Page["/StructParents"]!.GetValue<int>()) + 1]![each.Mark]), each.Element)).Should().BeTrue();
            held.Should().HaveCount(file.PageContents().Sum(content => Regex.Count(content, "/MCID ")));
        }
    }

    [ReportFactWithTool("qpdf")]
    public void The_contents_are_a_list_of_references_to_every_section()
    {
        foreach (var (_, file) in ConformanceExample.Both)
        {
            var entries = file.Kids(file.Elements("/TOC").Should().ContainSingle().Which).ToList();

            entries.Should().HaveCount(Enum.GetValues<ReportSection>().Length);
            entries.Should().OnlyContain(entry => file.Kids(file.Kids(entry).Single()).Single()["/K"]!.ToJsonString().Contains("/OBJR", StringComparison.Ordinal));
        }
    }

    [ReportFactWithTool("qpdf")]
    public void A_reader_of_another_language_is_told_that_the_words_are_English()
    {
        var file = new PdfObjects(RoiReport.Write(ReportExample.Input(), System.Globalization.CultureInfo.GetCultureInfo("fr-FR")));

        PdfObjects.Text(file.Catalogue, "/Lang").Should().Be("en");
    }

    [ReportFactWithTool("qpdf")]
    public void The_outline_has_an_entry_for_each_heading_in_their_order()
    {
        foreach (var (_, file) in ConformanceExample.Both)
        {
            var entries = Entries(file, file.At(file.Catalogue["/Outlines"])!.AsObject()).ToList();
            var headings = file.Walk(file.Catalogue["/StructTreeRoot"]).Count(element => PdfObjects.Name(element, "/S") is "/H1" or "/H2" or "/H3");

            entries.Should().HaveCount(headings).And.AllSatisfy(entry =>
            {
                PdfObjects.Text(entry, "/Title").Should().NotBeNullOrWhiteSpace();
                PdfObjects.Name(file.At(entry["/Dest"]![0])!.AsObject(), "/Type").Should().Be("/Page");
            });
            entries.Select(entry => file.Pages().ToList().IndexOf(file.At(entry["/Dest"]![0])!.AsObject())).Should().BeInAscendingOrder();
        }

        static IEnumerable<JsonObject> Entries(PdfObjects file, JsonObject parent)
        {
            for (var entry = file.At(parent["/First"])?.AsObject(); entry is not null; entry = file.At(entry["/Next"])?.AsObject())
            {
                yield return entry;
                foreach (var below in Entries(file, entry))
                {
                    yield return below;
                }
            }
        }
    }

    [ReportFactWithTool("qpdf")]
    public void Rows_of_a_table_are_as_wide_as_its_head_and_each_begins_with_what_heads_it()
    {
        foreach (var (_, file) in ConformanceExample.Both)
        {
            foreach (var table in file.Elements("/Table"))
            {
                var head = file.Kids(table).Single(part => PdfObjects.Name(part, "/S") == "/THead");
                var columns = file.Kids(file.Kids(head).Single()).ToList();
                var rows = file.Kids(table).Where(part => PdfObjects.Name(part, "/S") == "/TBody").SelectMany(file.Kids).ToList();

                columns.Should().OnlyContain(cell => PdfObjects.Name(cell, "/S") == "/TH" && Scope(cell) == "/Column");
                rows.Should().NotBeEmpty().And.AllSatisfy(row =>
                {
                    file.Kids(row).Sum(cell => cell["/A"]?["/ColSpan"]?.GetValue<int>() ?? 1).Should().Be(columns.Count);
                    Scope(file.Kids(row).First()).Should().Be("/Row");
                });
            }
        }
    }

    [ReportFactWithTool("qpdf")]
    public void Figures_and_links_lie_on_their_page_and_the_first_heading_is_of_the_first_level()
    {
        foreach (var (_, file) in ConformanceExample.Both)
        {
            var media = file.Pages()[0]["/MediaBox"]!.AsArray().Select(each => each!.GetValue<double>()).ToList();
            file.Elements("/Figure").Select(figure => figure["/A"]!["/BBox"]!).Concat(file.OfType("/Annot").Select(link => link["/Rect"]!)).Should().AllSatisfy(box =>
            {
                var sides = box.AsArray().Select(each => each!.GetValue<double>()).ToList();
                sides.Should().OnlyContain(side => side >= 0);
                (sides[0] < sides[2] && sides[1] < sides[3] && sides[2] <= media[2] && sides[3] <= media[3]).Should().BeTrue();
            });
            file.Walk(file.Catalogue["/StructTreeRoot"]).Select(element => PdfObjects.Name(element, "/S")).First(kind => kind is "/H1" or "/H2" or "/H3").Should().Be("/H1");
        }
    }

    private static string? Scope(JsonObject cell) => cell["/A"]?["/Scope"]?.GetValue<string>();
}
