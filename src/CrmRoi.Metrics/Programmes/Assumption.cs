namespace CrmRoi.Metrics.Programmes;

/// <summary>Which number of the return an assumption is.</summary>
public enum AssumptionTarget
{
    /// <summary>None: it is written down, and nothing is reckoned with it.</summary>
    Nothing,

    /// <summary>The share of a benefit that is the CRM's doing.</summary>
    AttributedShare,

    /// <summary>The share of hours saved that is really used.</summary>
    RealisedShare,

    /// <summary>What an hour costs, everything included.</summary>
    HourlyRate,

    /// <summary>What costs come to, against what is entered: 1 is as entered.</summary>
    CostFactor,

    /// <summary>What a year's delay costs.</summary>
    DiscountRate,

    /// <summary>By how much the gain grows a year after today; only the projection is reckoned with it.</summary>
    YearlyChange,
}

/// <summary>What the CFO says of an assumption.</summary>
public enum AssumptionDecision
{
    /// <summary>Nothing yet.</summary>
    Open,

    /// <summary>It may be reckoned with.</summary>
    Accepted,

    /// <summary>It may not stand as it is. The figures still hold it, and say that it was rejected.</summary>
    Rejected,
}

/// <summary>Why an assumption cannot be.</summary>
public enum AssumptionProblem
{
    /// <summary>The value lies below the lowest or above the highest.</summary>
    OutsideItsRange,

    /// <summary>A share lies below 0 or above 1.</summary>
    NoShare,

    /// <summary>A rate is −100 % or less.</summary>
    RateTooLow,

    /// <summary>An amount or factor lies below 0.</summary>
    BelowZero,

    /// <summary>Costs are as entered: the likely factor is 1.</summary>
    CostNotAsEntered,
}

/// <summary>A number that the return rests on and nobody measured: what it is taken for, between what and what it lies, and who says so.</summary>
public sealed record Assumption
{
    /// <summary>Name of the programme that it belongs to.</summary>
    public required string Programme { get; init; }

    /// <summary>What it is called, unlike every other of the programme.</summary>
    public required string Name { get; init; }

    /// <summary>Which number of the return it is.</summary>
    public AssumptionTarget Target { get; init; }

    /// <summary>The benefit that it is about; not used for costs and rates.</summary>
    public BenefitKind? Benefit { get; init; }

    /// <summary>The likely value, with which figures are reckoned. Shares and rates are fractions.</summary>
    public decimal Value { get; init; }

    /// <summary>The lowest that it may be.</summary>
    public decimal Low { get; init; }

    /// <summary>The highest that it may be.</summary>
    public decimal High { get; init; }

    /// <summary>What it is counted in, where the target does not say: "hours a month".</summary>
    public string? Unit { get; init; }

    /// <summary>Who answers for it.</summary>
    public required string Owner { get; init; }

    /// <summary>Why it is taken for that.</summary>
    public required string Reason { get; init; }

    /// <summary>On what grounds: a document, a survey, an address.</summary>
    public string? Evidence { get; init; }

    /// <summary>What the CFO says of it.</summary>
    public AssumptionDecision Decision { get; init; }

    /// <summary>Who decided.</summary>
    public string? DecidedBy { get; init; }

    /// <summary>Why it is so decided.</summary>
    public string? DecisionNote { get; init; }

    /// <summary>Whether anything is reckoned with it.</summary>
    public bool IsReckonedWith => Target != AssumptionTarget.Nothing;

    /// <summary>Why it cannot be; none when it can.</summary>
    public AssumptionProblem? Problem
    {
        get
        {
            var isShare = Target is AssumptionTarget.AttributedShare or AssumptionTarget.RealisedShare;
            var isRate = Target is AssumptionTarget.DiscountRate or AssumptionTarget.YearlyChange;
            var isAmount = Target is AssumptionTarget.HourlyRate or AssumptionTarget.CostFactor;
            return !(Low <= Value && Value <= High) ? AssumptionProblem.OutsideItsRange
                : isShare && (Low < 0 || High > 1) ? AssumptionProblem.NoShare
                : isRate && Low <= -1 ? AssumptionProblem.RateTooLow
                : isAmount && Low < 0 ? AssumptionProblem.BelowZero
                : Target == AssumptionTarget.CostFactor && Value != 1 ? AssumptionProblem.CostNotAsEntered
                : null;
        }
    }
}
