namespace CrmRoi.Pdf;

/// <summary>Draws one table into a flow.</summary>
internal sealed class TableFlow(PageFlow flow, PdfTable table)
{
    private readonly double[] _widths = table.WidthsIn(flow.Width);

    public StructureElement Draw(StructureElement parent)
    {
        var element = parent.Add(StructureKind.Table);
        var head = HeadRow();
        var rows = table.Rows.Select(BodyRow).ToList();
        var caption = table.Caption is { } text ? TextBlock.Wrap([text], flow.Width) : null;

        // A table of two rows is kept whole, since its last row takes the one before with it: the head would stand alone.
        var rowsHeight = rows.Count > 2 ? rows[0].Height : rows.Sum(row => row.Height) + table.KeepBelow;
        flow.Reserve(Math.Min(head.Height + (caption?.Height ?? 0) + rowsHeight, flow.BodyHeight));
        if (caption is not null)
        {
            flow.Page.Tagged(element.Add(StructureKind.Caption), canvas => caption.Draw(canvas, new(flow.Left, flow.Y)));
            flow.Advance(caption.Height + 4);
        }

        DrawTaggedHead(head, element);
        var body = rows.Count > 0 ? element.Add(StructureKind.TableBody) : null;
        for (var index = 0; index < rows.Count; index++)
        {
            DrawRow(rows[index], body!.Add(StructureKind.TableRow), head, index == rows.Count - 2 ? rows[^1].Height + table.KeepBelow : 0);
        }

        return element;
    }

    private RowLayout HeadRow()
    {
        var cells = table.Columns.Select(column => new TableCell(column.Heading) { IsHeader = true }).ToList();
        return new RowLayout(table, _widths, new TableRow(cells) { Background = table.Look.HeadBackground }, table.Look.Heading);
    }

    private RowLayout BodyRow(TableRow row, int index)
    {
        var striped = row.Background is null && index % 2 == 1 ? row with { Background = table.Look.Stripe } : row;
        return new RowLayout(table, _widths, striped, row.Style ?? table.Look.Body);
    }

    private void DrawTaggedHead(RowLayout head, StructureElement element)
    {
        var row = element.Add(StructureKind.TableHead).Add(StructureKind.TableRow);
        var cells = head.AddCells(row, TableScope.Column);
        flow.Page.Artifact(canvas => head.DrawBackground(canvas, flow.Left, flow.Y, head.Height), ArtifactKind.Background);
        head.DrawCells(flow.Page, cells, flow.Left, flow.Y);
        EndHead(head);
    }

    /// <summary>The head on a further page is furniture: it was read once already.</summary>
    private void RepeatHead(RowLayout head)
    {
        flow.StartPage();
        flow.Page.Artifact(canvas =>
        {
            head.DrawBackground(canvas, flow.Left, flow.Y, head.Height);
            head.DrawTexts(canvas, flow.Left, flow.Y);
        });
        EndHead(head);
    }

    private void EndHead(RowLayout head)
    {
        flow.Advance(head.Height);
        Rule(table.Look.HeadRule);
    }

    // The last row is not left alone on a page: it takes the one before with it, and has room for what belongs below.
    private void DrawRow(RowLayout row, StructureElement element, RowLayout head, double together)
    {
        var cells = row.AddCells(element, TableScope.Row);
        if (row.Height + together > flow.Remaining && row.Height + together <= flow.BodyHeight - head.Height)
        {
            RepeatHead(head);
        }

        if (row.Height <= flow.Remaining + 0.01)
        {
            Rule(row.Row.RuleAbove);
            flow.Page.Artifact(canvas => row.DrawBackground(canvas, flow.Left, flow.Y, row.Height), ArtifactKind.Background);
            row.DrawCells(flow.Page, cells, flow.Left, flow.Y);
            flow.Advance(row.Height);
        }
        else
        {
            DrawInParts(row, cells, head);
        }

        Rule(table.Look.Rule);
    }

    /// <summary>A row that no page can hold is broken between lines.</summary>
    private void DrawInParts(RowLayout row, List<StructureElement> cells, RowLayout head)
    {
        for (var first = 0; first < row.LineCount;)
        {
            var count = row.LinesFitting(first, flow.Remaining);
            if (count == 0 && flow.Remaining < flow.BodyHeight - head.Height - 1)
            {
                RepeatHead(head);
                continue;
            }

            count = Math.Max(count, 1);
            var height = row.HeightOf(first, count);
            flow.Page.Artifact(canvas => row.DrawBackground(canvas, flow.Left, flow.Y, height), ArtifactKind.Background);
            row.DrawCells(flow.Page, cells, flow.Left, flow.Y, first, count);
            flow.Advance(height);
            first += count;
            if (first < row.LineCount)
            {
                RepeatHead(head);
            }
        }
    }

    private void Rule(PdfStroke? stroke)
    {
        if (stroke is not null)
        {
            flow.Page.Artifact(canvas => canvas.Line(new(flow.Left, flow.Y), new(flow.Left + flow.Width, flow.Y), stroke));
        }
    }
}
