using System.Security.Cryptography;
using CrmRoi.Data;
using CrmRoi.Import.Presets;
using CrmRoi.Import.Reading;
using CrmRoi.Metrics.Records;
using Microsoft.EntityFrameworkCore;

namespace CrmRoi.Import;

/// <summary>Takes files in: all of them, or none if one is not what it says.</summary>
public sealed class Importer(CrmRoiContext context, RecordStore store, TimeProvider time, PresetCatalogue presets)
{
    private const string Csv = "csv";
    private const int PreviewRows = 20;

    /// <summary>Takes files in, whatever their order; people, products and customers count before what names them.</summary>
    /// <remarks>The result has an entry for each table: a workbook of three sheets has three.</remarks>
    public async Task<ImportResult> ImportAsync(
        IReadOnlyList<ImportFile> files, ImportOptions options, IProgress<string>? progress, CancellationToken cancellationToken) =>
        await TakeInAsync(await ReadAsync(files, options, progress, cancellationToken), options, progress, cancellationToken);

    /// <summary>Tells what files would do: one preview for each table in them. Where one is refused, each of the others tells what it would do without that one.</summary>
    public async Task<IReadOnlyList<ImportPreview>> PreviewAsync(IReadOnlyList<ImportFile> files, ImportOptions options, CancellationToken cancellationToken)
    {
        var dry = options with { IsDryRun = true };
        var read = await ReadAsync(files, dry, null, cancellationToken);
        var good = (await TakeInAsync([.. read.Where(file => file.Problem is null)], dry, null, cancellationToken)).Files.ToList();
        var next = 0;
        return [.. read.Select(file => PreviewOf(file, file.Problem is { } problem ? FileResult.Refused(file.File.Name, problem) : good[next++]))];
    }

    private static ImportPreview PreviewOf(ReadFile file, FileResult result)
    {
        if (result.Problem is not null || file.Reading is not { } reading)
        {
            return new(result, [], [], [], []);
        }

        var fields = reading.Mapping.Columns.ToDictionary(pair => pair.Value, pair => pair.Key);
        var columns = reading.Table.Headers.Select((header, i) => new PreviewColumn(
            header, fields.GetValueOrDefault(i), reading.Table.Rows.Select(row => row[i]).FirstOrDefault(cell => cell is not null)));
        var (headers, rows) = RecordText.Of([.. reading.Records.Take(PreviewRows).Select(read => read.Record)]);
        return new(result, [.. columns], reading.Mapping.Doubts, headers, rows);
    }

    private async Task<IReadOnlyList<ReadFile>> ReadAsync(
        IReadOnlyList<ImportFile> files, ImportOptions options, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        var settings = await SettingsAsync(options, cancellationToken);
        try
        {
            return new FileSet(options, settings, presets.Allowed(options.Preset)).Read(files, progress);
        }
        catch (RefusedFileException refused)
        {
            var problem = new RefusedFile(refused.Code, refused.Message) { Arguments = refused.Arguments };
            return [.. files.Select(file => new ReadFile(file, 0) { Problem = problem })];
        }
    }

    private async Task<ImportResult> TakeInAsync(
        IReadOnlyList<ReadFile> files, ImportOptions options, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        if (files.Any(file => file.Problem is not null))
        {
            return new([.. files.Select(file => FileResult.Refused(file.File.Name, file.Problem
                ?? new("other-file", "Another file of this import was refused, so this one was not taken in either.")))]);
        }

        var readings = files.Where(file => file.Reading is not null).ToDictionary(file => file.File, file => file.Reading!);
        var warnings = await WarningsAsync(readings.Values, cancellationToken);
        var runs = options.IsDryRun ? [] : await StartAsync(readings, options, cancellationToken);
        Dictionary<ImportFile, UpsertCounts> counts;
        try
        {
            counts = await StoreAsync(readings, runs, options.IsDryRun, progress, cancellationToken);
        }
        catch
        {
            await FailAsync(runs.Values);
            throw;
        }

        return new([.. files.Select(file => file.Reading is not { } reading
            ? new FileResult(file.File.Name, null, file.Rows, 0, 0, 0, [], [], null) { SetAside = file.SetAside }
            : ResultOf(file.File, reading, counts[file.File], warnings[reading]) with { RunId = runs.TryGetValue(file.File, out var run) ? run.Id : null })]);
    }

    private async Task<ReadSettings> SettingsAsync(ImportOptions options, CancellationToken cancellationToken)
    {
        var company = await context.Company.AsNoTracking().SingleOrDefaultAsync(cancellationToken) ?? Company.NotSetUp();
        var zone = TimeZoneInfo.FindSystemTimeZoneById(company.TimeZone);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone).DateTime);
        var programmes = await context.Programmes.AsNoTracking().OrderBy(programme => programme.Name).Select(programme => programme.Name).Take(2).ToListAsync(cancellationToken);
        return new(Csv, company.Currency, zone, today, programmes.Count == 1 ? programmes[0] : null, options.Map ?? new Mapping.MapFile())
        {
            Names = options.Names ?? await Mapping.NameBook.LoadAsync(context, cancellationToken),
        };
    }

    private async Task<Dictionary<FileReading, IReadOnlyList<ImportWarning>>> WarningsAsync(
        IReadOnlyCollection<FileReading> readings, CancellationToken cancellationToken)
    {
        var records = readings.SelectMany(reading => reading.Records.Select(read => read.Record)).ToList();
        var products = await context.Products.Select(product => product.Name).Distinct().ToListAsync(cancellationToken);
        var people = await context.People.Select(person => person.Name).Distinct().ToListAsync(cancellationToken);
        var reps = await context.Deals.Where(deal => deal.Rep != null).Select(deal => deal.Rep!).Distinct().ToListAsync(cancellationToken);
        var known = new KnownNames(
            Names(products.Concat(records.OfType<Product>().Select(product => product.Name))),
            Names(people.Concat(records.OfType<Person>().Select(person => person.Name))),
            Names(reps.Concat(records.OfType<Deal>().Select(deal => deal.Rep).OfType<string>())));
        return readings.ToDictionary(reading => reading, reading => (IReadOnlyList<ImportWarning>)[.. reading.Warnings, .. CrossChecks.Of(reading, known)]);
    }

    private static HashSet<string> Names(IEnumerable<string> names) => new(names.Select(name => name.Trim()), StringComparer.OrdinalIgnoreCase);

    // Written before the records are: whoever looks sees an import that goes on, or one that was killed.
    private async Task<Dictionary<ImportFile, ImportRun>> StartAsync(
        Dictionary<ImportFile, FileReading> readings, ImportOptions options, CancellationToken cancellationToken)
    {
        var runs = readings.ToDictionary(pair => pair.Key, pair => new ImportRun
        {
            StartedAt = time.GetUtcNow(),
            User = options.User,
            FileName = Path.GetFileName(pair.Key.Name),
            Kind = NameOf(pair.Value.Mapping.Kind),
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(pair.Key.Content)),
            Read = pair.Value.Table.Rows.Count,
            Refused = pair.Value.Refusals.Count,
            State = ImportState.Running,
        });
        context.Imports.AddRange(runs.Values);
        await context.SaveChangesAsync(cancellationToken);
        return runs;
    }

    private async Task<Dictionary<ImportFile, UpsertCounts>> StoreAsync(
        Dictionary<ImportFile, FileReading> readings, Dictionary<ImportFile, ImportRun> runs, bool isDryRun, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        await using var transaction = isDryRun ? null : await context.Database.BeginTransactionAsync(cancellationToken);
        var counts = new Dictionary<ImportFile, UpsertCounts>();

        // All files together, so that figures are rebuilt once; two files of one kind one after the other, so that each has its counts.
        foreach (var wave in readings.GroupBy(pair => pair.Value.Mapping.Kind).SelectMany(kind => kind.Index()).GroupBy(file => file.Index, file => file.Item))
        {
            progress?.Report($"Storing {string.Join(", ", wave.Select(file => file.Key.Name))}");
            var stored = await store.UpsertAsync(BatchOf(wave.SelectMany(file => file.Value.Records.Select(read => read.Record).Concat(file.Value.Stages)).ToList()), isDryRun, cancellationToken);
            foreach (var (file, reading) in wave)
            {
                counts[file] = CountsOf(stored, reading.Mapping.Kind);
            }
        }

        foreach (var (file, run) in runs)
        {
            Finish(run, readings[file], counts[file]);
        }

        await context.SaveChangesAsync(cancellationToken);
        if (transaction is not null)
        {
            await transaction.CommitAsync(cancellationToken);
        }

        return counts;
    }

    private void Finish(ImportRun run, FileReading reading, UpsertCounts counts)
    {
        (run.New, run.Changed, run.Same) = (counts.New, counts.Changed, counts.Same);
        (run.State, run.FinishedAt) = (ImportState.Done, time.GetUtcNow());
        var rows = reading.Table.Rows.ToDictionary(row => row.Line);
        context.RefusedRows.AddRange(reading.Refusals.Select(refusal => new RefusedRow
        {
            ImportRunId = run.Id,
            Line = refusal.Line,
            Column = Cut(refusal.Column, Limits.Name),
            Value = Cut(refusal.Value, RefusedRow.LongestValue),
            Reason = refusal.Reason,
            RawLine = RefusedRowsFile.RawLine(reading.Table, rows[refusal.Line]),
        }));
    }

    private async Task FailAsync(IReadOnlyCollection<ImportRun> runs)
    {
        var ids = runs.Select(run => run.Id).ToList();
        await context.Imports.Where(run => ids.Contains(run.Id)).ExecuteUpdateAsync(
            set => set.SetProperty(run => run.State, ImportState.Failed).SetProperty(run => run.FinishedAt, time.GetUtcNow()), CancellationToken.None);
    }

    private static FileResult ResultOf(ImportFile file, FileReading reading, UpsertCounts counts, IReadOnlyList<ImportWarning> warnings) => new(
        file.Name, reading.Mapping.Kind, reading.Table.Rows.Count, counts.New, counts.Changed, counts.Same, reading.Refusals, warnings, null)
    {
        Preset = reading.Mapping.PresetName,
    };

    private static RecordBatch BatchOf(IReadOnlyList<Record> records) => new()
    {
        Products = [.. records.OfType<Product>()],
        People = [.. records.OfType<Person>()],
        Customers = [.. records.OfType<Customer>()],
        Campaigns = [.. records.OfType<Campaign>()],
        Leads = [.. records.OfType<Lead>()],
        Deals = [.. records.OfType<Deal>()],
        StageChanges = [.. records.OfType<StageChange>()],
        Activities = [.. records.OfType<Activity>()],
        Orders = [.. records.OfType<Order>()],
        Touches = [.. records.OfType<Touch>()],
        Cases = [.. records.OfType<Case>()],
        SurveyAnswers = [.. records.OfType<SurveyAnswer>()],
        Costs = [.. records.OfType<Cost>()],
    };

    private static UpsertCounts CountsOf(UpsertCounts counts, RecordKind kind) => kind switch
    {
        RecordKind.Products => counts.Of<Product>(),
        RecordKind.People => counts.Of<Person>(),
        RecordKind.Customers => counts.Of<Customer>(),
        RecordKind.Campaigns => counts.Of<Campaign>(),
        RecordKind.Leads => counts.Of<Lead>(),
        RecordKind.Deals => counts.Of<Deal>(),
        RecordKind.Activities => counts.Of<Activity>(),
        RecordKind.Orders => counts.Of<Order>(),
        RecordKind.Touches => counts.Of<Touch>(),
        RecordKind.Cases => counts.Of<Case>(),
        RecordKind.Surveys => counts.Of<SurveyAnswer>(),
        RecordKind.Costs => counts.Of<Cost>(),
        RecordKind.StageChanges => counts.Of<StageChange>(),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of record."),
    };

    /// <summary>The name of a kind as the command line and the JSON write it.</summary>
    public static string NameOf(RecordKind kind) => kind.ToString().ToLowerInvariant();

    private static string Cut(string text, int longest) => text.Length <= longest ? text : text[..longest];
}
