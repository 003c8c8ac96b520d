using CrmRoi.Data;
using CrmRoi.Import.Reading;

namespace CrmRoi.Import;

/// <summary>A file on its way in, and what became of it so far.</summary>
internal sealed class TakenFile(ReadFile file, RecordStream stream)
{
    // Records of which nobody knows yet whether they are there.
    private readonly List<ReadRecord> waiting = [];

    public ReadFile File => file;

    public RecordStream Stream => stream;

    public RecordKind Kind => stream.Mapping.Kind;

    public CrossChecks Checks { get; } = new();

    public UpsertCounts Counts { get; private set; } = UpsertCounts.None;

    public int Deleted { get; set; }

    public ImportRun? Run { get; set; }

    /// <summary>Adds what became of records of its kind.</summary>
    /// <returns>Those whose ids an earlier part had.</returns>
    public List<ReadRecord> Count(UpsertCounts counts, List<ReadRecord> records)
    {
        Counts += counts with { Repeated = [], Waiting = [] };
        var waits = counts.Waiting.ToHashSet(StringComparer.Ordinal);
        waiting.AddRange(waits.Count == 0 ? [] : records.Where(read => waits.Contains(read.Record.Id)));
        if (counts.Repeated.Count == 0)
        {
            return [];
        }

        // The first of several that waited may be the one that the others repeat.
        var times = counts.Repeated.CountBy(id => id, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return
        [
            .. waiting.Concat(records.Where(read => !waits.Contains(read.Record.Id)))
                .Where(read => times.ContainsKey(read.Record.Id))
                .OrderBy(read => read.Line)
                .GroupBy(read => read.Record.Id, StringComparer.Ordinal)
                .SelectMany(group => group.TakeLast(times[group.Key])),
        ];
    }
}
