namespace CrmRoi.Pdf;

/// <summary>A node of the document's structure. Content drawn under it is read where the node stands.</summary>
public sealed class StructureElement
{
    private readonly List<StructureContent> _contents = [];
    private readonly List<StructureElement> _children = [];

    internal StructureElement(StructureKind kind, StructureElement? parent)
    {
        Kind = kind;
        Parent = parent;
    }

    public StructureKind Kind { get; }

    public StructureElement? Parent { get; }

    /// <summary>What a figure shows, in words. A figure must have it.</summary>
    public string? AlternativeText { get; set; }

    public string? Title { get; set; }

    /// <summary>The language of this part, where it is not the document's.</summary>
    public string? Language { get; set; }

    /// <summary>For header cells.</summary>
    public TableScope? Scope { get; set; }

    public int ColumnSpan { get; set; } = 1;

    /// <summary>Whether the items of a list are numbered. Otherwise they have bullets.</summary>
    public bool IsNumbered { get; set; }

    public IReadOnlyList<StructureElement> Children => _children;

    internal IReadOnlyList<StructureContent> Contents => _contents;

    /// <summary>Where a figure stands; set by the page that draws it.</summary>
    internal (PdfPage Page, PdfRectangle Area)? Bounds { get; set; }

    public StructureElement Add(StructureKind kind)
    {
        if (!Kind.MayHold(kind))
        {
            throw new InvalidOperationException($"A {Kind} cannot hold a {kind}.");
        }

        var child = new StructureElement(kind, this);
        _contents.Add(new ChildContent(child));
        _children.Add(child);
        return child;
    }

    internal void Add(StructureContent content) => _contents.Add(content);
}

internal abstract record StructureContent;

internal sealed record ChildContent(StructureElement Element) : StructureContent;

internal sealed record MarkedContent(PdfPage Page, int Identifier) : StructureContent;

internal sealed record AnnotationContent(PdfPage Page, LinkAnnotation Annotation) : StructureContent;
