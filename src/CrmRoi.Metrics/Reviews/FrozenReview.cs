namespace CrmRoi.Metrics.Reviews;

/// <summary>A review as it was made: inputs, definitions, figures. Nothing of it ever changes.</summary>
public sealed record FrozenReview
{
    /// <summary>The form of this record: what a later program reads differently has another number.</summary>
    public const int CurrentFormat = 1;

    /// <summary>The form in which it was written.</summary>
    public int Format { get; init; } = CurrentFormat;

    /// <summary>Whose figures.</summary>
    public required string Company { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>By whom: a sign-in name.</summary>
    public required string MadeBy { get; init; }

    /// <summary>The program's version.</summary>
    public required string Program { get; init; }

    /// <summary>Which state of the data.</summary>
    public required long DataVersion { get; init; }

    /// <summary>What everything is reckoned from.</summary>
    public required FrozenInputs Inputs { get; init; }

    /// <summary>What every metric meant.</summary>
    public required IReadOnlyList<FrozenDefinition> Definitions { get; init; }

    /// <summary>What was found.</summary>
    public required FrozenFigures Figures { get; init; }

    /// <summary>The SHA-256 of the report as PDF, in lower-case hexadecimal digits.</summary>
    public required string ReportSha256 { get; init; }
}
