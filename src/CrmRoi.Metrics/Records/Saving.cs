using CrmRoi.Metrics.Programmes;

namespace CrmRoi.Metrics.Records;

/// <summary>Money that is no longer spent because of the CRM, as somebody entered it with a reason.</summary>
public sealed record Saving : Record
{
    /// <summary>Name of the programme that it belongs to.</summary>
    public required string Programme { get; init; }

    /// <summary>What is saved.</summary>
    public required string Description { get; init; }

    /// <summary>Why it is a saving in cash and the CRM's doing.</summary>
    public required string Reason { get; init; }

    /// <summary>The benefit that it is part of, one of those that are entered; none for other cash.</summary>
    public BenefitKind? Kind { get; init; }

    /// <summary>How often.</summary>
    public Cadence Cadence { get; init; }

    /// <summary>Each time, above zero, in the programme's currency.</summary>
    public decimal Amount { get; init; }

    /// <summary>The first month.</summary>
    public Month From { get; init; }

    /// <summary>The last month, included; none for a one-off and for what goes on.</summary>
    public Month? To { get; init; }
}
