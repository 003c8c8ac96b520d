namespace CrmRoi.Metrics.Records;

/// <summary>Somebody asked for help.</summary>
public sealed record Case : Record
{
    /// <summary>When it was opened, by the company's clock.</summary>
    public DateTime OpenedAt { get; init; }

    /// <summary>When it was closed; none while it is open.</summary>
    public DateTime? ClosedAt { get; init; }

    /// <summary>Whether the first contact solved it; unknown where nobody recorded it.</summary>
    public bool? SolvedAtFirstContact { get; init; }

    /// <summary>Who worked on it.</summary>
    public string? Agent { get; init; }

    /// <summary>How it came in.</summary>
    public string? Channel { get; init; }

    /// <summary>Who asked.</summary>
    public string? Customer { get; init; }

    /// <summary>What it was about.</summary>
    public string? Product { get; init; }
}

/// <summary>What a survey asked.</summary>
public enum SurveyKind
{
    /// <summary>How satisfied, on 1 to 5.</summary>
    Satisfaction,

    /// <summary>How likely to recommend, on 0 to 10.</summary>
    Recommendation,
}

/// <summary>What a customer answered.</summary>
public sealed record SurveyAnswer : Record
{
    /// <summary>What was asked.</summary>
    public SurveyKind Kind { get; init; }

    /// <summary>1 to 5 for satisfaction, 0 to 10 for recommendation.</summary>
    public int Score { get; init; }

    /// <summary>When.</summary>
    public DateOnly AnsweredOn { get; init; }

    /// <summary>Who answered.</summary>
    public string? Customer { get; init; }

    /// <summary>Whose work it was about.</summary>
    public string? Agent { get; init; }
}
