using CrmRoi.Pdf;

namespace CrmRoi.Reports;

/// <summary>Colours and type of the report: those of the pages, in light.</summary>
internal static class ReportLook
{
    public static readonly PdfColour Ink = PdfColour.Parse("#101828");
    public static readonly PdfColour Muted = PdfColour.Parse("#5b6678");
    public static readonly PdfColour Line = PdfColour.Parse("#e3e7ed");
    public static readonly PdfColour Ground = PdfColour.Parse("#f6f7f9");
    public static readonly PdfColour Accent = PdfColour.Parse("#0b7a6f");
    public static readonly PdfColour Before = PdfColour.Parse("#9aa5b5");
    public static readonly PdfColour Loss = PdfColour.Parse("#b5420c");
    public static readonly PdfColour Total = PdfColour.Parse("#3c434f");
    public static readonly PdfColour Caution = PdfColour.Parse("#f3f0e2");

    private static readonly IReadOnlyList<PdfFont> Fallbacks = [Font("NotoSansArabic-Regular"), Font("NotoSansHebrew-Regular"), Font("NotoEmoji-Regular")];
    private static readonly FontChain Regular = Chain("Inter-Regular");
    private static readonly FontChain SemiBold = Chain("Inter-SemiBold");
    private static readonly FontChain Bold = Chain("Inter-Bold");

    public static readonly TextStyle Body = new(Regular, 9.5, Ink) { LineSpacing = 1.5 };
    public static readonly TextStyle Strong = Body with { Fonts = SemiBold };
    public static readonly TextStyle Note = new(Regular, 8, Muted) { LineSpacing = 1.45 };
    public static readonly TextStyle Cover = new(Bold, 24, Ink) { LineSpacing = 1.25 };
    public static readonly TextStyle Verdict = new(SemiBold, 17, Ink) { LineSpacing = 1.35 };
    public static readonly TextStyle Section = new(Bold, 17, Ink) { LineSpacing = 1.25 };
    public static readonly TextStyle Sub = new(SemiBold, 11.5, Ink) { LineSpacing = 1.3 };
    public static readonly TextStyle TileLabel = new(Regular, 8, Muted) { LineSpacing = 1.35 };
    public static readonly TextStyle TileValue = new(SemiBold, 20, Ink) { LineSpacing = 1.3, TabularFigures = true };
    public static readonly TextStyle TableHead = new(SemiBold, 7.5, Muted) { LineSpacing = 1.35 };
    public static readonly TextStyle TableBody = new(Regular, 8.5, Ink) { LineSpacing = 1.4, TabularFigures = true };
    public static readonly TextStyle TableStrong = TableBody with { Fonts = SemiBold };
    public static readonly TextStyle TableNote = new(Regular, 7.25, Muted) { LineSpacing = 1.4, TabularFigures = true };
    public static readonly TextStyle ChartLabel = new(Regular, 7.5, Muted) { TabularFigures = true };
    public static readonly TextStyle ChartText = new(Regular, 7.5, Muted);
    public static readonly TextStyle ChartStrong = new(SemiBold, 7.5, Ink);

    public static readonly PdfStroke Rule = new(Line, 0.6);
    public static readonly PdfStroke HeadRule = new(Before, 0.8);
    public static readonly PdfStroke TotalRule = new(Ink, 0.8);

    /// <summary>The text cut to a width, with an ellipsis where something was cut: only for page furniture, the whole stands on the cover.</summary>
    public static string Cut(string text, TextStyle style, double width)
    {
        if (TextBlock.Measure(text, style) <= width)
        {
            return text;
        }

        var line = TextBlock.Wrap(text, style, width - TextBlock.Measure("…", style)).Lines[0];
        return line.Text.TrimEnd() + "…";
    }

    /// <summary>The style, made smaller where a text would be wider than there is room.</summary>
    public static TextStyle Fit(string text, TextStyle style, double width)
    {
        var needed = TextBlock.Measure(text, style);
        return needed <= width ? style : style with { Size = Math.Max(style.Size * width / needed, 6) };
    }

    private static FontChain Chain(string name) => new(Font(name), Fallbacks);

    private static PdfFont Font(string name)
    {
        using var stream = typeof(ReportLook).Assembly.GetManifestResourceStream(name + ".ttf")
            ?? throw new InvalidOperationException($"The font {name} is not built in.");
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return PdfFont.Parse(memory.ToArray());
    }
}
