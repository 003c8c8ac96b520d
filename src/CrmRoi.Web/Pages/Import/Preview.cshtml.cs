using CrmRoi.Import;
using CrmRoi.Import.Files;
using CrmRoi.Import.Mapping;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using FileResult = CrmRoi.Import.FileResult;

namespace CrmRoi.Web.Pages.Import;

/// <summary>A file as it was understood.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What its rows are taken for; none where that could not be told.</param>
/// <param name="Preview">What it would do.</param>
/// <param name="Columns">Its columns, also of a file that is refused as it is.</param>
public sealed record FilePreview(string Name, RecordKind? Kind, ImportPreview Preview, IReadOnlyList<PreviewColumn> Columns)
{
    public FileResult Result => Preview.Result;
}

/// <summary>What files would do, and then doing it.</summary>
public sealed class PreviewModel(UploadFolder uploads, Importer importer) : PageModel
{
    // A file with more unknown stages has something else in that column.
    private const int MostStages = 50;

    private static readonly ImportOptions Unchanged = new();

    [BindProperty(SupportsGet = true)]
    public string? Id { get; set; }

    [BindProperty]
    public List<FileChoice> Choices { get; set; } = [];

    public IReadOnlyList<FilePreview> Files { get; private set; } = [];

    /// <summary>What became of them; none before.</summary>
    public ImportResult? Result { get; private set; }

    public bool IsRefused => Files.Any(file => file.Result.Problem is not null);

    /// <summary>Whether there is no row in any of them.</summary>
    public bool IsEmpty => !IsRefused && Files.All(file => file.Result.Read == 0);

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    /// <summary>Reads them again, by other choices.</summary>
    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostRunAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not { } upload)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return BadRequest();
        }

        var files = await FilesAsync(upload, cancellationToken);
        var result = await importer.ImportAsync(files, Unchanged with { User = upload.User }, null, cancellationToken);
        if (result.IsRefused)
        {
            return await ShowAsync(cancellationToken);
        }

        uploads.Remove(upload);
        Result = result;
        return Page();
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not { } upload)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return BadRequest();
        }

        var files = await FilesAsync(upload, cancellationToken);
        var previews = await importer.PreviewAsync(files, Unchanged, cancellationToken);
        Files = [.. files.Zip(previews, FilePreviewOf)];
        ModelState.Clear(); // fields show how the file was understood, not what was sent
        Choices = [.. Files.Zip(Choices, (file, choice) => new FileChoice
        {
            Kind = file.Kind,
            OfferedKind = file.Kind,
            Columns = [.. file.Columns.Select(column => column.Field)],
            DateOrder = choice.DateOrder,
            DecimalMark = choice.DecimalMark,
            Stages = StagesOf(file.Result, choice),
        })];
        return Page();
    }

    private Task<Upload?> FindAsync(CancellationToken cancellationToken) => uploads.FindAsync(Id, User.Identity?.Name ?? "", cancellationToken);

    private async Task<IReadOnlyList<ImportFile>> FilesAsync(Upload upload, CancellationToken cancellationToken)
    {
        var files = new List<ImportFile>();
        foreach (var (index, name) in upload.Names.Index())
        {
            foreach (var part in PartsOf(new(name, await uploads.ReadAsync(upload, index, cancellationToken))))
            {
                if (Choices.Count == files.Count)
                {
                    Choices.Add(new());
                }

                var choice = Choices[files.Count];
                files.Add(choice.Apply(part, choice.Columns.Count == 0 ? [] : HeadersOf(part)));
            }
        }

        return files;
    }

    /// <summary>The tables of a file, each with choices of its own; the file itself where it cannot be opened.</summary>
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

    private static FilePreview FilePreviewOf(ImportFile file, ImportPreview preview)
    {
        var kind = preview.Result.Kind ?? file.Kind;
        var columns = preview.Columns.Count > 0
            ? preview.Columns
            : [.. HeadersOf(file).Select(header => new PreviewColumn(header, file.Map?.Columns.GetValueOrDefault(header), null))];
        return new(file.Name, kind, preview, columns);
    }

    /// <summary>What somebody said of stages, and those that are refused because nobody did.</summary>
    private static List<StageChoice> StagesOf(FileResult result, FileChoice choice) =>
    [
        .. choice.Stages.Where(stage => stage is { Stage.Length: > 0, Outcome: not null })
            .Concat(result.Refusals.Where(refusal => refusal.Code == "unknown-stage").Select(refusal => new StageChoice { Stage = refusal.Value }))
            .DistinctBy(stage => Header.Normal(stage.Stage ?? ""))
            .Take(MostStages),
    ];

    /// <summary>The header of a table; nothing where a file is none.</summary>
    private static IReadOnlyList<string> HeadersOf(ImportFile file)
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
}
