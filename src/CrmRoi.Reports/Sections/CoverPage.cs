using System.Globalization;
using CrmRoi.Pdf;
using CrmRoi.Reports.Charts;

namespace CrmRoi.Reports.Sections;

/// <summary>The first page: whose report of what, the verdict with its interval, and what it rests on.</summary>
internal static class CoverPage
{
    private const double LongName = 90;
    private const double IntervalHeight = 74;
    private const double LogoWidth = 150;
    private const double LogoHeight = 52;

    public static void Write(ReportPages pages, CultureInfo culture)
    {
        var (flow, text, input) = (pages.Flow, pages.Text, pages.Input);
        var section = pages.Document.Structure.Add(StructureKind.Section);
        var brand = input.Options.Brand;
        flow.Page.Artifact(canvas => canvas.Rectangle(new(0, 0, flow.Page.Width, 8), brand.Main), ArtifactKind.Background);
        if (brand.Second is { } second)
        {
            flow.Page.Artifact(canvas => canvas.Rectangle(new(0, 8, flow.Page.Width, 3), second), ArtifactKind.Background);
        }

        Logo(pages, section, brand.Logo);
        var isTight = new[] { input.CompanyName, Programme(pages), input.WrittenBy }.Sum(name => name.Length) > 3 * LongName;
        flow.Advance(isTight ? 16 : 64);
        flow.Paragraph(section, text["cover.kind"], ReportLook.Strong with { Colour = brand.Text });
        flow.Space(10);
        flow.Heading(section, StructureKind.Heading1, input.CompanyName, Sized(ReportLook.Cover, input.CompanyName), 4);
        flow.Paragraph(section, Programme(pages), Sized(ReportLook.Sub with { Size = 13, Colour = ReportLook.Muted }, input.Summary.Programme.Name));
        flow.Space(isTight ? 30 : 54);
        Verdict(pages, section, culture);
        flow.Space(20);
        Interval(pages, section);
        flow.Space(26);
        Notice(pages, section);
        Facts(pages, section);
    }

    private static void Logo(ReportPages pages, StructureElement section, PdfImage? logo)
    {
        if (logo is null)
        {
            return;
        }

        var (flow, scale) = (pages.Flow, Math.Min(LogoWidth / logo.Width, LogoHeight / logo.Height));
        var (width, height) = (logo.Width * scale, logo.Height * scale);
        var area = new PdfRectangle(flow.Left + flow.Width - width, 40, width, height);
        flow.Page.Figure(section, area, pages.Text.Of("cover.logo", pages.Input.CompanyName), canvas => canvas.Image(logo, area));
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

    private static void Interval(ReportPages pages, StructureElement section)
    {
        if (pages.Input.Summary.Return is not { Roi: { } roi, Drawn.Roi: { Low: { } low, High: { } high } interval })
        {
            return;
        }

        var (from, to, level) = (pages.Formats.Percent((decimal)low), pages.Formats.Percent((decimal)high), pages.Formats.Share((decimal)interval.Level, 0));
        var chart = new IntervalChart((double)roi, low, high, value => pages.Formats.Percent((decimal)value), pages.Text["cover.interval.zero"]);
        pages.Flow.Figure(section, IntervalHeight, pages.Text.Of("cover.interval.alt", pages.Formats.Percent(roi), from, to, level), chart.Draw);
        pages.Note(section, pages.Text.Of("cover.interval.note", level));
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

    // What identifies the report stands at the foot of the page.
    private static void Facts(ReportPages pages, StructureElement section)
    {
        var (input, text) = (pages.Input, pages.Text);
        var style = ReportLook.Note with { Size = 8.5 };
        string[] facts =
        [
            text.Of("cover.period", pages.Period(input.Summary.Return.Window), pages.MonthShort(input.Summary.LastMonth)),
            DefinitionSection.FilterInWords(pages),
            text.Of("cover.written", pages.WrittenOn, input.WrittenBy, pages.Formats.Version(input.DataVersion)),
            text.Of("cover.fingerprint", input.ProgramVersion is { } version ? $"CrmRoi {version}" : "CrmRoi", ReportFingerprint.Grouped(pages.Fingerprint)),
        ];
        var height = facts.Sum(fact => TextBlock.Wrap(fact, style, pages.Flow.Width).Height);
        pages.Flow.Space(Math.Max(pages.Flow.Remaining - height - 1, 24));
        foreach (var fact in facts)
        {
            pages.Flow.Paragraph(section, fact, style);
        }
    }
}
