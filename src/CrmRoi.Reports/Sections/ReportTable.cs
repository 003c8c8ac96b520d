using CrmRoi.Pdf;

namespace CrmRoi.Reports.Sections;

/// <summary>How a cell is meant.</summary>
internal enum Tone
{
    Plain,
    Strong,
    Muted,
    Good,
    Bad,

    /// <summary>Below zero, which is no verdict.</summary>
    Negative,
}

/// <summary>A text with, below it, a smaller one.</summary>
internal sealed record ReportCell(string Text, string? Note = null, Tone Tone = Tone.Plain)
{
    public static implicit operator ReportCell(string text) => new(text);
}

/// <summary>A column: of numbers as wide as they need, or of text that shares what is left.</summary>
internal sealed record ReportColumn(string Heading, double Share = 0)
{
    public bool IsNumber => Share == 0;
}

/// <summary>A table whose columns of numbers are as wide as their widest number, and whose type shrinks before a number would break.</summary>
internal sealed class ReportTable(params IReadOnlyList<ReportColumn> columns)
{
    private const double Padding = 5;
    private const double MostForNumbers = 0.78;
    private const double SmallestScale = 0.55;

    /// <summary>Where a note below a number wraps rather than widen its column.</summary>
    private const double WidestNote = 88;

    private readonly List<(IReadOnlyList<ReportCell> Cells, bool IsTotal)> rows = [];

    // What was measured at full size: type that shrinks makes every text narrower alike.
    private readonly Dictionary<(string Text, bool IsTotal, Tone Tone), double> measured = [];
    private readonly Dictionary<string, double> measuredNotes = [];
    private readonly Dictionary<(Tone Tone, bool IsTotal, bool IsNumber, double Scale), TextStyle> styles = [];

    public bool IsEmpty => rows.Count == 0;

    public void Add(params IReadOnlyList<ReportCell> cells) => rows.Add((cells, false));

    public void AddTotal(params IReadOnlyList<ReportCell> cells) => rows.Add((cells, true));

    /// <param name="width">How wide it may be.</param>
    /// <param name="below">The height of what is said below it and belongs on the page of its last rows.</param>
    public PdfTable Lay(double width, double below)
    {
        var hasText = columns.Any(column => !column.IsNumber);
        var room = width * (hasText ? MostForNumbers : 1);
        var scale = 1.0;
        var widths = WidthsAt(scale);
        while (widths.Sum() > room && scale > SmallestScale)
        {
            scale *= 0.95;
            widths = WidthsAt(scale);
        }

        var most = Math.Min(1, room / Math.Max(widths.Sum(), 1));
        var extra = columns.Count(column => !column.IsNumber) == 1 ? Math.Clamp((room - widths.Sum()) / columns.Count * 0.7, 0, 24) : 0;
        var table = new PdfTable(
            [.. columns.Select((column, index) => Column(column, (widths[index] * most) + extra, hasText))],
            new(ReportLook.TableHead, Scaled(ReportLook.TableBody, scale))
            {
                HorizontalPadding = Padding,
                VerticalPadding = 4,
                Rule = ReportLook.Rule,
                HeadRule = ReportLook.HeadRule,
            })
        { KeepBelow = below };
        var tails = columns.Select((_, index) => TailOf(index)).ToList();
        foreach (var (cells, isTotal) in rows)
        {
            table.Add(new TableRow([.. cells.Select((cell, index) => Cell(cell, index, isTotal, scale) with { InsetRight = columns[index].IsNumber ? Inset(cell, isTotal, tails[index]) * scale : 0 })])
            {
                RuleAbove = isTotal ? ReportLook.TotalRule : null,
            });
        }

        return table;
    }

    // Where no column holds text, all share the page in proportion to what they need.
    private static TableColumn Column(ReportColumn column, double width, bool hasText) => (column.IsNumber, hasText) switch
    {
        (true, true) => new(column.Heading, width, TextAlignment.Right) { IsFixed = true },
        (true, false) => new(column.Heading, width, TextAlignment.Right),
        _ => new(column.Heading, column.Share),
    };

    private List<double> WidthsAt(double scale) => [.. columns.Select((column, index) => column.IsNumber ? WidthOf(index, scale) : 0)];

    // Numbers of a column stand with their decimal signs below each other, so it is as wide as the longest part before and after them.
    private double WidthOf(int index, double scale)
    {
        var tail = TailOf(index);
        var cells = rows.SelectMany(row => LinesOf(row.Cells[index], row.IsTotal, scale).Select(width => width + (Inset(row.Cells[index], row.IsTotal, tail) * scale)));
        return cells.Append(WidthOfHeading(columns[index].Heading)).Max() + (2 * Padding) + 0.5;
    }

    // A heading takes two lines at most: it is as wide as the longer of them where it is best parted.
    private static double WidthOfHeading(string heading)
    {
        var words = heading.Split(' ');
        return Enumerable.Range(1, words.Length)
            .Min(count => Math.Max(Width(words.Take(count)), Width(words.Skip(count))));

        static double Width(IEnumerable<string> words) => TextBlock.Measure(string.Join(' ', words), ReportLook.TableHead);
    }

    // Numbers of unlike units have nothing to stand below each other by: they end at the column's edge.
    private double TailOf(int index) => columns[index].IsNumber && rows.Select(row => row.Cells[index]).Where(IsNumber).Select(UnitOf).Distinct().Count() <= 1
        ? rows.Where(row => IsAligned(row.Cells[index])).Select(row => TailOf(row.Cells[index], row.IsTotal)).DefaultIfEmpty(0).Max()
        : 0;

    private double Inset(ReportCell cell, bool isTotal, double tail) => tail > 0 && IsAligned(cell) ? tail - TailOf(cell, isTotal) : 0;

    private static bool IsNumber(ReportCell cell) => cell.Note is null && cell.Text.Any(char.IsDigit) && cell.Text != "0";

    private static string UnitOf(ReportCell cell) => cell.Text[(cell.Text.AsSpan().LastIndexOfAnyInRange('0', '9') + 1)..];

    // A note below is set to the column's edge, and its number with it.
    private static bool IsAligned(ReportCell cell) => cell.Note is null && (cell.Text == Formats.Undefined || cell.Text.Any(char.IsDigit));

    // From the decimal sign on, or what follows the last digit: "1,204.50 €" ends in ".50 €", "88 d" in " d".
    private double TailOf(ReportCell cell, bool isTotal)
    {
        var text = cell.Text;
        var last = text.AsSpan().LastIndexOfAnyInRange('0', '9');
        var sign = last < 0 ? -1 : text.LastIndexOfAny(['.', ','], last);
        var isDecimal = sign > 0 && last - sign <= 2 && text.AsSpan(sign + 1, last - sign).IndexOfAnyExceptInRange('0', '9') < 0;
        return last < 0 ? 0 : Measured(text[(isDecimal ? sign : last + 1)..], isTotal, cell.Tone);
    }

    private IEnumerable<double> LinesOf(ReportCell cell, bool isTotal, double scale)
    {
        yield return Measured(cell.Text, isTotal, cell.Tone) * scale;
        if (cell.Note is { } note)
        {
            if (!measuredNotes.TryGetValue(note, out var width))
            {
                measuredNotes[note] = width = TextBlock.Measure(note, ReportLook.TableNote);
            }

            yield return Math.Min(width, WidestNote) * scale;
        }
    }

    private double Measured(string text, bool isTotal, Tone tone)
    {
        if (!measured.TryGetValue((text, isTotal, tone), out var width))
        {
            measured[(text, isTotal, tone)] = width = TextBlock.Measure(text, Style(tone, isTotal, isNumber: true, 1));
        }

        return width;
    }

    // Words are not set with the tabular signs of numbers: their hyphens are as wide as a digit.
    private TableCell Cell(ReportCell cell, int column, bool isTotal, double scale)
    {
        var isNumber = columns[column].IsNumber;
        var text = new TextSpan(cell.Text, Style(cell.Tone, isTotal, isNumber, scale));
        var note = Scaled(ReportLook.TableNote, scale) with { TabularFigures = isNumber };
        return new TableCell(cell.Note is { } below ? [text, new TextSpan("\n" + below, note)] : [text])
        {
            IsHeader = column == 0,
        };
    }

    private TextStyle Style(Tone tone, bool isTotal, bool isNumber, double scale)
    {
        if (!styles.TryGetValue((tone, isTotal, isNumber, scale), out var style))
        {
            styles[(tone, isTotal, isNumber, scale)] = style = Scaled(isTotal || tone is Tone.Strong or Tone.Good or Tone.Bad ? ReportLook.TableStrong : ReportLook.TableBody, scale) with
            {
                TabularFigures = isNumber,
                Colour = tone switch
                {
                    Tone.Muted => ReportLook.Muted,
                    Tone.Good => ReportLook.Accent,
                    Tone.Bad or Tone.Negative => ReportLook.Loss,
                    _ => ReportLook.Ink,
                },
            };
        }

        return style;
    }

    private static TextStyle Scaled(TextStyle style, double scale) => scale < 1 ? style with { Size = style.Size * scale } : style;
}
