using CrmRoi.Metrics.Records;
using Microsoft.EntityFrameworkCore;

namespace CrmRoi.Data;

/// <summary>What an import knows of the ids that each source had before.</summary>
/// <param name="context">Where they are stored.</param>
/// <param name="expected">How many records are to come; none where they are few.</param>
internal sealed class KnownSources(CrmRoiContext context, long expected)
{
    /// <summary>How many times as many as come a table may hold for its ids to be learnt, and its indexes to be set aside.</summary>
    public const int Most = 3;

    // Where so many times as many come as are there, the ids are learnt before the first of them.
    private const int Outnumbered = 10;

    // Of what is to come such a part has to be new, one after the other, before the ids of others are: what a month adds to a file of years is less.
    private const int Proof = 10;

    private readonly Dictionary<(Type Kind, string Source), SeenRecords> sources = [];

    /// <summary>What was met of a source. Its ids are learnt where that is cheaper than asking for each: they are few, or most of what came were new.</summary>
    public async Task<SeenRecords> OfAsync<TRecord>(string source, CancellationToken cancellationToken)
        where TRecord : Record
    {
        var ids = context.Set<TRecord>().Where(record => record.Source == source).Select(record => record.Id);
        if (!sources.TryGetValue((typeof(TRecord), source), out var met))
        {
            sources[(typeof(TRecord), source)] = met = new SeenRecords();
            if (expected == 0 ? !await ids.AnyAsync(cancellationToken) : await ids.LongCountAsync(cancellationToken) <= expected / Outnumbered)
            {
                await met.LearnAsync(ids, cancellationToken);
            }
        }
        else if (expected > 0 && !met.KnowsAll && met.WereNew(expected / Proof) && await ids.LongCountAsync(cancellationToken) <= expected * Most)
        {
            await met.LearnAsync(ids, cancellationToken);
        }

        return met;
    }
}
