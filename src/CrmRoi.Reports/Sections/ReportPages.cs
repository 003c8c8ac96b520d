using System.Globalization;
using CrmRoi.Metrics;
using CrmRoi.Pdf;

namespace CrmRoi.Reports.Sections;

/// <summary>The report being written: its pages, its words, its numbers.</summary>
internal sealed class ReportPages
{
    private readonly List<(string Title, PdfAnchor Anchor)> contents = [];
    private readonly Lazy<string> fingerprint;

    public ReportPages(ReportInput input, CultureInfo culture)
    {
        (Input, Formats, Words, Text) = (input, new(culture), new(culture), new(culture));
        Figures = new(Formats, Words, Currency);
        Reckoning = ReportReckoning.Of(input);
        fingerprint = new(() => input.Fingerprint ?? ReportFingerprint.Of(input));
        var programme = input.Summary.Programme.Name;
        Document = new PdfDocument(new(
            Text.Of("document.title", programme, input.CompanyName), input.WrittenBy, Text.Of("document.subject", programme),
            LanguageOf(culture), input.WrittenAt));
        Flow = new PageFlow(Document, input.Size, new(56, 72, 56, 64)) { PageFinished = Furniture };
    }

    public ReportInput Input { get; }

    public Formats Formats { get; }

    public DomainText Words { get; }

    public ReportText Text { get; }

    public MetricFormats Figures { get; }

    public ReportReckoning Reckoning { get; }

    public PdfDocument Document { get; }

    public PageFlow Flow { get; }

    public string Currency => Input.Summary.Programme.Currency;

    /// <summary>What the contents list leads to.</summary>
    public IReadOnlyList<(string Title, PdfAnchor Anchor)> Contents => contents;

    /// <summary>Whether there is nothing to tell but what is missing: neither costs nor figures.</summary>
    public bool IsBrief => Input.Cube.Horizon.IsEmpty && Input.Summary.Return.Cost.Lines.Count == 0;

    /// <summary>The SHA-256 of what the report is reckoned from.</summary>
    public string Fingerprint => fingerprint.Value;

    /// <summary>The sections that a report without figures still has.</summary>
    private static readonly ReportSection[] OfBrief = [ReportSection.Summary, ReportSection.Costs, ReportSection.Benefits, ReportSection.Cautions, ReportSection.Data];

    /// <summary>The sections that stand in this report, in their order.</summary>
    public IReadOnlyList<ReportSection> Shown => [.. Enum.GetValues<ReportSection>().Where(Input.Options.Sections.Contains).Where(section => !IsBrief || OfBrief.Contains(section))];

    public string Money(decimal? amount) => Formats.Money(amount, Currency);

    /// <summary>Money in a table: nothing is a quiet 0, because a column of "€ 0.00" hides what is not nothing.</summary>
    public ReportCell Amount(decimal? amount) => amount switch
    {
        null => new(Formats.Undefined, Tone: Tone.Muted),
        0 => new(Formats.Count(0), Tone: Tone.Muted),
        _ => new(Money(amount)),
    };

    /// <summary>Money at the axis of a chart.</summary>
    public string AxisMoney(decimal amount) => amount == 0 ? Formats.Count(0) : Formats.MoneyShort(amount, Currency);

    public string MonthShort(Month? month) => Formats.MonthShort(month is { IsKnown: true } known ? known.FirstDay : null);

    public string Period(Window window) => window.IsEmpty ? Formats.Undefined : Formats.Period(window.From.FirstDay, window.To.FirstDay);

    /// <summary>Begins a section on a page of its own; of a brief report, or where the one before is but a sentence, below that.</summary>
    public StructureElement Section(string key) => (IsBrief || IsHardlyBegun) && contents.Count > 0 ? SectionBelow(key, 150) : SectionOnNewPage(key);

    private bool IsHardlyBegun => contents.Count > 0 && contents[^1].Anchor.Page == Flow.Page && Flow.Remaining > Flow.BodyHeight * 0.85;

    private StructureElement SectionOnNewPage(string key)
    {
        Flow.NewPage();
        var section = Document.Structure.Add(StructureKind.Section);
        contents.Add((Text[key], Flow.Heading(section, StructureKind.Heading1, Text[key], ReportLook.Section, 8)));
        return section;
    }

    /// <summary>Begins a section below the one before, if so much room is left.</summary>
    public StructureElement SectionBelow(string key, double room)
    {
        if (Flow.Remaining < (IsBrief ? Math.Min(room, 150) : room))
        {
            return SectionOnNewPage(key);
        }

        Flow.Space(30);
        var section = Document.Structure.Add(StructureKind.Section);
        contents.Add((Text[key], Flow.Heading(section, StructureKind.Heading1, Text[key], ReportLook.Section, 8)));
        return section;
    }

    /// <summary>Begins a part of a section, on the next page where less than so much room is left.</summary>
    public void Sub(StructureElement section, string text, double room = 130)
    {
        if (Flow.Remaining < (IsBrief ? Math.Min(room, 60) : room))
        {
            Flow.NewPage();
        }

        Flow.Space(20);
        Flow.Heading(section, StructureKind.Heading2, text, ReportLook.Sub, 5);
    }

    public void Body(StructureElement section, string text)
    {
        Flow.Paragraph(section, text, ReportLook.Body);
        Flow.Space(6);
    }

    public void Note(StructureElement section, string text)
    {
        Flow.Space(4);
        Flow.Paragraph(section, text, ReportLook.Note);
        Flow.Space(6);
    }

    public void Bullets(StructureElement section, IReadOnlyList<string> items)
    {
        if (items.Count > 0)
        {
            Flow.List(section, items, ReportLook.Body, spaceBetween: 3);
            Flow.Space(8);
        }
    }

    /// <summary>Adds a table with what is to be said below it, which stays on the page of its last rows.</summary>
    public void Table(StructureElement section, ReportTable table, string? note = null)
    {
        const double Gap = 10;
        Flow.Table(section, table.Lay(Flow.Width, note is null ? 0 : Gap + TextBlock.Wrap(note, ReportLook.Note, Flow.Width).Height));
        Flow.Space(Gap);
        if (note is not null)
        {
            Note(section, note);
        }
    }

    private void Furniture(PdfPage page, int number, int count)
    {
        if (number == 1)
        {
            return;
        }

        page.Artifact(canvas => Head(canvas, page), ArtifactKind.Header);
        page.Artifact(canvas => Foot(canvas, page, number, count), ArtifactKind.Footer);
    }

    private void Head(Canvas canvas, PdfPage page)
    {
        var (left, right) = (Flow.Left, page.Width - Flow.Left);
        var half = (right - left - 12) / 2;
        canvas.Text(ReportLook.Cut(Input.CompanyName, ReportLook.Note, half), new(left, 42), ReportLook.Note);
        canvas.Text(ReportLook.Cut(Input.Summary.Programme.Name, ReportLook.Note, half), new(right, 42), ReportLook.Note, TextAlignment.Right);
        canvas.Line(new(left, 50), new(right, 50), ReportLook.Rule);
        canvas.Line(new(left, 50), new(left + 36, 50), new(Input.Options.Brand.Other, 1.6));
    }

    private void Foot(Canvas canvas, PdfPage page, int number, int count)
    {
        var (left, right, y) = (Flow.Left, page.Width - Flow.Left, page.Height - 34);
        canvas.Line(new(left, y - 14), new(right, y - 14), ReportLook.Rule);
        canvas.Text(Text.Of("footer.version", Formats.Version(Input.DataVersion), WrittenOn, Fingerprint[..8]), new(left, y), ReportLook.Note);
        canvas.Text(Text.Of("footer.page", number, count), new(right, y), ReportLook.Note, TextAlignment.Right);
    }

    // Of the words, so that a screen reader does not read English ones as if they were another language's.
    private static string LanguageOf(CultureInfo culture) => culture.TwoLetterISOLanguageName is "en" or "de" ? culture.Name : "en";

    public string WrittenOn => Formats.Date(DateOnly.FromDateTime(Input.WrittenAt.DateTime));
}
