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

    /// <summary>The months whose figures were made anew, in order.</summary>
    public IReadOnlyList<Month> Months { get; init; } = [];

    /// <summary>The counts of one kind of record.</summary>
    public UpsertCounts Of<TRecord>()
        where TRecord : Record => ByKind.GetValueOrDefault(typeof(TRecord), None);

    internal static UpsertCounts Sum(IReadOnlyDictionary<Type, UpsertCounts> kinds) => new(
        kinds.Values.Sum(counts => counts.New), kinds.Values.Sum(counts => counts.Changed), kinds.Values.Sum(counts => counts.Same))
    {
        ByKind = kinds,
    };
}
