using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics;

/// <summary>How the waits that a <see cref="CohortMetric"/> reads are chosen by a window.</summary>
public enum CohortChoice
{
    /// <summary>Those that began in the window.</summary>
    Begun,

    /// <summary>Those that began in the window's months that everything had <see cref="CohortMetric.FollowUp"/> to end in.</summary>
    BegunAndMatured,

    /// <summary>Those that ended in the window.</summary>
    Ended,

    /// <summary>Those that were going on at the end of the window's last day, whenever they began.</summary>
    OpenAtEnd,
}

/// <summary>A metric of waits: how long, and how many come to the end.</summary>
public sealed record CohortMetric : Metric
{
    private readonly int maturity;

    /// <summary>Which wait.</summary>
    public required Clock Clock { get; init; }

    /// <summary>Which waits of a window.</summary>
    public required CohortChoice Choice { get; init; }

    /// <summary>How long each is followed, in days; 0 for as long as there are records.</summary>
    public int FollowUp { get; init; }

    /// <summary>
    /// How many days everything that is compared has had to end in, so that a young side is not set against an old one; 0 for no such need.
    /// </summary>
    public int Maturity
    {
        get => Math.Max(maturity, FollowUp);
        init => maturity = value;
    }

    /// <summary>How its interval is reckoned.</summary>
    public Inference Inference { get; init; }

    /// <summary>The answer: value, and how many waits it rests on.</summary>
    public required Func<CohortSnapshot, Reading> Answer { get; init; }

    /// <summary>Whether the value of the waits is summed instead of read by <see cref="Answer"/>.</summary>
    public bool IsValue { get; init; }

    /// <summary>Answers from the groups as they are stored instead, where what each wait is worth is asked and not how long it takes.</summary>
    public Func<IEnumerable<CohortGroup>, Reading>? OfGroups { get; init; }

    /// <summary>Answers the question.</summary>
    /// <param name="chosen">The waits that <see cref="Choice"/> takes.</param>
    /// <param name="asOf">The last day that they tell of.</param>
    /// <remarks>A level counts waits without a known start too; every other answer needs their age.</remarks>
    public Reading Read(IEnumerable<CohortGroup> chosen, DateOnly asOf) => this switch
    {
        { OfGroups: { } answer } => answer(chosen),
        { IsValue: true } => ValueOf(chosen),
        { Choice: CohortChoice.OpenAtEnd } => Level(chosen.Sum(group => group.Count)),
        _ => Answer(CohortSnapshot.Of(chosen, asOf)),
    };

    private static Reading Level(decimal value) => new(value, value, null);

    // Waits of which none says what it is worth are not worth nothing.
    private static Reading ValueOf(IEnumerable<CohortGroup> chosen)
    {
        var (count, value) = chosen.Aggregate((Count: 0L, Value: 0m), (sum, group) => (sum.Count + group.Count, sum.Value + group.Value));
        return value == 0 && count > 0 ? Reading.Undefined : Level(value);
    }

    /// <inheritdoc/>
    public override Dimensions Dimensions => Clock switch
    {
        Clock.LeadToDeal or Clock.LeadToContact => Dimensions.All & ~Dimensions.Product,
        Clock.CaseToClose => Dimensions.People | Dimensions.Channel | Dimensions.Product,
        _ => Dimensions.All,
    };
}
