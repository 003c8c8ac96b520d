namespace CrmRoi.Pdf.Tests.Testing;

/// <summary>A report with everything in it: tiles, a chart with a band, lists, links, a table over pages, odd names.</summary>
internal static class SampleReport
{
    private static readonly PdfColour Ink = PdfColour.Parse("#101828");
    private static readonly PdfColour Muted = PdfColour.Parse("#5b6678");
    private static readonly PdfColour Rule = PdfColour.Parse("#e3e7ed");
    private static readonly PdfColour Accent = PdfColour.Parse("#0b7a6f");
    private static readonly TextStyle Note = new(TestFonts.Chain, 8, Muted);
    private static readonly TextStyle Head = new(TestFonts.BoldChain, 18, Ink) { LineSpacing = 1.25 };
    private static readonly TextStyle SubHead = new(TestFonts.BoldChain, 12, Ink);

    public static byte[] Write(int rows = 40)
    {
        var document = TestDocument.Empty("Did the CRM pay? (München & <Söhne>)");
        var flow = new PageFlow(document, PageSize.A4, new PageMargins(50, 60, 50, 60))
        {
            PageStarted = page => page.Artifact(
                canvas => canvas.Rectangle(new(0, 0, page.Width, 6), Accent), ArtifactKind.Background),
            PageFinished = Furniture,
        };
        var section = document.Structure.Add(StructureKind.Section);
        flow.Heading(section, StructureKind.Heading1, "The CRM has paid for itself", Head);
        flow.Paragraph(section, [
            new TextSpan("It returned ", TestFonts.Body),
            new TextSpan("€ 1,234,567", TestFonts.Strong),
            new TextSpan(" on € 410,000 spent, a return of 201 % with a 95 % interval from 120 % to 282 %. Was, To, AVAVA, Tá, “quotes”, − 4.5 %, 12–14. " +
                "The effect is measured against the teams that went live later, so seasons and prices cancel out.", TestFonts.Body),
        ]);
        flow.Space(10);
        Tiles(flow, section);
        flow.Space(14);
        flow.Heading(section, StructureKind.Heading2, "Won revenue by month", SubHead);
        flow.Figure(section, 150, "Won revenue rises from 80 to 130 thousand euro a month after go-live in June.", Chart);
        flow.Space(10);
        flow.Heading(section, StructureKind.Heading2, "What to know before quoting it", SubHead);
        flow.List(section, ["Two teams of nine had fewer than 30 deals in the baseline, and their rates are shown with their denominators.", "Costs include licences, migration and training."], TestFonts.Body);
        flow.Space(12);
        var anchor = flow.Heading(section, StructureKind.Heading2, "Results by representative", SubHead);
        flow.Table(section, Table(rows));
        flow.Space(8);
        flow.Block(14, (page, area) => page.Link(
            section.Add(StructureKind.Paragraph), area, anchor, "To the results by representative",
            canvas => canvas.Text("Back to the table", new(area.X, area.Y + 10), TestFonts.Body with { Colour = Accent })));
        flow.Finish();
        return document.Save();
    }

    private static PdfTable Table(int rows)
    {
        var figures = TestFonts.Body with { Size = 9, TabularFigures = true };
        var table = new PdfTable(
            [
                new("Representative", 2.4),
                new("Deals", 55, TextAlignment.Right) { IsFixed = true },
                new("Won revenue", 1, TextAlignment.Right),
                new("Change", 1, TextAlignment.Right),
            ],
            new TableLook(new TextStyle(TestFonts.BoldChain, 8.5, Muted), figures)
            {
                Rule = new PdfStroke(Rule, 0.5),
                HeadRule = new PdfStroke(Muted, 0.8),
            })
        {
            Caption = new TextSpan("Twelve months before and after go-live", Note),
        };
        string[] names = ["Anna Müller", "Zoë Ångström <b>bold</b>", "דני כהן", "Дмитрий Иванов", "محمد علي", "Ωμέγα ΑΕ", "Launch 🚀 Ltd", "田中"];
        for (var row = 0; row < rows; row++)
        {
            var change = row % 5 == 0 ? "—" : $"+{(row * 7 % 31) + 1}.{row % 10} %";
            table.Add(
                new TableCell(names[row % names.Length]) { IsHeader = true },
                FormattableString.Invariant($"{(row * 37 % 117) + 1}"),
                FormattableString.Invariant($"{(row * 7919 % 91_111) + 1_111:N0}"),
                change);
        }

        table.Add(new TableRow([new TableCell("Total") { IsHeader = true }, "1,111", "7,777,771", "+11.1 %"])
        {
            Style = figures with { Fonts = TestFonts.BoldChain },
            RuleAbove = new PdfStroke(Ink, 0.8),
        });
        return table;
    }

    private static void Tiles(PageFlow flow, StructureElement section) => flow.Block(62, (page, area) =>
    {
        string[] labels = ["Return on investment", "Net present value", "Payback", "Win rate"];
        string[] values = ["201 %", "€ 0.82m", "14 months", "31.4 %"];
        var width = (area.Width - 36) / 4;
        for (var index = 0; index < 4; index++)
        {
            var x = area.X + (index * (width + 12));
            page.Artifact(canvas => canvas.Rectangle(
                new(x, area.Y, width, area.Height), PdfColour.Parse("#f6f7f9"), new PdfStroke(Rule, 0.75), radius: 7), ArtifactKind.Background);
            var (label, value) = (labels[index], values[index]);
            page.Tagged(section.Add(StructureKind.Paragraph), canvas =>
            {
                canvas.Text(label, new(x + 10, area.Y + 19), Note);
                canvas.Text(value, new(x + 10, area.Y + 44), new TextStyle(TestFonts.BoldChain, 18, Ink) { TabularFigures = true });
            });
        }
    });

    private static void Chart(Canvas canvas, PdfRectangle area)
    {
        var plot = new PdfRectangle(area.X + 34, area.Y + 6, area.Width - 44, area.Height - 28);
        PdfPoint At(int month, double value) => new(plot.X + (plot.Width * month / 23), plot.Bottom - (plot.Height * value / 160));
        for (var value = 0; value <= 160; value += 40)
        {
            canvas.Line(At(0, value), At(23, value), new PdfStroke(value == 0 ? Muted : Rule, value == 0 ? 0.9 : 0.5));
            canvas.Text(FormattableString.Invariant($"{value}"), new(plot.X - 6, At(0, value).Y + 3), Note with { TabularFigures = true }, TextAlignment.Right);
        }

        double Level(int month) => 80 + (8 * Math.Sin(month)) + (month > 11 ? (month - 11) * 4 : 0);
        var after = Enumerable.Range(11, 13).ToList();
        canvas.Polygon(after.Select(m => At(m, Level(m) + 10)).Concat(after.AsEnumerable().Reverse().Select(m => At(m, Level(m) - 10))), Accent.WithOpacity(0.14));
        canvas.Polyline(Enumerable.Range(0, 12).Select(m => At(m, Level(m))), new PdfStroke(PdfColour.Parse("#9aa5b5"), 1.6) { Join = LineJoin.Round });
        canvas.Polyline(after.Select(m => At(m, 80 + (8 * Math.Sin(m)))), new PdfStroke(PdfColour.Parse("#9aa5b5"), 1.2, 4, 3));
        canvas.Polyline(after.Select(m => At(m, Level(m))), new PdfStroke(Accent, 1.8) { Join = LineJoin.Round });
        canvas.Line(At(11, 0), At(11, 160), new PdfStroke(Muted, 0.8, 2, 2));
        canvas.Circle(At(23, Level(23)), 3, PdfColour.White, new PdfStroke(Accent, 1.5));
        canvas.Text("go-live", new(At(11, 0).X + 4, plot.Y + 8), Note);
        canvas.Rotated(-90, new(area.X + 8, plot.Y + (plot.Height / 2)), () =>
            canvas.Text("€ thousand", new(area.X + 8, plot.Y + (plot.Height / 2)), Note, TextAlignment.Centre));
        canvas.Clipped(PdfPath.Rectangle(plot), () => canvas.Circle(At(4, 0), 12, Accent.WithOpacity(0.3)));
        canvas.Text("Jan 2024", new(plot.X, plot.Bottom + 13), Note);
        canvas.Text("Dec 2025", new(plot.Right, plot.Bottom + 13), Note, TextAlignment.Right);
    }

    private static void Furniture(PdfPage page, int number, int count)
    {
        page.Artifact(canvas => canvas.Text("CrmRoi · Example Ltd", new(50, 38), Note), ArtifactKind.Header);
        page.Artifact(
            canvas => canvas.Text($"Page {number} of {count}", new(page.Width - 50, page.Height - 30), Note, TextAlignment.Right),
            ArtifactKind.Footer);
    }
}
