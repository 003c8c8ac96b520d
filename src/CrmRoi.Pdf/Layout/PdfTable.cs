namespace CrmRoi.Pdf;

/// <summary>A column: a share of the width or, if fixed, points.</summary>
public sealed record TableColumn(string Heading, double Width = 1, TextAlignment Alignment = TextAlignment.Left)
{
    public bool IsFixed { get; init; }
}

/// <summary>A cell. A text in the table's own style is a cell without further ado.</summary>
public sealed record TableCell(IReadOnlyList<TextSpan> Spans)
{
    private readonly string? _text;

    public TableCell(string text)
        : this([]) => _text = text;

    /// <summary>In place of the column's.</summary>
    public TextAlignment? Alignment { get; init; }

    /// <summary>Whether this cell heads its row.</summary>
    public bool IsHeader { get; init; }

    public int ColumnSpan { get; init; } = 1;

    /// <summary>Points left free at the right, so that numbers of a column stand with their decimal signs below each other.</summary>
    public double InsetRight { get; init; }

    public PdfColour? Background { get; init; }

    public static implicit operator TableCell(string text) => FromString(text);

    public static TableCell FromString(string text) => new(text);

    internal IReadOnlyList<TextSpan> SpansIn(TextStyle style) => _text is null ? Spans : [new TextSpan(_text, style)];
}

/// <summary>A row of cells that together span all columns.</summary>
public sealed record TableRow(IReadOnlyList<TableCell> Cells)
{
    public PdfColour? Background { get; init; }

    /// <summary>In place of the table's, for instance for a total.</summary>
    public TextStyle? Style { get; init; }

    /// <summary>In place of the table's rule above the row.</summary>
    public PdfStroke? RuleAbove { get; init; }
}

/// <summary>How a table looks.</summary>
public sealed record TableLook(TextStyle Heading, TextStyle Body)
{
    public double HorizontalPadding { get; init; } = 5;

    public double VerticalPadding { get; init; } = 3.5;

    /// <summary>Between rows.</summary>
    public PdfStroke? Rule { get; init; }

    /// <summary>Under the head.</summary>
    public PdfStroke? HeadRule { get; init; }

    public PdfColour? HeadBackground { get; init; }

    /// <summary>Under every second row.</summary>
    public PdfColour? Stripe { get; init; }
}

/// <summary>A table of texts. Its head is repeated on each page, its rows are kept whole where a page can hold them.</summary>
public sealed class PdfTable(IReadOnlyList<TableColumn> columns, TableLook look)
{
    private readonly List<TableRow> _rows = [];

    public IReadOnlyList<TableColumn> Columns => columns;

    public TableLook Look => look;

    public IReadOnlyList<TableRow> Rows => _rows;

    /// <summary>Points below the table that stay on the page of its last two rows: for a note.</summary>
    public double KeepBelow { get; init; }

    /// <summary>A line above the table, tagged as its caption.</summary>
    public TextSpan? Caption { get; init; }

    public void Add(params IReadOnlyList<TableCell> cells) => Add(new TableRow(cells));

    public void Add(TableRow row)
    {
        if (row.Cells.Sum(cell => cell.ColumnSpan) != columns.Count)
        {
            throw new ArgumentException($"The cells of a row span all {columns.Count} columns.", nameof(row));
        }

        _rows.Add(row);
    }

    /// <summary>The width of each column: fixed ones first, the others share what is left.</summary>
    internal double[] WidthsIn(double width)
    {
        var left = width - columns.Where(column => column.IsFixed).Sum(column => column.Width);
        var shares = columns.Where(column => !column.IsFixed).Sum(column => column.Width);
        if (left < 0 || (shares > 0 && left <= 0))
        {
            throw new InvalidOperationException("The table's fixed columns are wider than the page.");
        }

        return [.. columns.Select(column => column.IsFixed ? column.Width : left * column.Width / shares)];
    }
}
