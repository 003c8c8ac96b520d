namespace CrmRoi.Pdf;

/// <summary>Fills page after page from the top: headings, paragraphs, lists, figures, tables.</summary>
/// <remarks>
/// A heading waits for what follows and is drawn on its page, so none stands alone at the foot.
/// Call <see cref="Finish"/> at the end: only then is the number of pages known.
/// </remarks>
public sealed class PageFlow(PdfDocument document, PageSize size, PageMargins margins)
{
    private readonly List<PdfPage> _pages = [];
    private readonly List<PendingHeading> _headings = [];
    private readonly List<(int Level, PdfOutline Outline)> _outlines = [];
    private double _spaceBefore;

    /// <summary>Draws what lies under a new page's content.</summary>
    public Action<PdfPage>? PageStarted { get; init; }

    /// <summary>Draws header and footer, when the number of the page and the number of all are known.</summary>
    public Action<PdfPage, int, int>? PageFinished { get; init; }

    public PdfDocument Document => document;

    /// <summary>The page that is being filled; the first is made when it is asked for.</summary>
    public PdfPage Page => _pages.Count > 0 ? _pages[^1] : StartPage();

    public double Left => margins.Left;

    public double Width => size.Width - margins.Left - margins.Right;

    /// <summary>Height between the margins.</summary>
    public double BodyHeight => size.Height - margins.Top - margins.Bottom;

    /// <summary>Where the next thing is drawn, from the top of the page.</summary>
    public double Y { get; private set; } = margins.Top;

    public double Remaining => size.Height - margins.Bottom - Y;

    private bool IsAtTop => Y <= margins.Top;

    public void NewPage()
    {
        DrawHeadings();
        _spaceBefore = 0;
        StartPage();
    }

    /// <summary>Leaves space before what follows; at the top of a page there is none.</summary>
    public void Space(double height) => _spaceBefore = Math.Max(_spaceBefore, height);

    /// <summary>Begins a new page unless so much space is left, and draws the waiting headings.</summary>
    public void Reserve(double height)
    {
        _ = Page;
        var needed = height + _headings.Sum(heading => heading.Height) + _spaceBefore;
        if (needed > Remaining && !IsAtTop)
        {
            StartPage();
        }

        DrawHeadings();
        Y += IsAtTop ? 0 : _spaceBefore;
        _spaceBefore = 0;
    }

    /// <summary>Takes height that was drawn into by hand.</summary>
    public void Advance(double height) => Y += height;

    /// <summary>Adds a heading with its bookmark. Returns where it will stand, for links to it.</summary>
    public PdfAnchor Heading(StructureElement parent, StructureKind kind, string text, TextStyle style, double spaceAfter = 6)
    {
        if (kind.HeadingLevel() == 0)
        {
            throw new ArgumentException("Not a heading.", nameof(kind));
        }

        var anchor = new PdfAnchor();
        Bookmark(kind.HeadingLevel(), text, anchor);
        _headings.Add(new(parent.Add(kind), TextBlock.Wrap(text, style, Width), anchor, _spaceBefore, spaceAfter));
        _spaceBefore = 0;
        return anchor;
    }

    public StructureElement Paragraph(StructureElement parent, string text, TextStyle style, TextAlignment alignment = TextAlignment.Left) =>
        Paragraph(parent, [new TextSpan(text, style)], alignment);

    /// <summary>Adds a paragraph; it breaks over pages with at least two lines on either side.</summary>
    public StructureElement Paragraph(StructureElement parent, IReadOnlyList<TextSpan> spans, TextAlignment alignment = TextAlignment.Left)
    {
        var element = parent.Add(StructureKind.Paragraph);
        Lines(element, TextBlock.Wrap(spans, Width), Left, alignment);
        return element;
    }

    /// <summary>Adds a list; the labels are "•" or numbers.</summary>
    public StructureElement List(StructureElement parent, IReadOnlyList<string> items, TextStyle style, bool isNumbered = false, double spaceBetween = 2)
    {
        var list = parent.Add(StructureKind.List);
        list.IsNumbered = isNumbered;
        var indent = style.Size * (isNumbered ? 1.9 : 1.2);
        for (var index = 0; index < items.Count; index++)
        {
            var item = list.Add(StructureKind.ListItem);
            var label = isNumbered ? (index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture) + "." : "•";
            var block = TextBlock.Wrap(items[index], style, Width - indent);
            Reserve(MinimumHeight(block));
            var line = block.Lines[0];
            Page.Tagged(item.Add(StructureKind.ListLabel), canvas => canvas.Text(label, new(Left, Y + line.Baseline), style));
            Lines(item.Add(StructureKind.ListBody), block, Left + indent, TextAlignment.Left);
            Space(spaceBetween);
        }

        return list;
    }

    /// <summary>Adds a figure that is kept whole.</summary>
    public StructureElement Figure(StructureElement parent, double height, string alternativeText, Action<Canvas, PdfRectangle> draw)
    {
        ReserveWhole(height);
        var area = new PdfRectangle(Left, Y, Width, height);
        var figure = Page.Figure(parent, area, alternativeText, canvas => draw(canvas, area));
        Y += height;
        return figure;
    }

    /// <summary>Adds an area that is kept whole, drawn by the caller in scopes of its own: tiles, panels.</summary>
    public void Block(double height, Action<PdfPage, PdfRectangle> draw)
    {
        ReserveWhole(height);
        draw(Page, new(Left, Y, Width, height));
        Y += height;
    }

    public StructureElement Table(StructureElement parent, PdfTable table) => new TableFlow(this, table).Draw(parent);

    /// <summary>Ends the last page and draws all headers and footers.</summary>
    public void Finish()
    {
        DrawHeadings();
        for (var index = 0; index < _pages.Count; index++)
        {
            PageFinished?.Invoke(_pages[index], index + 1, _pages.Count);
        }
    }

    private void ReserveWhole(double height)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(height, BodyHeight);
        Reserve(height);
    }

    private static double MinimumHeight(TextBlock block) => block.Lines.Count <= 3
        ? block.Height
        : block.Lines.Take(2).Sum(line => line.Height);

    private void Lines(StructureElement element, TextBlock block, double x, TextAlignment alignment)
    {
        Reserve(MinimumHeight(block));
        for (var first = 0; first < block.Lines.Count;)
        {
            var count = Fitting(block, first);
            var start = first;
            Page.Tagged(element, canvas => Y += block.Draw(canvas, new(x, Y), alignment, start, count));
            first += count;
            if (first < block.Lines.Count)
            {
                StartPage();
            }
        }
    }

    /// <summary>How many lines fit here; one fewer where a single one would be left over.</summary>
    private int Fitting(TextBlock block, int first)
    {
        var count = 0;
        var used = 0.0;
        while (first + count < block.Lines.Count && used + block.Lines[first + count].Height <= Remaining + 0.01)
        {
            used += block.Lines[first + count].Height;
            count++;
        }

        return block.Lines.Count - first - count == 1 && count > 2 ? count - 1 : Math.Max(count, 1);
    }

    internal PdfPage StartPage()
    {
        var page = document.AddPage(size);
        _pages.Add(page);
        Y = margins.Top;
        PageStarted?.Invoke(page);
        return page;
    }

    private void DrawHeadings()
    {
        foreach (var heading in _headings.ToList())
        {
            var page = Page;
            Y += IsAtTop ? 0 : heading.SpaceBefore;
            heading.Anchor.Set(page, Y);
            page.Tagged(heading.Element, canvas => heading.Block.Draw(canvas, new(Left, Y)));
            Y += heading.Block.Height + heading.SpaceAfter;
        }

        _headings.Clear();
    }

    private void Bookmark(int level, string text, PdfAnchor anchor)
    {
        _outlines.RemoveAll(entry => entry.Level >= level);
        var parent = _outlines.Count > 0 ? _outlines[^1].Outline : document.Outline;
        _outlines.Add((level, parent.Add(text, anchor)));
    }

    private sealed record PendingHeading(StructureElement Element, TextBlock Block, PdfAnchor Anchor, double SpaceBefore, double SpaceAfter)
    {
        public double Height => SpaceBefore + Block.Height + SpaceAfter;
    }
}
