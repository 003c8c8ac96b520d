using CrmRoi.Data;
using CrmRoi.Import;
using CrmRoi.Import.Mapping;
using CrmRoi.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using FileResult = CrmRoi.Import.FileResult;

namespace CrmRoi.Web.Pages.Import;

/// <summary>A file as it was understood.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What its rows are taken for; none where that could not be told.</param>
/// <param name="Preview">What it would do.</param>
/// <param name="Columns">Its columns, also of a file that is refused as it is; of very many, those that mean something and the first others.</param>
/// <param name="Saved">What was said of an earlier file of its shape; nothing where nobody said anything.</param>
public sealed record FilePreview(string Name, RecordKind? Kind, ImportPreview Preview, IReadOnlyList<ShownColumn> Columns, SavedMapping? Saved)
{
    /// <summary>How many columns it has; more than are shown where it is wide.</summary>
    public required int ColumnCount { get; init; }

    public bool IsWide => ColumnCount > Columns.Count;

    public FileResult Result => Preview.Result;

    /// <summary>Whether saying what it holds could help.</summary>
    public bool CanBeSaid => ColumnCount > 0;
}

/// <summary>A column of a file.</summary>
/// <param name="Place">Its place in the file.</param>
/// <param name="Header">Its header.</param>
/// <param name="Field">The field that it was taken for; none where it is not used.</param>
/// <param name="Samples">The first different things that it says.</param>
public sealed record ShownColumn(int Place, string Header, string? Field, string Samples);

/// <summary>What files would do, before they do.</summary>
[RequestFormLimits(ValueCountLimit = MostFields)]
public sealed class PreviewModel(
    UploadFolder uploads, Importer importer, CrmRoiContext context, MappingMemory memory, NewNames newNames, NameStore names, ImportJobs jobs, ImportSignal queue) : PageModel
{
    // A file with more unknown stages has something else in that column.
    private const int MostStages = 50;
    private const int MostRates = 20;

    // Nobody looks through more, and a browser would not send many more.
    private const int MostColumns = 300;
    private const int MostFields = 50_000;
    private const int LongestSample = 40;

    private readonly Dictionary<int, SavedMapping> saved = [];

    [BindProperty(SupportsGet = true)]
    public string? Id { get; set; }

    [BindProperty]
    public List<FileChoice> Choices { get; set; } = [];

    /// <summary>What was decided about names.</summary>
    [BindProperty]
    public List<NameMerge> Merges { get; set; } = [];

    /// <summary>Whether the files hold every record of their kinds.</summary>
    [BindProperty]
    public bool IsFullLoad { get; set; }

    /// <summary>How many deletions the page told of on which somebody says yes; none where it was not asked.</summary>
    [BindProperty]
    public int? DeletedShown { get; set; }

    public IReadOnlyList<FilePreview> Files { get; private set; } = [];

    /// <summary>How many records would be deleted because the files are said to hold all.</summary>
    public int Deleted => Files.Sum(file => file.Result.Deleted);

    public int Refused => Files.Sum(file => file.Result.RefusedRows);

    public NewNames Names => newNames;

    /// <summary>The company's currency.</summary>
    public string Currency { get; private set; } = "";

    /// <summary>Rates that were typed and are none, and what is wrong with them, by the names of their fields.</summary>
    public IReadOnlyDictionary<string, (string? Typed, string Problem)> WrongRates { get; private set; } = new Dictionary<string, (string?, string)>();

    public bool IsRefused => Files.Any(file => file.Result.Problem is not null);

    /// <summary>Whether there is no row in any of them.</summary>
    public bool IsEmpty => !IsRefused && Files.All(file => file.Result.Read == 0);

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    /// <summary>Reads them again, by other choices.</summary>
    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    /// <summary>Forgets what was said of files of a shape.</summary>
    public async Task<IActionResult> OnPostForgetAsync(string shape, CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is null)
        {
            return NotFound();
        }

        await memory.ForgetAsync(shape, cancellationToken);
        return RedirectToPage(new { Id });
    }

    /// <summary>Throws the files away.</summary>
    public async Task<IActionResult> OnPostDiscardAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not { } upload)
        {
            return NotFound();
        }

        if (await uploads.ChosenAsync(upload, cancellationToken) is null)
        {
            uploads.Remove(upload);
        }

        return RedirectToPage("Index");
    }

    /// <summary>Lets them go in, in the background.</summary>
    public async Task<IActionResult> OnPostRunAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not { } upload)
        {
            return NotFound();
        }

        if (!ModelState.IsValid || (IsFullLoad && DeletedShown is null))
        {
            // A rate is no number, or what it would delete was never said.
            return await ShowAsync(cancellationToken);
        }

        if (await uploads.ChosenAsync(upload, cancellationToken) is null || !await jobs.IsPendingAsync(upload.Id, cancellationToken))
        {
            var tables = SentFiles.TablesOf(uploads, upload).Zip(Choices).Where(table => !table.Second.IsLeftOut);
            await names.NoteAsync(Merges.Where(merge => merge.IsChosen).Select(merge => (merge.Field, merge.Alias!, merge.Name!)), upload.User, cancellationToken);
            await memory.KeepAsync(tables, upload.User, cancellationToken);
            await uploads.ChooseAsync(upload, new(Choices, IsFullLoad), cancellationToken);
            await jobs.QueueAsync(upload.User, upload.Names, upload.Id, cancellationToken);
            queue.Wake();
        }

        return RedirectToPage("Job", new { id = await jobs.LastOfAsync(upload.Id, cancellationToken) });
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not { } upload)
        {
            return NotFound();
        }

        WrongRates = ModelState.Where(field => IsRate(field.Key) && field.Value?.Errors.Count > 0).ToDictionary(field => field.Key, field => (field.Value!.AttemptedValue, field.Value.Errors[0].ErrorMessage));
        if (ModelState.Any(field => field.Value?.Errors.Count > 0 && !IsRate(field.Key)))
        {
            return BadRequest();
        }

        Currency = (await Company.ReadAsync(context, cancellationToken)).Currency;
        await RememberAsync(upload, cancellationToken);
        var files = SentFiles.Of(uploads, upload, Choices);
        var book = await NameBook.LoadAsync(context, cancellationToken, collects: true);
        Merges.Where(merge => merge.IsChosen).ToList().ForEach(merge => book.Merge(merge.Field, merge.Alias!, merge.Name!));
        var previews = new Queue<ImportPreview>(await importer.PreviewAsync(SentFiles.WithoutLeftOut(files, Choices), new() { Names = book, IsFullLoad = IsFullLoad }, cancellationToken));
        Files = [.. files.Select((file, index) => FilePreviewOf(file, Choices[index].IsLeftOut ? LeftOut(file) : previews.Dequeue(), saved.GetValueOrDefault(index)))];
        DeletedShown = IsFullLoad ? Deleted : null;
        await newNames.FindAsync(book, Merges, cancellationToken);
        ModelState.Clear(); // fields show how the file was understood, not what was sent
        Choices = [.. Files.Zip(Choices, ChoiceOf)];
        return Page();
    }

    /// <summary>Choices for each table: those sent, else those kept for its shape, else none.</summary>
    private async Task RememberAsync(Upload upload, CancellationToken cancellationToken)
    {
        foreach (var (index, table) in SentFiles.TablesOf(uploads, upload).Index())
        {
            var headers = SentFiles.HeadersOf(table);
            if (await memory.FindAsync(headers, cancellationToken) is { } kept)
            {
                saved[index] = kept;
            }

            if (Choices.Count == index)
            {
                Choices.Add(saved.TryGetValue(index, out var known) ? FileChoice.Of(MapFile.Parse(known.Content), headers) : new());
            }
        }
    }

    private Task<Upload?> FindAsync(CancellationToken cancellationToken) => uploads.FindAsync(Id, User.Identity?.Name ?? "", cancellationToken);

    private static FileChoice ChoiceOf(FilePreview file, FileChoice choice)
    {
        var shown = new FileChoice
        {
            Kind = file.Kind,
            OfferedKind = file.Kind,
            IsLeftOut = choice.IsLeftOut,
            Columns = [.. file.Columns.Select(column => column.Field)],
            Places = file.IsWide ? [.. file.Columns.Select(column => column.Place)] : [],
            DateOrder = choice.DateOrder,
            DecimalMark = choice.DecimalMark,
            Stages = StagesOf(file.Result, choice),
            Rates = RatesOf(file.Result, choice),
        };
        shown.Found = choice.Found ?? (file.Saved is null ? shown.Understood : "");
        return shown;
    }

    private static FilePreview FilePreviewOf(ImportFile file, ImportPreview preview, SavedMapping? saved)
    {
        var kind = preview.Result.Kind ?? file.Kind;
        var columns = (preview.Columns.Count > 0 ? preview.Columns : SentFiles.ColumnsOf(file))
            .Select((column, place) => new ShownColumn(place, column.Header, column.Field, string.Join(" · ", column.Samples.Select(Short)))).ToList();
        var shown = columns.Count <= MostColumns ? columns : [.. columns.OrderBy(column => string.IsNullOrEmpty(column.Field)).Take(MostColumns)];
        return new(file.Name, kind, preview, shown, saved) { ColumnCount = columns.Count };
    }

    private static string Short(string sample) => sample.Length <= LongestSample ? sample : $"{sample.AsSpan(0, LongestSample)}…";

    private static ImportPreview LeftOut(ImportFile file) =>
        new(new(file.Name, null, 0, 0, 0, 0, [], [], null) { SetAside = new("left-out", "It is left out.") }, [], [], [], []);

    private static bool IsRate(string field) => field.EndsWith($".{nameof(RateChoice.Rate)}", StringComparison.Ordinal);

    /// <summary>What somebody said of currencies, and those that are refused because nobody did.</summary>
    private static List<RateChoice> RatesOf(FileResult result, FileChoice choice) =>
    [
        .. choice.Rates.Where(rate => rate.Currency is { Length: > 0 })
            .Concat(result.Refusals.Where(refusal => refusal is { Code: "currency", Arguments.Count: > 0 }).Select(refusal => new RateChoice { Currency = refusal.Arguments[0] }))
            .DistinctBy(rate => rate.Currency)
            .Take(MostRates),
    ];

    /// <summary>What somebody said of stages, and those that are refused because nobody did.</summary>
    private static List<StageChoice> StagesOf(FileResult result, FileChoice choice) =>
    [
        .. choice.Stages.Where(stage => stage is { Stage.Length: > 0, Outcome: not null })
            .Concat(result.Refusals.Where(refusal => refusal.Code == "unknown-stage").Select(refusal => new StageChoice { Stage = refusal.Value }))
            .DistinctBy(stage => Header.Normal(stage.Stage ?? ""))
            .Take(MostStages),
    ];
}
