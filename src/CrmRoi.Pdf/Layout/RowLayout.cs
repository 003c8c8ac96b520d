namespace CrmRoi.Pdf;

/// <summary>A row whose cells are wrapped to their widths.</summary>
internal sealed class RowLayout
{
    private readonly List<(TableCell Cell, TextBlock Block, double X, double Width, TextAlignment Alignment)> _cells = [];
    private readonly TableLook _look;

    public RowLayout(PdfTable table, double[] widths, TableRow row, TextStyle style)
    {
        _look = table.Look;
        Row = row;
        var column = 0;
        var x = 0.0;
        foreach (var cell in row.Cells)
        {
            var width = widths.Skip(column).Take(cell.ColumnSpan).Sum();
            var inner = Math.Max(width - (2 * _look.HorizontalPadding) - cell.InsetRight, 1);
            var alignment = cell.Alignment ?? table.Columns[column].Alignment;
            _cells.Add((cell, TextBlock.Wrap(cell.SpansIn(style), inner), x, width, alignment));
            x += width;
            column += cell.ColumnSpan;
        }

        Height = _cells.Max(cell => cell.Block.Height) + (2 * _look.VerticalPadding);
        LineCount = _cells.Max(cell => cell.Block.Lines.Count);
    }

    public TableRow Row { get; }

    public double Height { get; }

    public int LineCount { get; }

    public double HeightOf(int first, int count) =>
        _cells.Max(cell => cell.Block.HeightOf(first, count)) + (2 * _look.VerticalPadding);

    public int LinesFitting(int first, double height)
    {
        var count = 0;
        while (first + count < LineCount && HeightOf(first, count + 1) <= height + 0.01)
        {
            count++;
        }

        return count;
    }

    public List<StructureElement> AddCells(StructureElement row, TableScope scope)
    {
        var elements = new List<StructureElement>();
        foreach (var (cell, _, _, _, _) in _cells)
        {
            var element = row.Add(cell.IsHeader ? StructureKind.TableHeaderCell : StructureKind.TableDataCell);
            element.Scope = cell.IsHeader ? scope : null;
            element.ColumnSpan = cell.ColumnSpan;
            elements.Add(element);
        }

        return elements;
    }

    public void DrawBackground(Canvas canvas, double left, double top, double height)
    {
        var width = _cells[^1].X + _cells[^1].Width;
        canvas.Rectangle(new(left, top, width, height), Row.Background);
        foreach (var cell in _cells)
        {
            canvas.Rectangle(new(left + cell.X, top, cell.Width, height), cell.Cell.Background);
        }
    }

    public void DrawCells(PdfPage page, List<StructureElement> elements, double left, double top) =>
        DrawCells(page, elements, left, top, 0, LineCount);

    public void DrawCells(PdfPage page, List<StructureElement> elements, double left, double top, int first, int count)
    {
        for (var index = 0; index < _cells.Count; index++)
        {
            var cell = _cells[index];
            if (cell.Block.Lines.Skip(first).Take(count).Any(line => line.Spans.Count > 0))
            {
                page.Tagged(elements[index], canvas => cell.Block.Draw(canvas, Place(cell.X, left, top), cell.Alignment, first, count));
            }
        }
    }

    public void DrawTexts(Canvas canvas, double left, double top)
    {
        foreach (var cell in _cells)
        {
            cell.Block.Draw(canvas, Place(cell.X, left, top), cell.Alignment);
        }
    }

    private PdfPoint Place(double x, double left, double top) =>
        new(left + x + _look.HorizontalPadding, top + _look.VerticalPadding);
}
