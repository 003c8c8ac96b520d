using CrmRoi.Data;
using CrmRoi.Import.Reading;
using Microsoft.EntityFrameworkCore;

namespace CrmRoi.Import;

/// <summary>Takes files in that were looked at: part after part, each there whole or not at all, and the figures when all are there.</summary>
internal sealed class FileTaking(
    CrmRoiContext context, RecordStore store, ImportJobs jobs, TimeProvider time, ImportOptions options, int? job, IReadOnlyList<ReadFile> files, IProgress<ImportProgress>? progress)
{
    /// <summary>Files that have no more rows than this in all go in at once.</summary>
    internal const int MostAtOnce = 50_000;

    /// <summary>How many rows go in at a time: few enough that most are gone before memory is tidied, enough that a transaction costs little.</summary>
    internal const int PartRows = 2_500;

    // So many refusals are told by themselves; all are in the file of refused rows.
    private const int RefusalsHeld = 10_000;

    private readonly List<TakenFile> all = [.. files.Where(file => file.Stream is not null).Select(file => new TakenFile(file, file.Stream!))];
    private readonly long rowsTotal = RowsOf(files);
    private readonly RecordImport import = store.Begin(job, job is null, RowsOf(files) > MostAtOnce ? RowsOf(files) : 0);
    private long rowsRead;

    /// <summary>Where the first records of each file are kept for a preview; nowhere where nobody wants one.</summary>
    public Dictionary<ReadFile, IReadOnlyList<ReadRecord>>? First { get; init; }

    public async Task<IReadOnlyList<FileResult>> RunAsync(CancellationToken cancellationToken)
    {
        var known = await KnownNames.LoadAsync(context, cancellationToken);
        await RunsAsync(cancellationToken);

        // What fits into one transaction is in one: it is never seen half.
        await using var whole = job is not null && rowsTotal <= MostAtOnce ? await context.Database.BeginTransactionAsync(cancellationToken) : null;
        foreach (var file in all)
        {
            await TakeAsync(file, cancellationToken);
        }

        if (options.IsFullLoad)
        {
            await DeleteOthersAsync(cancellationToken);
        }

        await import.IndexAsync(cancellationToken);
        var warnings = WarningsOf(known);
        await ReportAsync(ImportPhase.Counting, null, cancellationToken);
        var taken = all.ToDictionary(file => file.File);
        List<FileResult> results = [.. files.Select(file => taken.TryGetValue(file, out var of) ? ResultOf(of, warnings[of])
            : new FileResult(file.File.Name, null, file.Rows, 0, 0, 0, [], [], null) { SetAside = file.SetAside })];
        await import.FinishAsync(job is null ? null : () => FinishAsync(results, cancellationToken), cancellationToken);
        if (whole is not null)
        {
            await whole.CommitAsync(cancellationToken);
        }

        return results;
    }

    // The next part is read while this one is written: two processors are busy, and no more than two parts are held.
    private async Task TakeAsync(TakenFile file, CancellationToken cancellationToken)
    {
        using var parts = file.Stream.Parts(PartRows).GetEnumerator();
        var next = NextAsync(file, parts);
        while (await next is { } part)
        {
            next = NextAsync(file, parts);
            List<ReadRecord> again;
            try
            {
                again = await WriteAsync(file, part, cancellationToken);
            }
            catch
            {
                await Task.WhenAny(next); // the file is closed when nobody reads it any more
                throw;
            }

            await next;
            again.ForEach(file.Stream.Repeated);
        }

        file.Count(KindRecords.CountsOf(await import.SettleAsync(cancellationToken), file.Kind), []).ForEach(file.Stream.Repeated);
    }

    private static Task<RecordPart?> NextAsync(TakenFile file, IEnumerator<RecordPart> parts) => Task.Run(() =>
    {
        if (!parts.MoveNext())
        {
            return null;
        }

        parts.Current.Records.ForEach(file.Checks.Add);
        return parts.Current;
    });

    /// <returns>The records whose ids an earlier part had.</returns>
    private async Task<List<ReadRecord>> WriteAsync(TakenFile file, RecordPart part, CancellationToken cancellationToken)
    {
        First?.TryAdd(file.File, part.Records);
        var batch = KindRecords.BatchOf(file.Kind, part.Records.Select(read => read.Record), part.Stages);
        rowsRead += part.Rows;
        var report = new ImportProgress(ImportPhase.Storing, file.File.File.Name, rowsRead, rowsTotal);
        var counts = KindRecords.CountsOf(
            await import.WriteAsync(batch, job is { } id ? () => jobs.ReportAsync(id, report, cancellationToken) : null, cancellationToken), file.Kind);
        progress?.Report(report);
        return file.Count(counts, part.Records);
    }

    // Records whose rows are refused would be deleted with those that are gone, so then nothing is.
    private async Task DeleteOthersAsync(CancellationToken cancellationToken)
    {
        foreach (var kind in all.GroupBy(file => (file.Kind, file.Stream.Source)))
        {
            if (kind.All(file => file.Stream.Refusals.Count == 0))
            {
                kind.First().Deleted = await KindRecords.DeleteOthersAsync(import, kind.Key.Kind, kind.Key.Source, cancellationToken);
            }
        }
    }

    private Dictionary<TakenFile, IReadOnlyList<ImportWarning>> WarningsOf(KnownNames stored)
    {
        var known = stored.With(all.ConvertAll(file => file.Checks), all.Where(file => file.Kind == RecordKind.Deals).Select(file => file.Stream.Source));
        return all.ToDictionary(file => file, file => (IReadOnlyList<ImportWarning>)[.. file.Stream.Warnings(), .. file.Checks.Of(known)]);
    }

    private static long RowsOf(IReadOnlyList<ReadFile> files) => files.Where(file => file.Stream is not null).Sum(file => (long)file.Rows);

    // Written before the records are: whoever looks sees an import that goes on, or one that was killed.
    private async Task RunsAsync(CancellationToken cancellationToken)
    {
        if (job is not { } id)
        {
            return;
        }

        foreach (var file in all)
        {
            file.Run = new ImportRun
            {
                ImportJobId = id,
                StartedAt = time.GetUtcNow(),
                User = options.User,
                FileName = Path.GetFileName(file.File.File.Name),
                Kind = Importer.NameOf(file.Kind),
                Preset = file.Stream.Mapping.PresetName,
                Sha256 = file.File.File.Source().Sha256(),
                Read = file.File.Rows,
                State = ImportState.Running,
            };
            context.Imports.Add(file.Run);
        }

        await context.SaveChangesAsync(cancellationToken);
        await ReportAsync(ImportPhase.Storing, null, cancellationToken);
    }

    private async Task ReportAsync(ImportPhase phase, string? file, CancellationToken cancellationToken)
    {
        var report = new ImportProgress(phase, file, rowsRead, rowsTotal);
        progress?.Report(report);
        await (job is { } id ? jobs.ReportAsync(id, report, cancellationToken) : Task.CompletedTask);
    }

    // In the transaction of the figures: an import is done when they are.
    private async Task FinishAsync(IReadOnlyList<FileResult> results, CancellationToken cancellationToken)
    {
        foreach (var file in all)
        {
            var run = file.Run!;
            var (added, changed, same, refused, deleted) = (file.Counts.New, file.Counts.Changed, file.Counts.Same, file.Stream.Refusals.Count, file.Deleted);
            var months = added + changed + deleted > 0 ? import.Months : [];
            await context.Imports.Where(stored => stored.Id == run.Id).ExecuteUpdateAsync(
                set => set.SetProperty(stored => stored.New, added)
                    .SetProperty(stored => stored.Changed, changed)
                    .SetProperty(stored => stored.Same, same)
                    .SetProperty(stored => stored.Refused, refused)
                    .SetProperty(stored => stored.Deleted, deleted)
                    .SetProperty(stored => stored.Months, months),
                cancellationToken);
            await RowWriter.Of(context).InsertAsync(context, RefusedRowsOf(file, run.Id), cancellationToken);
            context.Entry(run).State = EntityState.Detached;
        }

        await jobs.KeepAsync(job!.Value, KeptResult.Write(new(results)), cancellationToken);
        await jobs.FinishAsync(job.Value, cancellationToken);
    }

    // Both are in the order of the lines.
    private static IEnumerable<RefusedRow> RefusedRowsOf(TakenFile file, int run)
    {
        using var refusals = file.Stream.Refusals.GetEnumerator();
        var isThere = refusals.MoveNext();
        var rows = isThere ? file.Stream.Table.Rows : [];
        foreach (var row in rows.Where(row => file.Stream.Refusals.Holds(row.Line)))
        {
            for (; isThere && refusals.Current.Line == row.Line; isThere = refusals.MoveNext())
            {
                yield return new()
                {
                    ImportRunId = run,
                    Line = row.Line,
                    Column = Cut(refusals.Current.Column, Limits.Name),
                    Value = Cut(refusals.Current.Value, RefusedRow.LongestValue),
                    Reason = Cut(refusals.Current.Reason, Limits.Text),
                    RawLine = RefusedRowsFile.RawLine(file.Stream.Table, row),
                };
            }
        }
    }

    private static FileResult ResultOf(TakenFile file, IReadOnlyList<ImportWarning> warnings) => new(
        file.File.File.Name, file.Kind, file.File.Rows, file.Counts.New, file.Counts.Changed, file.Counts.Same,
        [.. file.Stream.Refusals.Take(RefusalsHeld)], warnings, null)
    {
        RefusedRows = file.Stream.Refusals.Count,
        AllRefusals = file.Stream.Refusals,
        Preset = file.Stream.Mapping.PresetName,
        Columns = file.Stream.Headers,
        Reused = file.File.Saved is { } saved ? new(saved.By, saved.FileName, saved.At) : null,
        Deleted = file.Deleted,
        RunId = file.Run?.Id,
        Warned = WarnedRows.Of(file.Stream, warnings),
    };

    private static string Cut(string text, int longest) => text.Length <= longest ? text : text[..longest];
}
