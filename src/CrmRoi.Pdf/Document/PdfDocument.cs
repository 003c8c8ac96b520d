namespace CrmRoi.Pdf;

/// <summary>A PDF 1.7 document, laid out for PDF/UA-1 and PDF/A-2a. Equal input makes equal bytes.</summary>
public sealed class PdfDocument
{
    private readonly List<PdfPage> _pages = [];
    private readonly Dictionary<PdfFont, EmbeddedFont> _fonts = [];
    private readonly List<EmbeddedFont> _fontOrder = [];
    private readonly Dictionary<(double Fill, double Stroke), string> _opacities = [];
    private readonly Dictionary<PdfImage, string> _images = [];
    private readonly SortedDictionary<int, (PageLabelStyle Style, string Prefix, int First)> _labels = [];

    public PdfDocument(PdfInformation information)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(information.Title);
        ArgumentException.ThrowIfNullOrWhiteSpace(information.Language);
        Information = information;
    }

    public PdfInformation Information { get; }

    public IReadOnlyList<PdfPage> Pages => _pages;

    /// <summary>The root of the structure: everything with a meaning hangs under it.</summary>
    public StructureElement Structure { get; } = new(StructureKind.Document, null);

    /// <summary>The bookmarks.</summary>
    public PdfOutline Outline { get; } = new();

    internal IReadOnlyList<EmbeddedFont> Fonts => _fontOrder;

    internal IReadOnlyDictionary<(double Fill, double Stroke), string> Opacities => _opacities;

    internal IReadOnlyDictionary<PdfImage, string> Images => _images;

    internal IReadOnlyDictionary<int, (PageLabelStyle Style, string Prefix, int First)> Labels => _labels;

    public PdfPage AddPage(PageSize size)
    {
        var page = new PdfPage(this, size, _pages.Count);
        _pages.Add(page);
        return page;
    }

    /// <summary>Labels the pages from one on: as "i, ii" or "A-1". Without labels, pages count from 1.</summary>
    public void LabelPages(int fromIndex, PageLabelStyle style, string prefix = "", int first = 1) =>
        _labels[fromIndex] = (style, prefix, first);

    public byte[] Save()
    {
        if (_pages.Count == 0)
        {
            throw new InvalidOperationException("A document has at least one page.");
        }

        StructureRules.Check(Structure);
        return new DocumentWriter(this).Write();
    }

    public void Save(Stream stream) => stream.Write(Save());

    internal EmbeddedFont FontFor(PdfFont font)
    {
        if (!_fonts.TryGetValue(font, out var embedded))
        {
            embedded = new EmbeddedFont(font, $"F{_fonts.Count + 1}");
            _fonts[font] = embedded;
            _fontOrder.Add(embedded);
        }

        return embedded;
    }

    internal string NameOf(PdfImage image)
    {
        if (!_images.TryGetValue(image, out var name))
        {
            name = $"I{_images.Count + 1}";
            _images[image] = name;
        }

        return name;
    }

    internal string OpacityFor(double fill, double stroke)
    {
        if (!_opacities.TryGetValue((fill, stroke), out var name))
        {
            name = $"G{_opacities.Count + 1}";
            _opacities[(fill, stroke)] = name;
        }

        return name;
    }
}
