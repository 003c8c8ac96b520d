namespace CrmRoi.Pdf;

/// <summary>What must hold of the whole structure before a file is written.</summary>
internal static class StructureRules
{
    public static void Check(StructureElement document)
    {
        var level = 0;
        foreach (var element in Walk(document))
        {
            var heading = element.Kind.HeadingLevel();
            if (heading > level + 1)
            {
                throw new InvalidOperationException($"A heading of level {heading} follows one of level {level}: a level is left out.");
            }

            level = heading > 0 ? heading : level;
            if (element.Kind == StructureKind.Figure && (string.IsNullOrWhiteSpace(element.AlternativeText) || element.Bounds is null))
            {
                throw new InvalidOperationException("A figure needs an alternative text and a place: draw it with PdfPage.Figure.");
            }

            if (element.Kind == StructureKind.TableHeaderCell && element.Scope is null)
            {
                throw new InvalidOperationException("A header cell says whether it heads a column or a row.");
            }
        }
    }

    /// <summary>An element and all below it, in the order of reading.</summary>
    public static IEnumerable<StructureElement> Walk(StructureElement element)
    {
        var open = new Stack<StructureElement>([element]);
        while (open.TryPop(out var next))
        {
            yield return next;
            for (var index = next.Children.Count - 1; index >= 0; index--)
            {
                open.Push(next.Children[index]);
            }
        }
    }
}
