namespace CrmRoi.Metrics.Records;

/// <summary>One thing that happened, as a source told it.</summary>
/// <remarks>
/// A record is known by its source and by that source's own id: importing it again replaces it, so it counts once.
/// Dates and times are those of the company's time zone; money is in the company's currency, converted on the way in.
/// </remarks>
public abstract record Record
{
    /// <summary>Where it came from: the CRM, the file family, the example company.</summary>
    public required string Source { get; init; }

    /// <summary>The source's own id, unique within the source and the kind of record.</summary>
    public required string Id { get; init; }
}
