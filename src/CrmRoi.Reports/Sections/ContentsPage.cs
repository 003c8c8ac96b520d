using System.Globalization;
using CrmRoi.Pdf;

namespace CrmRoi.Reports.Sections;

/// <summary>What stands where. Its place is kept first and filled when every page is known.</summary>
internal sealed class ContentsPage
{
    private const double RowHeight = 22;

    private static readonly string[] Hints = ["read.before", "read.interval", "read.verdicts", "read.undefined", "read.colours", "read.money"];

    private readonly ReportPages pages;
    private readonly StructureElement entries;
    private readonly PdfPage page;
    private readonly double top;

    private ContentsPage(ReportPages pages)
    {
        this.pages = pages;
        var flow = pages.Flow;
        flow.NewPage();
        var section = pages.Document.Structure.Add(StructureKind.Section);
        flow.Heading(section, StructureKind.Heading1, pages.Text["contents"], ReportLook.Section, 10);
        var height = RowHeight * pages.Shown.Count;
        flow.Reserve(height);
        entries = section.Add(StructureKind.TableOfContents);
        (page, top) = (flow.Page, flow.Y);
        flow.Advance(height);
        HowToRead(section);
    }

    public static ContentsPage Reserve(ReportPages pages) => new(pages);

    public void Fill()
    {
        var (left, right) = (pages.Flow.Left, pages.Flow.Left + pages.Flow.Width);
        for (var index = 0; index < pages.Contents.Count; index++)
        {
            var (title, anchor) = pages.Contents[index];
            var area = new PdfRectangle(left, top + (index * RowHeight), right - left, RowHeight);
            var number = anchor.Page is { } target ? (target.Index + 1).ToString(CultureInfo.InvariantCulture) : Formats.Undefined;
            page.Artifact(canvas => canvas.Line(new(left, area.Bottom), new(right, area.Bottom), ReportLook.Rule));
            page.Link(entries.Add(StructureKind.TableOfContentsItem).Add(StructureKind.Reference), area, anchor, pages.Text.Of("contents.link", title, number), canvas =>
            {
                canvas.Text(title, new(left, area.Y + 14.5), ReportLook.Body);
                canvas.Text(number, new(right, area.Y + 14.5), ReportLook.Body with { TabularFigures = true }, TextAlignment.Right);
            });
        }
    }

    private void HowToRead(StructureElement section)
    {
        pages.Sub(section, pages.Text["read.title"]);
        pages.Bullets(section, [.. Hints.Select(key => pages.Text[key])]);
    }
}
