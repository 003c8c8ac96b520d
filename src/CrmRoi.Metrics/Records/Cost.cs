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
}
