using System.Text.Json;
using CrmRoi.Metrics.Records;
using Microsoft.EntityFrameworkCore;

namespace CrmRoi.Data;

/// <summary>Keeps what an import replaces and deletes; nothing where nothing is to be undone.</summary>
internal sealed class ImportHistory(CrmRoiContext context, int? importJob)
{
    /// <summary>Keeps records as they were.</summary>
    public Task KeepAsync<TRecord>(IReadOnlyList<(TRecord Record, int? WrittenBy)> before, bool isDeletion, CancellationToken cancellationToken)
        where TRecord : Record => importJob is not { } job
        ? Task.CompletedTask
        : RowWriter.Of(context).InsertAsync(context, before.Select(row => new ImportChange
        {
            ImportJobId = job,
            Kind = typeof(TRecord).Name,
            Source = row.Record.Source,
            RecordId = row.Record.Id,
            Before = JsonSerializer.Serialize(row.Record),
            WrittenBy = row.WrittenBy,
            IsDeletion = isDeletion,
        }), cancellationToken);

    /// <summary>A record as it was before the import; none where it was not there.</summary>
    public async Task<(long Id, TRecord Record, int? WrittenBy)?> FindAsync<TRecord>(string source, string id, CancellationToken cancellationToken)
        where TRecord : Record
    {
        var kind = typeof(TRecord).Name;
        var found = await context.ImportChanges.AsNoTracking()
            .FirstOrDefaultAsync(change => change.ImportJobId == importJob && change.Kind == kind && change.RecordId == id && change.Source == source, cancellationToken);
        return found is null ? null : (found.Id, JsonSerializer.Deserialize<TRecord>(found.Before)!, found.WrittenBy);
    }

    /// <summary>The record is again as it was.</summary>
    public Task DropAsync(long id, CancellationToken cancellationToken) => context.ImportChanges.Where(change => change.Id == id).ExecuteDeleteAsync(cancellationToken);
}
