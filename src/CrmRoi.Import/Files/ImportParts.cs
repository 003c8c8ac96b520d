using CrmRoi.Import.Csv;
using CrmRoi.Import.Excel;

namespace CrmRoi.Import.Files;

/// <summary>The tables in a file: one of CSV, each sheet of a workbook, each file of an archive.</summary>
public static class ImportParts
{
    private static readonly byte[] OldOffice = [0xD0, 0xCF, 0x11, 0xE0];

    /// <summary>The tables of a file, each as a file of its own, with what was said of the whole.</summary>
    /// <exception cref="RefusedFileException">It cannot be opened.</exception>
    public static IReadOnlyList<ImportFile> Of(ImportFile file)
    {
        if (file.Table is not null)
        {
            return [file];
        }

        var source = file.Source();
        var head = source.Head(OldOffice.Length);
        if (!Archive.Is(head) && !IsOldWorkbook(head))
        {
            return [file];
        }

        return IsOldWorkbook(head) ? SheetsOf(file, source) : Archive.KindOf(source) switch
        {
            ArchiveKind.Workbook => SheetsOf(file, source),
            ArchiveKind.OtherDocument => throw new RefusedFileException("not-text", "The file is a document of another program: save it as CSV or as an Excel workbook (.xlsx)."),
            _ => [.. Archive.Unpack(source).SelectMany(entry => PartsOf(file, entry.Name, entry.Content))],
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
        var head = source.Head(OldOffice.Length);
        return Archive.Is(head) || IsOldWorkbook(head)
            ? Table(Of(part)[0])
            : MendedFile.Of(CsvTable.Read(source, null, part.Map?.Encoding));
    }

    private static IEnumerable<ImportFile> PartsOf(ImportFile file, string name, TemporaryFile content)
    {
        var part = file with { Name = $"{file.Name}/{name}", Unpacked = content, IsPart = true };
        var source = part.Source();
        var head = source.Head(OldOffice.Length);
        return IsOldWorkbook(head) ? SheetsOf(part, source)
            : !Archive.Is(head) ? [part]
            : Archive.KindOf(source) switch
            {
                ArchiveKind.Workbook => SheetsOf(part, source),
                ArchiveKind.OtherDocument => [part], // such as a letter beside the tables
                _ => throw new RefusedFileException("bad-archive", $"The archive holds another archive, '{name}': unpack it first."),
            };
    }

    private static IReadOnlyList<ImportFile> SheetsOf(ImportFile file, FileSource source)
    {
        WorkbookLimits.Check(source, IsOldWorkbook(source.Head(OldOffice.Length)));
        var sheets = WorkbookTables.Read(source);
        source.CheckUnchanged();
        return sheets.Count switch
        {
            0 => throw Empty(),
            1 => [file with { Table = MendedFile.Of(sheets[0].Table) }],
            _ => [.. sheets.Select(sheet => file with { Name = $"{file.Name}/{sheet.Sheet}", Table = MendedFile.Of(sheet.Table), IsPart = true })],
        };
    }

    private static bool IsOldWorkbook(ReadOnlySpan<byte> content) => content.StartsWith(OldOffice);

    private static RefusedFileException Empty() => new("empty", "The workbook holds nothing that is shown.");
}
