namespace CrmRoi.Metrics.Planning;

/// <summary>What somebody set out to reach: a metric from a baseline to a goal by a month.</summary>
public sealed record Target
{
    /// <summary>The programme that it belongs to.</summary>
    public required string Programme { get; init; }

    /// <summary>The key of the metric.</summary>
    public required string Metric { get; init; }

    /// <summary>Whose target it is; none for the company's.</summary>
    public string? Team { get; init; }

    /// <summary>Where it started, in the metric's unit; a total is so much a month.</summary>
    public decimal Baseline { get; init; }

    /// <summary>What is to be reached, in the same unit.</summary>
    public decimal Goal { get; init; }

    /// <summary>The month by whose end.</summary>
    public Month Due { get; init; }

    /// <summary>Over how many months the value is read.</summary>
    public int Months { get; init; } = 3;

    /// <summary>The sign-in name of whoever set it.</summary>
    public required string SetBy { get; init; }

    /// <summary>The day on which it was set, or last changed.</summary>
    public DateOnly SetOn { get; init; }

    /// <summary>Whether it was set before the first month with the CRM: a target set afterwards may have known the answer.</summary>
    public bool IsSetBefore(Month goLive) => goLive.IsKnown && Month.Of(SetOn) < goLive;
}
