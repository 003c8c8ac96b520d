using CrmRoi.Metrics.Records;

namespace CrmRoi.Data;

/// <summary>Records of which nothing tells yet whether they are there already: their table has no keys while very many rows go in, and their ids may have been met.</summary>
internal abstract class WaitingRecords
{
    /// <summary>How many they are.</summary>
    public abstract int Count { get; }

    /// <summary>Makes the keys of their table, and takes them in.</summary>
    public abstract Task<UpsertCounts> SettleAsync(CancellationToken cancellationToken);
}

/// <summary>Those of one kind.</summary>
/// <param name="makeKeys">Makes the keys of their table.</param>
/// <param name="write">Takes records of a source in.</param>
internal sealed class WaitingRecords<TRecord>(Func<CancellationToken, Task> makeKeys, Func<string, List<TRecord>, CancellationToken, Task<UpsertCounts>> write) : WaitingRecords
    where TRecord : Record
{
    // A file that says nearly everything twice is better taken in with keys.
    private const int Most = 10_000;

    private readonly List<(string Source, List<TRecord> Records)> batches = [];

    public override int Count => batches.Sum(batch => batch.Records.Count);

    /// <summary>Whether they are too many to wait any longer.</summary>
    public bool IsFull => Count > Most;

    /// <summary>Whether the table has its keys.</summary>
    public bool IsSettled { get; private set; }

    /// <summary>Lets more of them wait, of which no two have the same id.</summary>
    public void Add(string source, List<TRecord> records)
    {
        if (records.Count > 0)
        {
            batches.Add((source, records));
        }
    }

    // Each batch after the one before it: the last record of an id counts.
    public override async Task<UpsertCounts> SettleAsync(CancellationToken cancellationToken)
    {
        await makeKeys(cancellationToken);
        IsSettled = true;
        var counts = UpsertCounts.None;
        foreach (var (source, records) in batches)
        {
            counts += await write(source, records, cancellationToken);
        }

        batches.Clear();
        return counts;
    }
}
