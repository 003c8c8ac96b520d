using System.Globalization;

namespace CrmRoi.Pdf;

/// <summary>A place that links and bookmarks lead to. It can be linked to before it is set.</summary>
public sealed class PdfAnchor
{
    private double _top;

    /// <summary>The page that it stands on; none before it was set.</summary>
    public PdfPage? Page { get; private set; }

    public void Set(PdfPage page, double top) => (Page, _top) = (page, top);

    internal string Destination(IReadOnlyDictionary<PdfPage, int> pageNumbers) => Page is { } page
        ? $"[{PdfSyntax.Reference(pageNumbers[page])} /XYZ 0 {PdfSyntax.Number(page.Height - _top)} null]"
        : throw new InvalidOperationException("A link or bookmark leads to an anchor that was never set.");
}

internal sealed class LinkAnnotation(PdfRectangle area, PdfAnchor? anchor, Uri? address, string description)
{
    private StructureElement? _element;

    /// <summary>The object's number, given while the file is written.</summary>
    public int Number { get; set; }

    public StructureElement Element
    {
        get => _element ?? throw new InvalidOperationException("The link has no structure element.");
        set => _element = value;
    }

    public string Body(double pageHeight, int structureParent, IReadOnlyDictionary<PdfPage, int> pageNumbers)
    {
        var box = PdfSyntax.Numbers(area.X, pageHeight - area.Bottom, area.Right, pageHeight - area.Y);
        var target = anchor is not null
            ? $"/Dest {anchor.Destination(pageNumbers)}"
            : $"/A << /Type /Action /S /URI /URI {PdfSyntax.Text(address?.AbsoluteUri ?? "")} >>";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"<< /Type /Annot /Subtype /Link /Rect [{box}] /Border [0 0 0] /F 4 /Contents {PdfSyntax.Text(PlainText.OneLine(description))} /StructParent {structureParent} {target} >>");
    }
}
