using CrmRoi.Pdf.Tests.Testing;

namespace CrmRoi.Pdf.Tests;

/// <summary>What other people's programs say of our files.</summary>
public sealed class OtherReadersTests
{
    public static readonly string OddNames = string.Join('\n', [
        "<script>alert('x')</script> & \"quotes\" (brackets) \\ /Name % comment",
        "Emoji 👩‍💻 🚀 ❤️ 🇩🇪",
        "שלום (123) עולם, محمد علي",
        "control \u0001\u0007\u001B\t and lone \uD83D surrogate, private \uE000, none \uFFFF",
        new string('W', 300),
        "combining e\u0301 a\u0308 and \u202Eoverride\u202C, zero\u200Bwidth",
    ]);

    [FactIfTool("qpdf")]
    public void Qpdf_finds_no_error()
    {
        var (exit, output, errors) = Tool.Run("qpdf", SampleReport.Write(), path => ["--check", path]);

        exit.Should().Be(0, output + errors);
    }

    [FactIfTool("qpdf")]
    public void Odd_names_do_not_break_the_file()
    {
        var document = TestDocument.Empty(OddNames);
        var flow = new PageFlow(document, PageSize.A4, new PageMargins(50, 50, 50, 50));
        flow.Heading(document.Structure, StructureKind.Heading1, OddNames, TestFonts.Strong);
        flow.Figure(document.Structure, 20, OddNames, (canvas, area) => canvas.Text(OddNames, new(area.X, area.Y + 10), TestFonts.Body));
        flow.Finish();

        var (exit, output, errors) = Tool.Run("qpdf", document.Save(), path => ["--check", path]);

        exit.Should().Be(0, output + errors);
    }

    [FactIfTool("pdftotext")]
    public void Poppler_reads_the_text_back()
    {
        const string text = "Net present value: € 1,234.56 (Größe, Дмитрий, Ωμέγα), Launch 🚀 AVATAR";

        var (_, output, errors) = Tool.Run("pdftotext", TestDocument.WithText(text), path => ["-layout", path, "-"]);

        output.ReplaceLineEndings(" ").Trim().Should().Be(text);
        errors.Should().BeEmpty();
    }

    [FactIfTool("pdftotext")]
    public void Poppler_reads_right_to_left_names_in_their_order()
    {
        var (_, output, _) = Tool.Run("pdftotext", TestDocument.WithText("דני כהן"), path => [path, "-"]);

        output.Should().Contain("דני כהן");
    }

    [FactIfTool("pdftotext")]
    public void Poppler_has_no_complaint_about_odd_names()
    {
        var (exit, output, errors) = Tool.Run("pdftotext", TestDocument.WithText(OddNames), path => [path, "-"]);

        exit.Should().Be(0);
        errors.Should().BeEmpty();
        output.Should().Contain("<script>alert('x')</script> & \"quotes\" (brackets) \\ /Name % comment");
        output.Count(letter => letter == 'W').Should().Be(300);
    }

    [FactIfTool("mutool")]
    public void Mupdf_draws_every_page_without_an_error()
    {
        var (exit, _, errors) = Tool.Run("mutool", SampleReport.Write(), path => ["draw", "-F", "png", "-r", "40", "-o", path + "-%d.png", path]);

        exit.Should().Be(0);
        errors.Should().NotContain("error:").And.NotContain("cannot").And.NotContain("broken");
    }

    [FactIfTool("mutool")]
    public void Mupdf_finds_the_fonts_of_the_pages()
    {
        var (exit, output, _) = Tool.Run("mutool", SampleReport.Write(), path => ["info", "-F", path]);

        exit.Should().Be(0);
        output.Should().Contain("+Inter-Regular").And.Contain("Type0");
    }
}
