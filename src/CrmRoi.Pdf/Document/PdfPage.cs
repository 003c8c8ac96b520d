using System.Globalization;

namespace CrmRoi.Pdf;

/// <summary>A page. What is drawn on it belongs to the structure or is an artifact.</summary>
public sealed class PdfPage
{
    private readonly ContentStream _content = new();
    private readonly List<StructureElement> _marked = [];
    private readonly List<LinkAnnotation> _annotations = [];
    private bool _isInScope;

    internal PdfPage(PdfDocument document, PageSize size, int index)
    {
        Document = document;
        Size = size;
        Index = index;
    }

    public PdfDocument Document { get; }

    public PageSize Size { get; }

    public double Width => Size.Width;

    public double Height => Size.Height;

    /// <summary>From 0.</summary>
    public int Index { get; }

    internal bool HasTransparency { get; set; }

    internal IReadOnlyList<StructureElement> MarkedElements => _marked;

    internal IReadOnlyList<LinkAnnotation> Annotations => _annotations;

    internal ReadOnlyMemory<byte> Content => _content.Bytes;

    /// <summary>Draws content of a structure element.</summary>
    public void Tagged(StructureElement element, Action<Canvas> draw)
    {
        if (element.Kind is StructureKind.Document or StructureKind.Section or StructureKind.Table or StructureKind.TableHead
            or StructureKind.TableBody or StructureKind.TableRow or StructureKind.List or StructureKind.ListItem
            or StructureKind.TableOfContents or StructureKind.TableOfContentsItem)
        {
            throw new InvalidOperationException($"A {element.Kind} holds elements, not content: add a paragraph, a cell or the like.");
        }

        var identifier = _marked.Count;
        Scope(string.Create(CultureInfo.InvariantCulture, $"/{element.Kind.Name()} << /MCID {identifier} >> BDC\n"), draw, () =>
        {
            _marked.Add(element);
            element.Add(new MarkedContent(this, identifier));
        });
    }

    /// <summary>Draws what carries no meaning: rules, backgrounds, headers and footers of pages.</summary>
    public void Artifact(Action<Canvas> draw, ArtifactKind kind = ArtifactKind.Layout) =>
        Scope($"/Artifact {kind.Operand()} BDC\n", draw, () => { });

    /// <summary>Draws a figure and says in words what it shows.</summary>
    public StructureElement Figure(StructureElement parent, PdfRectangle area, string alternativeText, Action<Canvas> draw)
    {
        var figure = parent.Add(StructureKind.Figure);
        figure.AlternativeText = alternativeText;
        figure.Bounds = (this, area);
        Tagged(figure, draw);
        return figure;
    }

    /// <summary>Draws a link and makes its area go to a place in this document.</summary>
    /// <param name="parent">The element that the link stands in.</param>
    /// <param name="area">The area that reacts.</param>
    /// <param name="target">Where it leads.</param>
    /// <param name="description">Where it leads, in words.</param>
    /// <param name="draw">Draws the link's text.</param>
    public StructureElement Link(StructureElement parent, PdfRectangle area, PdfAnchor target, string description, Action<Canvas> draw) =>
        Link(parent, new LinkAnnotation(area, target, null, description), draw);

    /// <summary>Draws a link and makes its area open an address.</summary>
    public StructureElement Link(StructureElement parent, PdfRectangle area, Uri target, string description, Action<Canvas> draw) =>
        Link(parent, new LinkAnnotation(area, null, target, description), draw);

    private StructureElement Link(StructureElement parent, LinkAnnotation annotation, Action<Canvas> draw)
    {
        var link = parent.Add(StructureKind.Link);
        Tagged(link, draw);
        annotation.Element = link;
        _annotations.Add(annotation);
        link.Add(new AnnotationContent(this, annotation));
        return link;
    }

    private void Scope(string begin, Action<Canvas> draw, Action opened)
    {
        if (_isInScope)
        {
            throw new InvalidOperationException("Scopes do not nest: end the current one before the next begins.");
        }

        opened();
        _isInScope = true;
        _content.Append(begin);
        var canvas = new Canvas(this, _content);
        try
        {
            draw(canvas);
        }
        finally
        {
            canvas.Close();
            _content.Append("EMC\n");
            _isInScope = false;
        }
    }
}
