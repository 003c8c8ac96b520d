using System.Text.RegularExpressions;
using CrmRoi.Pdf.Tests.Testing;

namespace CrmRoi.Pdf.Tests.Layout;

public sealed class PdfTableTests
{
    [Fact]
    public void Each_page_repeats_the_head_and_only_the_first_one_is_tagged()
    {
        var file = Draw(table =>
        {
            for (var row = 0; row < 120; row++)
            {
                table.Add($"name {row}", $"{row}");
            }
        });

        var pages = file.PageContents();
        pages.Count.Should().BeGreaterThan(2);
        Regex.Count(file.ShownText(), "HeadA").Should().Be(pages.Count);
        pages[0].Should().Contain("/TH <<");
        pages.Skip(1).Should().OnlyContain(content => !content.Contains("/TH <<", StringComparison.Ordinal));
        file.Elements("TH").Should().HaveCount(2).And.OnlyContain(cell => cell.Contains("/Scope /Column", StringComparison.Ordinal));
        file.Elements("TR").Should().HaveCount(121);
    }

    [Fact]
    public void No_row_is_lost_or_drawn_twice()
    {
        var file = Draw(table =>
        {
            for (var row = 0; row < 200; row++)
            {
                table.Add($"[{row}]" + new string('x', row * 13 % 400), "1");
            }
        });

        var shown = file.ShownText();
        Enumerable.Range(0, 200).Should().OnlyContain(row => Regex.Count(shown, Regex.Escape($"[{row}]")) == 1);
    }

    [Fact]
    public void A_row_higher_than_a_page_is_broken_and_nothing_of_it_is_lost()
    {
        var text = string.Join(' ', Enumerable.Range(0, 3000).Select(number => $"w{number}"));

        var file = Draw(table => table.Add(text, "1"));

        var shown = file.ShownText().Replace("HeadAHeadB", "", StringComparison.Ordinal);
        file.PageContents().Count.Should().BeGreaterThan(2);
        shown.Should().StartWith("w0 w1 ");
        Regex.Matches(shown, @"w\d+").Select(match => match.Value).Should().Equal(text.Split(' '));
        file.Elements("TD").Should().HaveCount(2);
    }

    [Fact]
    public void A_cell_that_heads_its_row_says_so_and_a_wide_cell_says_how_wide()
    {
        var file = Draw(table =>
        {
            table.Add(new TableCell("row") { IsHeader = true }, "1");
            table.Add(new TableCell("both") { ColumnSpan = 2 });
        });

        file.Elements("TH").Should().ContainSingle(cell => cell.Contains("/Scope /Row", StringComparison.Ordinal));
        file.Elements("TD").Should().ContainSingle(cell => cell.Contains("/ColSpan 2", StringComparison.Ordinal));
    }

    [Fact]
    public void A_row_that_does_not_span_the_columns_is_refused()
    {
        var table = new PdfTable([new("A"), new("B")], new TableLook(TestFonts.Strong, TestFonts.Body));

        table.Invoking(it => it.Add("only one")).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void Fixed_columns_keep_their_width_and_the_others_share_the_rest()
    {
        var table = new PdfTable(
            [new("A", 100) { IsFixed = true }, new("B", 1), new("C", 3)], new TableLook(TestFonts.Strong, TestFonts.Body));

        table.WidthsIn(500).Should().Equal(100, 100, 300);
    }

    [Theory]
    [InlineData(45)]
    [InlineData(60)]
    public void The_head_of_two_rows_does_not_stand_alone_at_the_foot(double left)
    {
        var file = Draw(
            table =>
            {
                table.Add("first", "1");
                table.Add("second", "2");
            },
            used: PageSize.A4.Height - 100 - left);

        var pages = file.PageContents();

        pages.Should().HaveCount(2);
        pages[0].Should().NotContain("TJ", "head and rows go to the next page together");
    }

    private static ProducedFile Draw(Action<PdfTable> fill, double used = 0)
    {
        var document = TestDocument.Empty();
        var flow = new PageFlow(document, PageSize.A4, new PageMargins(50, 50, 50, 50));
        _ = flow.Page;
        flow.Advance(used);
        var table = new PdfTable([new("HeadA", 3), new("HeadB", 1, TextAlignment.Right)], new TableLook(TestFonts.Strong, TestFonts.Body));
        fill(table);
        flow.Table(document.Structure, table);
        flow.Finish();
        return new ProducedFile(document.Save());
    }
}
