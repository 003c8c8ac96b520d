using CrmRoi.Import.Csv;
using CrmRoi.Import.Excel;
using CrmRoi.Import.Markup;

namespace CrmRoi.Import.Files;

/// <summary>The tables in a file: one of CSV, each sheet of a workbook, each table of a web page, each file of an archive.</summary>
public static class ImportParts
{
    // What a zip archive is named, of files or of a workbook's parts.
    private static readonly string[] OfArchives = [".zip", ".xlsx", ".xlsm", ".xlsb"];

    /// <summary>The tables of a file, each as a file of its own, with what was said of the whole.</summary>
    /// <exception cref="RefusedFileException">It cannot be opened.</exception>
    public static IReadOnlyList<ImportFile> Of(ImportFile file)
    {
        if (file.Table is not null)
        {
            return [file];
        }

        var source = file.Source();
        return FormOf(source) switch
        {
            FileForm.Workbook => SheetsOf(file, source),
            FileForm.Document => throw new RefusedFileException("not-text", "The file is a document of another program: save it as CSV or as an Excel workbook (.xlsx)."),
            FileForm.Archive => [.. Archive.Unpack(source).SelectMany(entry => PartsOf(file, entry.Name, entry.Content))],
            FileForm.Markup => MarkedOf(file, source),
            _ => [file],
        };
    }

    /// <summary>The table of a file that is only one.</summary>
    /// <exception cref="RefusedFileException">It is no table.</exception>
    public static Table Table(ImportFile part)
    {
        if (part.Table is { } table)
        {
            return table;
        }

        var source = part.Source();
        return FormOf(source) == FileForm.Text
            ? Named(part, MendedFile.Of(CsvTable.Read(source, null, part.Map?.Encoding)))
            : Table(Of(part)[0]);
    }

    // Text that is no table, such as what a server says instead of giving a file.
    private static Table Named(ImportFile part, Table table) => table.Headers.Count > 1 || !Array.Exists(OfArchives, end => part.Name.EndsWith(end, StringComparison.OrdinalIgnoreCase))
        ? table
        : throw new RefusedFileException(
            "misnamed", $"The file is named '{Path.GetExtension(part.Name)}' but is only text, which begins with '{Short(table.Headers[0])}': export or download it again.",
            Path.GetExtension(part.Name), Short(table.Headers[0]));

    private static IEnumerable<ImportFile> PartsOf(ImportFile file, string name, TemporaryFile content)
    {
        var part = file with { Name = $"{file.Name}/{name}", Unpacked = content, IsPart = true };
        var source = part.Source();
        return FormOf(source) switch
        {
            FileForm.Workbook => SheetsOf(part, source),
            FileForm.Archive => throw new RefusedFileException("bad-archive", $"The archive holds another archive, '{name}': unpack it first."),
            FileForm.Markup => MarkedPartsOf(part, source),
            _ => [part], // a letter beside the tables is told when it is looked at
        };
    }

    private static IReadOnlyList<ImportFile> SheetsOf(ImportFile file, FileSource source)
    {
        WorkbookLimits.Check(source, OldDocument.Is(source.Head(OldDocument.HeadLength)));
        var sheets = WorkbookTables.Read(source);
        source.CheckUnchanged();
        return PartsOf(file, sheets);
    }

    private static IReadOnlyList<ImportFile> MarkedOf(ImportFile file, FileSource source) =>
        PartsOf(file, MarkupFile.Read(source, file.Map?.Encoding));

    // A page without a table may lie beside the tables as a letter may.
    private static IReadOnlyList<ImportFile> MarkedPartsOf(ImportFile part, FileSource source)
    {
        try
        {
            return MarkedOf(part, source);
        }
        catch (RefusedFileException refused) when (refused.Code == "not-text")
        {
            return [part];
        }
    }

    private static IReadOnlyList<ImportFile> PartsOf(ImportFile file, IReadOnlyList<(string Sheet, Table Table)> sheets) => sheets.Count switch
    {
        0 => throw Empty(),
        1 => [file with { Table = MendedFile.Of(sheets[0].Table) }],
        _ => [.. sheets.Select(sheet => file with { Name = $"{file.Name}/{sheet.Sheet}", Table = MendedFile.Of(sheet.Table), IsPart = true })],
    };

    // By what it says, not by its name.
    private static FileForm FormOf(FileSource source)
    {
        var head = source.Head(OldDocument.HeadLength);
        return OldDocument.Is(head) ? FileForm.Workbook
            : Archive.Is(head) ? Archive.KindOf(source) switch
            {
                ArchiveKind.Workbook => FileForm.Workbook,
                ArchiveKind.OtherDocument => FileForm.Document,
                _ => FileForm.Archive,
            }
            : MarkupFile.Is(source) ? FileForm.Markup : FileForm.Text;
    }

    private static string Short(string text) => text.Length <= 80 ? text : text[..79] + "…";

    private static RefusedFileException Empty() => new("empty", "The workbook holds nothing that is shown.");

    private enum FileForm
    {
        Text,
        Workbook,
        Archive,
        Document,
        Markup,
    }
}
