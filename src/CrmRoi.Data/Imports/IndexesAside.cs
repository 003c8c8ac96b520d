using CrmRoi.Metrics.Records;
using Microsoft.EntityFrameworkCore;

namespace CrmRoi.Data;

/// <summary>The indexes that an import has set aside of tables into which it brings very many, and the records that wait for them.</summary>
/// <param name="context">Where the tables are.</param>
/// <param name="expected">How many records are to come; none where they are few.</param>
internal sealed class IndexesAside(CrmRoiContext context, long expected)
{
    private readonly RowWriter writer = RowWriter.Of(context);
    private readonly HashSet<Type> considered = [];
    private readonly List<Func<CancellationToken, Task>> restoring = [];
    private readonly Dictionary<Type, WaitingRecords> waiting = [];

    /// <summary>Whether any record waits.</summary>
    public bool IsWaiting => waiting.Values.Any(records => records.Count > 0);

    /// <summary>Where records of a kind wait whose table has no keys; nothing where it has.</summary>
    public WaitingRecords<TRecord>? WaitingOf<TRecord>()
        where TRecord : Record => waiting.GetValueOrDefault(typeof(TRecord)) is WaitingRecords<TRecord> { IsSettled: false } records ? records : null;

    /// <summary>Sets the indexes of a table aside, once, unless much more is there than comes, or forms write it too.</summary>
    /// <param name="write">Takes in records of a source that waited, now that there are keys.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task ConsiderAsync<TRecord>(Func<string, List<TRecord>, CancellationToken, Task<UpsertCounts>> write, CancellationToken cancellationToken)
        where TRecord : Record
    {
        if (expected == 0 || !considered.Add(typeof(TRecord))
            || !RowShape.Of<TRecord>(context).IsComplete || await context.Set<TRecord>().LongCountAsync(cancellationToken) > expected * KnownSources.Most)
        {
            return;
        }

        restoring.Add(token => writer.RestoreIndexesAsync<TRecord>(context, token));
        if (await writer.SetIndexesAsideAsync<TRecord>(context, cancellationToken))
        {
            waiting[typeof(TRecord)] = new WaitingRecords<TRecord>(token => writer.RestoreKeysAsync<TRecord>(context, token), write);
        }
    }

    /// <summary>Takes in what waits.</summary>
    public async Task<UpsertCounts> SettleAsync(CancellationToken cancellationToken)
    {
        var kinds = new Dictionary<Type, UpsertCounts>();
        foreach (var (kind, records) in waiting.Where(kind => kind.Value.Count > 0))
        {
            kinds[kind] = await records.SettleAsync(cancellationToken);
        }

        return UpsertCounts.Sum(kinds);
    }

    /// <summary>Makes the indexes.</summary>
    /// <exception cref="InvalidOperationException">Records wait to be settled.</exception>
    public async Task RestoreAsync(CancellationToken cancellationToken)
    {
        if (IsWaiting)
        {
            throw new InvalidOperationException("Records wait to be settled before there are indexes.");
        }

        foreach (var restore in restoring)
        {
            await restore(cancellationToken);
        }

        restoring.Clear();
        waiting.Clear();
    }
}
