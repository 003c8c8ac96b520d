using System.Globalization;

namespace CrmRoi.Pdf;

/// <summary>A bookmark with those under it. The document's own outline is the root, which is not shown.</summary>
public sealed class PdfOutline
{
    private readonly List<PdfOutline> _children = [];
    private readonly string _title;
    private readonly PdfAnchor? _target;

    internal PdfOutline(string title = "", PdfAnchor? target = null) => (_title, _target) = (title, target);

    public IReadOnlyList<PdfOutline> Children => _children;

    public PdfOutline Add(string title, PdfAnchor target)
    {
        var child = new PdfOutline(PlainText.OneLine(title), target);
        _children.Add(child);
        return child;
    }

    /// <summary>Writes this and all under it; returns the number of the root, or null if there is no bookmark.</summary>
    internal int? Write(ObjectFile file, IReadOnlyDictionary<PdfPage, int> pageNumbers)
    {
        if (_children.Count == 0)
        {
            return null;
        }

        var root = file.Reserve();
        file.Set(root, $"<< /Type /Outlines {WriteChildren(file, root, pageNumbers)} >>");
        return root;
    }

    private string WriteChildren(ObjectFile file, int parent, IReadOnlyDictionary<PdfPage, int> pageNumbers)
    {
        var numbers = _children.Select(_ => file.Reserve()).ToList();
        for (var index = 0; index < numbers.Count; index++)
        {
            var child = _children[index];
            var previous = index > 0 ? $" /Prev {PdfSyntax.Reference(numbers[index - 1])}" : "";
            var next = index + 1 < numbers.Count ? $" /Next {PdfSyntax.Reference(numbers[index + 1])}" : "";
            var under = child._children.Count > 0 ? " " + child.WriteChildren(file, numbers[index], pageNumbers) : "";
            var target = child._target is { } anchor ? $" /Dest {anchor.Destination(pageNumbers)}" : "";
            file.Set(
                numbers[index],
                $"<< /Title {PdfSyntax.Text(child._title)} /Parent {PdfSyntax.Reference(parent)}{previous}{next}{under}{target} >>");
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $"/First {numbers[0]} 0 R /Last {numbers[^1]} 0 R /Count {Descendants}");
    }

    private int Descendants => _children.Sum(child => 1 + child.Descendants);
}
