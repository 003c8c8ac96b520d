using System.Globalization;
using CrmRoi.Pdf;

namespace CrmRoi.Reports.Sections;

/// <summary>The first page: whose report of what, the verdict, four numbers.</summary>
internal static class CoverPage
{
    private const double LongName = 90;
    private const double FactsHeight = 32;

    public static void Write(ReportPages pages, CultureInfo culture)
    {
        var (flow, text, input) = (pages.Flow, pages.Text, pages.Input);
        var section = pages.Document.Structure.Add(StructureKind.Section);
        flow.Page.Artifact(canvas => canvas.Rectangle(new(0, 0, flow.Page.Width, 8), ReportLook.Accent), ArtifactKind.Background);
        flow.Advance(64);
        flow.Paragraph(section, text["cover.kind"], ReportLook.Strong with { Colour = ReportLook.Accent });
        flow.Space(10);
        flow.Heading(section, StructureKind.Heading1, input.CompanyName, Sized(ReportLook.Cover, input.CompanyName), 4);
        flow.Paragraph(section, Programme(pages), Sized(ReportLook.Sub with { Size = 13, Colour = ReportLook.Muted }, input.Summary.Programme.Name));
        flow.Space(54);
        Verdict(pages, section, culture);
        flow.Space(26);
        Tiles.Write(pages, section, KeyFigures.Of(pages));
        flow.Space(26);
        Notice(pages, section);
        flow.Space(Math.Max(flow.Remaining - FactsHeight, 24));
        Facts(pages, section);
    }

    private static string Programme(ReportPages pages) => pages.Input.Summary.Programme is { Vendor: { Length: > 0 } vendor } programme
        ? $"{programme.Name} · {vendor}"
        : pages.Input.Summary.Programme.Name;

    // A name of several lines is set smaller, so that the verdict stays on the page.
    private static TextStyle Sized(TextStyle style, string name) => name.Length > LongName ? style with { Size = style.Size * 0.6 } : style;

    private static void Verdict(ReportPages pages, StructureElement section, CultureInfo culture)
    {
        var (before, figure, after) = VerdictSentence.Of(pages.Input.Summary, culture).Parts;
        var colour = pages.Input.Summary.Return.NetBenefit < 0 ? ReportLook.Loss : ReportLook.Accent;
        TextSpan[] spans =
        [
            new(before, ReportLook.Verdict), new(figure, ReportLook.Verdict with { Colour = colour }), new(after, ReportLook.Verdict),
        ];
        pages.Flow.Paragraph(section, [.. spans.Where(span => span.Text.Length > 0)]);
    }

    private static void Notice(ReportPages pages, StructureElement section)
    {
        var flow = pages.Flow;
        var (heading, words) = NoticeText(pages);
        var title = TextBlock.Wrap(heading, ReportLook.Strong, flow.Width - 28);
        var body = TextBlock.Wrap(words, ReportLook.Body, flow.Width - 28);
        flow.Block(title.Height + body.Height + 24, (page, area) =>
        {
            page.Artifact(canvas => canvas.Rectangle(area, ReportLook.Caution, null, 6), ArtifactKind.Background);
            page.Tagged(section.Add(StructureKind.Paragraph), canvas => title.Draw(canvas, new(area.X + 14, area.Y + 12)));
            page.Tagged(section.Add(StructureKind.Paragraph), canvas => body.Draw(canvas, new(area.X + 14, area.Y + 12 + title.Height)));
        });
    }

    private static (string Title, string Body) NoticeText(ReportPages pages)
    {
        var (summary, text) = (pages.Input.Summary, pages.Text);
        return summary.Return is { Estimate: { } estimate, Drawn: { } drawn } result
            ? (text.Of("cover.notice.adjusted.title", pages.Words.Member(estimate.Verdict)),
                text.Of(
                    "cover.notice.adjusted", pages.Words.Member(estimate.Method), pages.Formats.Share((decimal)drawn.Roi.Level, 0), pages.Formats.Count(drawn.Draws),
                    pages.Money(result.SalesGain.Total), pages.Money(estimate.Total)))
            : (text["cover.notice.title"], text["cover.notice"]);
    }

    private static void Facts(ReportPages pages, StructureElement section)
    {
        var (input, text) = (pages.Input, pages.Text);
        var style = ReportLook.Body with { Colour = ReportLook.Muted };
        pages.Flow.Paragraph(section, text.Of("cover.period", pages.Period(input.Summary.Return.Window), pages.MonthShort(input.Summary.LastMonth)), style);
        pages.Flow.Paragraph(section, text.Of("cover.written", pages.WrittenOn, input.WrittenBy, pages.Formats.Version(input.DataVersion)), style);
    }
}
