using System.Text.Json;
using System.Text.Json.Serialization;
using CrmRoi.Metrics.Quality;
using CrmRoi.Metrics.Records;
using Microsoft.EntityFrameworkCore;

namespace CrmRoi.Data;

/// <summary>A report on the quality of the records, with the state of the cube's data (<see cref="Figures.CubeVersion"/>) that it tells of.</summary>
public sealed record KeptReport(QualityReport Report, long Version, DateTimeOffset ReckonedAt);

/// <summary>Reckons the report on the quality of the records and keeps it: no page reads records for it.</summary>
public sealed class QualityStore(IDbContextFactory<CrmRoiContext> contexts, FigureStore figures, TimeProvider time)
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Converters = { new MonthAsText(), new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    };

    private volatile KeptReport? last;

    /// <summary>The report that was reckoned last; none before the first. Its version tells whether it is up to date.</summary>
    public async Task<KeptReport?> FindAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var stored = await context.QualityReports.AsNoTracking().Select(row => new { row.Version, row.ReckonedAt }).SingleOrDefaultAsync(cancellationToken);
        if (stored is null || (last is { } known && known.Version == stored.Version && known.ReckonedAt == stored.ReckonedAt))
        {
            return stored is null ? null : last;
        }

        var row = await context.QualityReports.AsNoTracking().SingleAsync(cancellationToken);
        return last = new(JsonSerializer.Deserialize<QualityReport>(row.Content, Options)!, row.Version, row.ReckonedAt);
    }

    /// <summary>Reckons the report anew where the data is another than it tells of.</summary>
    /// <returns>Whether it was reckoned.</returns>
    public async Task<bool> BringUpToDateAsync(CancellationToken cancellationToken)
    {
        var now = await figures.LoadAsync(cancellationToken);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await context.QualityReports.SingleOrDefaultAsync(cancellationToken);
        if (row?.Version == now.CubeVersion)
        {
            return false;
        }

        var report = await ReckonAsync(context, now.Cube.AsOf, cancellationToken);
        if (await DataVersion.ReadOfCubeAsync(context, cancellationToken) != now.CubeVersion)
        {
            return false; // an import ended meanwhile: half of it would be in
        }

        row ??= context.Add(new QualityReportRow { Content = "" }).Entity;
        (row.Version, row.ReckonedAt, row.Content) = (now.CubeVersion, time.GetUtcNow(), JsonSerializer.Serialize(report, Options));
        await context.SaveChangesAsync(cancellationToken);
        return true;
    }

    // Twice over deals and leads, once over the rest, some records at a time.
    private static async Task<QualityReport> ReckonAsync(CrmRoiContext context, DateOnly asOf, CancellationToken cancellationToken)
    {
        var survey = new DealSurvey();
        await ForEachAsync(context, context.Deals, survey.Add, cancellationToken);
        await ForEachAsync(context, context.Leads, survey.Add, cancellationToken);
        var count = new QualityCount(survey.Result(), asOf);
        await ForEachAsync(context, context.Deals, count.Add, cancellationToken);
        await ForEachAsync(context, context.Leads, count.Add, cancellationToken);
        await ForEachAsync(context, context.Activities, count.Add, cancellationToken);
        await ForEachAsync(context, context.Customers, count.Add, cancellationToken);
        await ForEachAsync(context, context.Orders, count.Add, cancellationToken);
        await ForEachAsync(context, context.Cases, count.Add, cancellationToken);
        await ForEachAsync(context, context.SurveyAnswers, count.Add, cancellationToken);
        return count.Report();
    }

    private static async Task ForEachAsync<TRecord>(CrmRoiContext context, IQueryable<TRecord> records, Action<TRecord> add, CancellationToken cancellationToken)
        where TRecord : Record
    {
        var inOrder = records.OrderBy(record => EF.Property<long>(record, Shadow.Key));
        await foreach (var part in RowWriter.Of(context).ReadPartsAsync(context, inOrder, RecordReader.PartSize, cancellationToken))
        {
            foreach (var record in part)
            {
                add(record);
            }
        }
    }
}
