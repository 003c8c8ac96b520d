using CrmRoi.Pdf;

namespace CrmRoi.Reports.Sections;

/// <summary>Numbers side by side in one frame.</summary>
internal static class Tiles
{
    private const double Padding = 11;

    public static void Write(ReportPages pages, StructureElement section, IReadOnlyList<KeyFigure> figures)
    {
        var width = pages.Flow.Width / figures.Count;
        var size = figures.Min(figure => ReportLook.Fit(figure.Value, ReportLook.TileValue, width - (2 * Padding)).Size);
        var tiles = figures.Select(figure => new Tile(figure, ReportLook.TileValue with { Size = size }, width - (2 * Padding))).ToList();
        var height = tiles.Max(tile => tile.Height) + (2 * Padding);
        pages.Flow.Block(height, (page, area) =>
        {
            page.Artifact(canvas => Frame(canvas, area, figures.Count), ArtifactKind.Background);
            for (var index = 0; index < tiles.Count; index++)
            {
                tiles[index].Draw(page, section, area.X + (width * index) + Padding, area.Y + Padding);
            }
        });
    }

    private static void Frame(Canvas canvas, PdfRectangle area, int count)
    {
        canvas.Rectangle(area, null, new(ReportLook.Line, 1), 6);
        for (var index = 1; index < count; index++)
        {
            var x = area.X + (area.Width / count * index);
            canvas.Line(new(x, area.Y), new(x, area.Bottom), new(ReportLook.Line, 1));
        }
    }

    private sealed class Tile(KeyFigure figure, TextStyle style, double width)
    {
        private readonly TextBlock label = TextBlock.Wrap(figure.Label, ReportLook.TileLabel, width);

        private readonly TextBlock value = TextBlock.Wrap(figure.Value, style with { Colour = figure.IsLoss ? ReportLook.Loss : ReportLook.Ink }, width);

        private readonly TextBlock note = TextBlock.Wrap(figure.Note, ReportLook.TileLabel, width);

        public double Height => label.Height + value.Height + note.Height + 6;

        public void Draw(PdfPage page, StructureElement section, double x, double y)
        {
            foreach (var block in new[] { label, value, note })
            {
                var top = y;
                page.Tagged(section.Add(StructureKind.Paragraph), canvas => block.Draw(canvas, new(x, top)));
                y += block.Height + 3;
            }
        }
    }
}
