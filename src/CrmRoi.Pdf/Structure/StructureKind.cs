namespace CrmRoi.Pdf;

/// <summary>What a part of the document is, as screen readers announce it.</summary>
public enum StructureKind
{
    Document,
    Section,
    Heading1,
    Heading2,
    Heading3,
    Paragraph,
    Span,
    Table,
    TableHead,
    TableBody,
    TableRow,
    TableHeaderCell,
    TableDataCell,
    List,
    ListItem,
    ListLabel,
    ListBody,
    Figure,
    Caption,
    Link,
    TableOfContents,
    TableOfContentsItem,
    Reference,
}

/// <summary>Whether a header cell heads its column or its row.</summary>
public enum TableScope
{
    Column,
    Row,
}

/// <summary>What kind of page furniture an artifact is.</summary>
public enum ArtifactKind
{
    Layout,
    Background,
    Header,
    Footer,
}

internal static class StructureNames
{
    public static string Name(this StructureKind kind) => kind switch
    {
        StructureKind.Section => "Sect",
        StructureKind.Heading1 => "H1",
        StructureKind.Heading2 => "H2",
        StructureKind.Heading3 => "H3",
        StructureKind.Paragraph => "P",
        StructureKind.TableHead => "THead",
        StructureKind.TableBody => "TBody",
        StructureKind.TableRow => "TR",
        StructureKind.TableHeaderCell => "TH",
        StructureKind.TableDataCell => "TD",
        StructureKind.List => "L",
        StructureKind.ListItem => "LI",
        StructureKind.ListLabel => "Lbl",
        StructureKind.ListBody => "LBody",
        StructureKind.TableOfContents => "TOC",
        StructureKind.TableOfContentsItem => "TOCI",
        _ => kind.ToString(),
    };

    public static int HeadingLevel(this StructureKind kind) => kind switch
    {
        StructureKind.Heading1 => 1,
        StructureKind.Heading2 => 2,
        StructureKind.Heading3 => 3,
        _ => 0,
    };

    /// <summary>Parts of tables and lists belong in their wholes, and wholes hold nothing else.</summary>
    public static bool MayHold(this StructureKind parent, StructureKind child) => parent switch
    {
        StructureKind.Table => child is StructureKind.Caption or StructureKind.TableHead or StructureKind.TableBody or StructureKind.TableRow,
        StructureKind.TableHead or StructureKind.TableBody => child is StructureKind.TableRow,
        StructureKind.TableRow => child is StructureKind.TableHeaderCell or StructureKind.TableDataCell,
        StructureKind.List => child is StructureKind.ListItem or StructureKind.Caption,
        StructureKind.ListItem => child is StructureKind.ListLabel or StructureKind.ListBody,
        StructureKind.TableOfContents => child is StructureKind.TableOfContentsItem or StructureKind.TableOfContents or StructureKind.Caption,
        StructureKind.TableOfContentsItem => child is StructureKind.Reference or StructureKind.Paragraph or StructureKind.TableOfContents,
        _ => child is not (StructureKind.Document
            or StructureKind.TableHead or StructureKind.TableBody or StructureKind.TableRow
            or StructureKind.TableHeaderCell or StructureKind.TableDataCell
            or StructureKind.ListItem or StructureKind.ListLabel or StructureKind.ListBody or StructureKind.TableOfContentsItem)
            && (child != StructureKind.Caption || parent == StructureKind.Figure),
    };

    public static string Operand(this ArtifactKind kind) => kind switch
    {
        ArtifactKind.Background => "<< /Type /Background >>",
        ArtifactKind.Header => "<< /Type /Pagination /Subtype /Header >>",
        ArtifactKind.Footer => "<< /Type /Pagination /Subtype /Footer >>",
        _ => "<< /Type /Layout >>",
    };
}
