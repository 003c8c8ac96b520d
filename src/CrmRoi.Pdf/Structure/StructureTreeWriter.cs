using System.Globalization;
using System.Text;

namespace CrmRoi.Pdf;

/// <summary>Writes the structure tree and the way back from content to its element.</summary>
internal sealed class StructureTreeWriter(ObjectFile file, IReadOnlyList<PdfPage> pages, IReadOnlyDictionary<PdfPage, int> pageNumbers)
{
    private readonly Dictionary<StructureElement, int> _numbers = [];
    private readonly StringBuilder _text = new();

    /// <summary>Writes the tree and returns the number of its root object.</summary>
    public int Write(StructureElement document)
    {
        var root = file.Reserve();
        Number(document);
        WriteElement(document, root);
        var (parents, next) = Parents();
        file.Set(root, string.Create(
            CultureInfo.InvariantCulture,
            $"<< /Type /StructTreeRoot /K {Reference(document)} /ParentTree {PdfSyntax.Reference(parents)} /ParentTreeNextKey {next} >>"));
        return root;
    }

    private void Number(StructureElement element)
    {
        _numbers[element] = file.Reserve();
        foreach (var child in element.Children)
        {
            Number(child);
        }
    }

    private void WriteElement(StructureElement element, int parent)
    {
        var text = _text.Clear().Append(CultureInfo.InvariantCulture, $"<< /Type /StructElem /S /{element.Kind.Name()} /P {parent} 0 R");
        AppendText(text, "/Alt", element.AlternativeText);
        AppendText(text, "/T", element.Title);
        AppendText(text, "/Lang", element.Language);
        var attributes = Attributes(element);
        if (attributes.Length > 0)
        {
            text.Append(" /A ").Append(attributes);
        }

        text.Append(" /K [");
        for (var index = 0; index < element.Contents.Count; index++)
        {
            AppendKid(text.Append(index > 0 ? " " : ""), element.Contents[index]);
        }

        file.Set(_numbers[element], text.Append("] >>").ToString());
        foreach (var child in element.Children)
        {
            WriteElement(child, _numbers[element]);
        }
    }

    private StringBuilder AppendKid(StringBuilder text, StructureContent content) => content switch
    {
        ChildContent child => text.Append(CultureInfo.InvariantCulture, $"{NumberOf(child.Element)} 0 R"),
        MarkedContent marked => text.Append(CultureInfo.InvariantCulture, $"<< /Type /MCR /Pg {pageNumbers[marked.Page]} 0 R /MCID {marked.Identifier} >>"),
        AnnotationContent annotation => text.Append(
            CultureInfo.InvariantCulture, $"<< /Type /OBJR /Pg {pageNumbers[annotation.Page]} 0 R /Obj {annotation.Annotation.Number} 0 R >>"),
        _ => throw new InvalidOperationException("Unknown content."),
    };

    private static void AppendText(StringBuilder text, string key, string? value)
    {
        if (value is not null)
        {
            text.Append(' ').Append(key).Append(' ').Append(PdfSyntax.Text(PlainText.OneLine(value)));
        }
    }

    private static string Attributes(StructureElement element)
    {
        switch (element.Kind)
        {
            case StructureKind.TableHeaderCell or StructureKind.TableDataCell:
                var scope = element.Scope is { } value ? $" /Scope /{value}" : "";
                var span = element.ColumnSpan > 1 ? string.Create(CultureInfo.InvariantCulture, $" /ColSpan {element.ColumnSpan}") : "";
                return scope.Length + span.Length > 0 ? $"<< /O /Table{scope}{span} >>" : "";
            case StructureKind.List:
                return $"<< /O /List /ListNumbering /{(element.IsNumbered ? "Decimal" : "Disc")} >>";
            case StructureKind.Figure when element.Bounds is var (page, area):
                var box = PdfSyntax.Numbers(area.X, page.Height - area.Bottom, area.Right, page.Height - area.Y);
                return $"<< /O /Layout /Placement /Block /BBox [{box}] >>";
            default:
                return "";
        }
    }

    private (int Number, int Next) Parents()
    {
        var entries = new StringBuilder();
        foreach (var page in pages)
        {
            var elements = string.Join(' ', page.MarkedElements.Select(Reference));
            entries.Append(CultureInfo.InvariantCulture, $"{page.Index} [{elements}] ");
        }

        var next = pages.Count;
        foreach (var annotation in pages.SelectMany(page => page.Annotations))
        {
            entries.Append(CultureInfo.InvariantCulture, $"{next} {Reference(annotation.Element)} ");
            next++;
        }

        return (file.Add($"<< /Nums [{entries}] >>"), next);
    }

    private string Reference(StructureElement element) => PdfSyntax.Reference(NumberOf(element));

    private int NumberOf(StructureElement element) => _numbers.TryGetValue(element, out var number)
        ? number
        : throw new InvalidOperationException("Content was drawn under an element of another document.");
}
