namespace CrmRoi.Metrics.Records;

/// <summary>What a part of the CRM's cost is for.</summary>
public enum CostKind
{
    /// <summary>Licences or subscriptions.</summary>
    Licences,

    /// <summary>Setting it up.</summary>
    SetUp,

    /// <summary>Making it fit.</summary>
    Customisation,

    /// <summary>Bringing data over.</summary>
    Migration,

    /// <summary>Joining it to other systems.</summary>
    Integration,

    /// <summary>Teaching people to use it.</summary>
    Training,

    /// <summary>Hours of the company's own people.</summary>
    InternalHours,

    /// <summary>Support and care.</summary>
    Support,

    /// <summary>Machines and lines.</summary>
    Hardware,

    /// <summary>Leaving the old system.</summary>
    LeavingOldSystem,

    /// <summary>Anything else, said in its description.</summary>
    Other,
}

/// <summary>How often a cost falls due.</summary>
public enum Cadence
{
    /// <summary>Once, in the month it starts.</summary>
    OneOff,

    /// <summary>Every month from the first to the last.</summary>
    Monthly,

    /// <summary>Every twelve months, in the month it starts and its anniversaries.</summary>
    Yearly,

    /// <summary>Every month, for each user.</summary>
    PerUserMonth,
}

/// <summary>Something that the CRM costs.</summary>
public sealed record Cost : Record
{
    /// <summary>Name of the programme that it belongs to.</summary>
    public required string Programme { get; init; }

    /// <summary>What it is for.</summary>
    public CostKind Kind { get; init; }

    /// <summary>What exactly.</summary>
    public required string Description { get; init; }

    /// <summary>How often it falls due.</summary>
    public Cadence Cadence { get; init; }

    /// <summary>One payment, above zero, in the programme's currency; for <see cref="Cadence.PerUserMonth"/> that of one user.</summary>
    public decimal Amount { get; init; }

    /// <summary>How many users pay <see cref="Cadence.PerUserMonth"/>; not used otherwise.</summary>
    public int? Users { get; init; }

    /// <summary>The first month that it falls due.</summary>
    public Month From { get; init; }

    /// <summary>The last month, included; none for a one-off and for what goes on.</summary>
    public Month? To { get; init; }

    /// <summary>Whether it is the plan that was made before, to be set beside what is really spent; it counts in no return.</summary>
    public bool IsPlan { get; init; }

    /// <summary>Who answers for it.</summary>
    public string? Owner { get; init; }

    /// <summary>Where its documents lie: addresses that start with http:// or https://.</summary>
    public IReadOnlyList<string> Links { get; init; } = [];

    /// <summary>For <see cref="Cadence.PerUserMonth"/>: from which month how many users pay, where that changes. Before the first, <see cref="Users"/> do.</summary>
    public IReadOnlyList<UserCount> UserCounts { get; init; } = [];

    /// <summary>Hours of one payment where it is time of the company's own people; the amount is these at the rate.</summary>
    public decimal? Hours { get; init; }

    /// <summary>What such an hour costs, everything included.</summary>
    public decimal? HourlyRate { get; init; }

    /// <summary>By which fraction the amount rises each year: 0.03 is 3 %.</summary>
    public decimal? IndexRate { get; init; }

    /// <summary>The month of the first rise; none for a year after the first payment.</summary>
    public Month? IndexFrom { get; init; }

    /// <summary>The currency in which it is paid where that is another, by ISO 4217; the amount is already converted.</summary>
    public string? PaidCurrency { get; init; }

    /// <summary>One payment in that currency.</summary>
    public decimal? PaidAmount { get; init; }

    /// <summary>What one unit of that currency was worth in the programme's.</summary>
    public decimal? ExchangeRate { get; init; }

    /// <summary>On which day it was worth that.</summary>
    public DateOnly? RateDate { get; init; }

    /// <summary>How many users pay in a month.</summary>
    public int UsersIn(Month month) => UserCounts.Where(count => count.From <= month).MaxBy(count => count.From)?.Users ?? Users ?? 0;

    /// <summary>What one payment is multiplied by in a month because prices rise.</summary>
    /// <exception cref="ArgumentException">The rise is −100 % a year or less.</exception>
    public decimal IndexIn(Month month)
    {
        if (IndexRate is not { } rate)
        {
            return 1;
        }

        if (rate <= -1)
        {
            throw new ArgumentException("A yearly rise lies above −100 %.", nameof(month));
        }

        var first = IndexFrom ?? From.Plus(12);
        var rises = month < first ? 0 : (first.MonthsUntil(month) / 12) + 1;
        return Enumerable.Repeat(1 + rate, rises).Aggregate(1m, (factor, rise) => factor * rise);
    }
}

/// <summary>From which month how many people use the CRM.</summary>
/// <param name="From">The first month.</param>
/// <param name="Users">How many, 0 included.</param>
public sealed record UserCount(Month From, int Users);
