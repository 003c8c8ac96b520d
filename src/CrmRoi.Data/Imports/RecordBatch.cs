using CrmRoi.Metrics;
using CrmRoi.Metrics.Records;

namespace CrmRoi.Data;

/// <summary>Records that go in together: all or none.</summary>
/// <remarks>A record that is in it twice is taken twice, in order: the last one stays.</remarks>
public sealed record RecordBatch
{
    public IReadOnlyList<Product> Products { get; init; } = [];

    public IReadOnlyList<Person> People { get; init; } = [];

    public IReadOnlyList<Customer> Customers { get; init; } = [];

    public IReadOnlyList<Campaign> Campaigns { get; init; } = [];

    public IReadOnlyList<Lead> Leads { get; init; } = [];

    public IReadOnlyList<Deal> Deals { get; init; } = [];

    public IReadOnlyList<StageChange> StageChanges { get; init; } = [];

    public IReadOnlyList<Activity> Activities { get; init; } = [];

    public IReadOnlyList<Order> Orders { get; init; } = [];

    public IReadOnlyList<Touch> Touches { get; init; } = [];

    public IReadOnlyList<Case> Cases { get; init; } = [];

    public IReadOnlyList<SurveyAnswer> SurveyAnswers { get; init; } = [];

    public IReadOnlyList<Cost> Costs { get; init; } = [];

    public IReadOnlyList<Saving> Savings { get; init; } = [];
}

/// <summary>What became of the records of a batch.</summary>
/// <param name="New">Were not there before.</param>
/// <param name="Changed">Were there, and differed.</param>
/// <param name="Same">Were there already, as they are.</param>
public sealed record UpsertCounts(int New, int Changed, int Same)
{
    /// <summary>Nothing.</summary>
    public static UpsertCounts None { get; } = new(0, 0, 0);

    /// <summary>The same for each kind of record that the batch had any of, such as <c>typeof(Deal)</c>.</summary>
    public IReadOnlyDictionary<Type, UpsertCounts> ByKind { get; init; } = new Dictionary<Type, UpsertCounts>();

    /// <summary>Ids that an earlier batch of the same import held already: the last one counts, and none of them is counted again.</summary>
    public IReadOnlyList<string> Repeated { get; init; } = [];

    /// <summary>Ids whose records are in none of the counts yet: whether they are there already is only known once <see cref="RecordImport.SettleAsync"/> was called.</summary>
    public IReadOnlyList<string> Waiting { get; init; } = [];

    /// <summary>The counts of one kind of record.</summary>
    public UpsertCounts Of<TRecord>()
        where TRecord : Record => ByKind.GetValueOrDefault(typeof(TRecord), None);

    /// <summary>What became of two batches.</summary>
    public static UpsertCounts operator +(UpsertCounts left, UpsertCounts right) => new(left.New + right.New, left.Changed + right.Changed, left.Same + right.Same)
    {
        ByKind = left.ByKind.Keys.Union(right.ByKind.Keys).ToDictionary(kind => kind, kind => left.ByKind.GetValueOrDefault(kind, None) + right.ByKind.GetValueOrDefault(kind, None)),
        Repeated = left.Repeated.Count == 0 ? right.Repeated : [.. left.Repeated, .. right.Repeated],
        Waiting = left.Waiting.Count == 0 ? right.Waiting : [.. left.Waiting, .. right.Waiting],
    };

    internal static UpsertCounts Sum(IReadOnlyDictionary<Type, UpsertCounts> kinds) => new(
        kinds.Values.Sum(counts => counts.New), kinds.Values.Sum(counts => counts.Changed), kinds.Values.Sum(counts => counts.Same))
    {
        ByKind = kinds,
    };
}
