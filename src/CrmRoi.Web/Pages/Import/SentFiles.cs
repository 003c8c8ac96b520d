using CrmRoi.Import;
using CrmRoi.Import.Files;

namespace CrmRoi.Web.Pages.Import;

/// <summary>What somebody chose for files before they go in.</summary>
/// <param name="Choices">For each table in them, in their order.</param>
/// <param name="IsFullLoad">Whether they hold every record of their kinds.</param>
public sealed record ChosenImport(IReadOnlyList<FileChoice> Choices, bool IsFullLoad);

/// <summary>The tables in sent files, each as its choices say.</summary>
public static class SentFiles
{
    private const int RowsSampled = 50;

    /// <summary>Those of them that somebody wants in.</summary>
    public static IReadOnlyList<ImportFile> WithoutLeftOut(IReadOnlyList<ImportFile> tables, IReadOnlyList<FileChoice> choices) =>
        [.. tables.Where((_, index) => choices.ElementAtOrDefault(index) is not { IsLeftOut: true })];

    /// <summary>Every table that was sent, as it is to be read.</summary>
    public static IReadOnlyList<ImportFile> Of(UploadFolder uploads, Upload upload, IReadOnlyList<FileChoice> choices) =>
    [
        .. TablesOf(uploads, upload).Select((table, index) => index < choices.Count ? choices[index].Apply(table, choices[index].Columns.Count == 0 ? [] : HeadersOf(table)) : table),
    ];

    /// <summary>The tables of sent files; a file itself where it cannot be opened.</summary>
    public static IEnumerable<ImportFile> TablesOf(UploadFolder uploads, Upload upload) =>
        upload.Names.SelectMany((name, index) => PartsOf(ImportFile.At(name, uploads.PathOf(upload, index))));

    /// <summary>The header of a table; nothing where a file is none.</summary>
    public static IReadOnlyList<string> HeadersOf(ImportFile file)
    {
        try
        {
            return ImportParts.Table(file).Headers;
        }
        catch (RefusedFileException)
        {
            return [];
        }
    }

    /// <summary>The columns of a table that is not taken as it is, by its first rows; nothing where a file is none.</summary>
    public static IReadOnlyList<PreviewColumn> ColumnsOf(ImportFile file)
    {
        try
        {
            var table = ImportParts.Table(file);
            var rows = table.Rows.Take(RowsSampled).ToList();
            return [.. table.Headers.Select((header, column) => PreviewColumn.Of(header, file.Map?.Columns.GetValueOrDefault(header), rows.Select(row => row[column]).OfType<string>()))];
        }
        catch (RefusedFileException)
        {
            return [];
        }
    }

    private static IReadOnlyList<ImportFile> PartsOf(ImportFile file)
    {
        try
        {
            return ImportParts.Of(file);
        }
        catch (RefusedFileException)
        {
            return [file];
        }
    }
}
