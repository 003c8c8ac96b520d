using System.Data.Common;
using CrmRoi.Data;
using CrmRoi.Import.Presets;
using CrmRoi.Import.Reading;
using Microsoft.EntityFrameworkCore;

namespace CrmRoi.Import;

/// <summary>Takes files in: all of them, or none if one is not what it says.</summary>
public sealed class Importer(CrmRoiContext context, RecordStore store, ImportJobs jobs, TimeProvider time, PresetCatalogue presets)
{
    private const string Csv = "csv";
    private const int PreviewRows = 20;

    /// <summary>Takes files in, whatever their order. Waits while another import goes on.</summary>
    /// <remarks>The result has an entry for each table: a workbook of three sheets has three.</remarks>
    public async Task<ImportResult> ImportAsync(
        IReadOnlyList<ImportFile> files, ImportOptions options, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        if (options.IsDryRun)
        {
            return await TakeInAsync(await LookAsync(files, options, progress, cancellationToken), null, options, progress, cancellationToken);
        }

        var job = options.Job ?? (await jobs.QueueAsync(options.User, files.Select(file => Path.GetFileName(file.Name)), null, cancellationToken)).Id;
        progress?.Report(new(ImportPhase.Waiting, null, 0, 0));
        await jobs.StartAsync(job, cancellationToken);
        try
        {
            var result = await TakeInAsync(await LookAsync(files, options, progress, cancellationToken), job, options, progress, cancellationToken);
            if (result.IsRefused)
            {
                await jobs.KeepAsync(job, KeptResult.Write(result), CancellationToken.None);
                await jobs.FailAsync(job, result.Files.First(file => file.Problem is { Code: not OtherFile }).Problem!.Reason, CancellationToken.None);
            }

            return result with { JobId = job };
        }
        catch (Exception problem)
        {
            context.ChangeTracker.Clear();
            var told = DiskFull.Is(problem) ? NoRoom() : problem;
            var isUndone = await FailAsync(job, told);
            if (told != problem)
            {
                throw isUndone ? told : NoRoomYet();
            }

            throw;
        }
    }

    /// <summary>What is said where an import finds no room.</summary>
    public static RefusedFileException NoRoom() => new("disk-full", "The disk is full: nothing of the import is in. Make room, then send the files again.");

    /// <summary>What is said where there is not even room to take back what is stored of it.</summary>
    private static RefusedFileException NoRoomYet() => new(
        "disk-full-yet", "The disk is full. Nothing of the import counts, and what is stored of it is taken back as soon as there is room: make room, then send the files again.");

    /// <summary>Tells what files would do: one preview for each table in them. Where one is refused, each of the others tells what it would do without that one.</summary>
    public async Task<IReadOnlyList<ImportPreview>> PreviewAsync(IReadOnlyList<ImportFile> files, ImportOptions options, CancellationToken cancellationToken)
    {
        var dry = options with { IsDryRun = true };
        var read = await LookAsync(files, dry, null, cancellationToken);
        var first = new Dictionary<ReadFile, IReadOnlyList<ReadRecord>>();
        var good = (await TakeInAsync([.. read.Where(file => file.Problem is null)], null, dry, null, cancellationToken, first)).Files.ToList();
        var next = 0;
        return [.. read.Select(file => PreviewOf(file, file.Problem is { } problem ? FileResult.Refused(file.File.Name, problem) : good[next++], first.GetValueOrDefault(file) ?? []))];
    }

    /// <summary>The name of a kind as the command line and the JSON write it.</summary>
    public static string NameOf(RecordKind kind) => kind.ToString().ToLowerInvariant();

    private const string OtherFile = "other-file";

    private static ImportPreview PreviewOf(ReadFile file, FileResult result, IReadOnlyList<ReadRecord> first)
    {
        if (file.Understood is { } understood)
        {
            return new(result with { Kind = understood.Mapping.Kind }, ColumnsOf(understood.Table, understood.Mapping), understood.Mapping.Doubts, [], []);
        }

        if (result.Problem is not null || file.Stream is not { } stream)
        {
            return new(result, [], [], [], []);
        }

        var (headers, rows) = RecordText.Of([.. first.Take(PreviewRows).Select(read => read.Record)]);
        return new(result, ColumnsOf(stream.Table, stream.Mapping), stream.Mapping.Doubts, headers, rows)
        {
            Found = stream.Found,
        };
    }

    private static List<PreviewColumn> ColumnsOf(Table table, Mapping.ColumnMapping mapping)
    {
        var fields = mapping.Columns.ToDictionary(pair => pair.Value, pair => pair.Key);
        return [.. table.Headers.Select((header, i) => PreviewColumn.Of(header, fields.GetValueOrDefault(i), table.Profile.Columns[i].First))];
    }

    private async Task<IReadOnlyList<ReadFile>> LookAsync(
        IReadOnlyList<ImportFile> files, ImportOptions options, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var settings = await SettingsAsync(options, cancellationToken);
        try
        {
            return new FileSet(options, settings, presets.Allowed(options.Preset)).Read(files, name => progress?.Report(new(ImportPhase.Looking, name, 0, 0)));
        }
        catch (RefusedFileException refused)
        {
            var problem = new RefusedFile(refused.Code, refused.Message) { Arguments = refused.Arguments };
            return [.. files.Select(file => new ReadFile(file, 0) { Problem = problem })];
        }
    }

    private async Task<ImportResult> TakeInAsync(
        IReadOnlyList<ReadFile> files, int? job, ImportOptions options, IProgress<ImportProgress>? progress, CancellationToken cancellationToken,
        Dictionary<ReadFile, IReadOnlyList<ReadRecord>>? first = null)
    {
        if (files.Any(file => file.Problem is not null))
        {
            return new([.. files.Select(file => FileResult.Refused(file.File.Name, file.Problem
                ?? new(OtherFile, "Another file of this import was refused, so this one was not taken in either.")))]);
        }

        var taking = new FileTaking(context, store, jobs, time, options, job, files, progress) { First = first };
        return new(await taking.RunAsync(cancellationToken));
    }

    private async Task<ReadSettings> SettingsAsync(ImportOptions options, CancellationToken cancellationToken)
    {
        var company = await Company.ReadAsync(context, cancellationToken);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(company.TimeZone);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone).DateTime);
        var programmes = await context.Programmes.AsNoTracking().OrderBy(programme => programme.Name).Select(programme => programme.Name).Take(2).ToListAsync(cancellationToken);
        return new(Csv, company.Currency, zone, today, programmes.Count == 1 ? programmes[0] : null, options.Map ?? new Mapping.MapFile())
        {
            Names = options.Names ?? await Mapping.NameBook.LoadAsync(context, cancellationToken),
            Saved = options.IgnoresSaved ? new() : await context.SavedMappings.AsNoTracking().ToDictionaryAsync(saved => saved.Shape, cancellationToken),
        };
    }

    // Where not even this can be stored, whoever starts next finds an import whose process is gone, and undoes it.
    private async Task<bool> FailAsync(int job, Exception problem)
    {
        try
        {
            await jobs.FailAsync(job, problem is RefusedFileException ? problem.Message : $"It broke off: {problem.GetBaseException().Message}", CancellationToken.None);
            return true;
        }
        catch (Exception again) when (again is DbException or DbUpdateException)
        {
            jobs.Abandon(job);
            return false;
        }
    }
}
