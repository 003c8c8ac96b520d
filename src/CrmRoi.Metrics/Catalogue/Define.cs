using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Catalogue;

/// <summary>Short ways to write down the metrics that most are like.</summary>
internal static class Define
{
    /// <summary>Why a total has no answer.</summary>
    public const string NotCovered = "When neither records nor entered figures cover the window; nothing recorded in a covered month is 0.";

    /// <summary>How many of something: one member of a snapshot.</summary>
    public static SnapshotMetric Count(string key, string name, string member, Direction better, string definition) => new()
    {
        Key = key,
        Name = name,
        Unit = Unit.Count,
        Better = better,
        Definition = definition,
        Undefined = NotCovered,
        Members = [member],
        Numerator = s => Measure.Of(member).Read(s),
        Inference = Inference.Rate,
    };

    /// <summary>How much of something: one member of a snapshot, without an interval.</summary>
    public static SnapshotMetric Amount(string key, string name, string member, Unit unit, Direction better, string definition) =>
        Count(key, name, member, better, definition) with { Unit = unit, Inference = Inference.None };

    /// <summary>One member of a snapshot for one of another.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="name">Its name.</param>
    /// <param name="unit">What the quotient counts.</param>
    /// <param name="inference">What chance makes of it.</param>
    /// <param name="numerator">Member that is divided.</param>
    /// <param name="denominator">Member by which it is divided.</param>
    /// <param name="of">What the denominator counts, after "of 412".</param>
    /// <param name="definition">How it is reckoned, and what it is not.</param>
    public static SnapshotMetric Quotient(
        string key, string name, Unit unit, Inference inference, string numerator, string denominator, string of, string definition) => new()
        {
            Key = key,
            Name = name,
            Unit = unit,
            Better = inference == Inference.InverseRate ? Direction.Lower : Direction.Higher,
            Definition = definition,
            Undefined = $"When the window has no {of}.",
            Of = of,
            Members = [numerator, denominator],
            Numerator = s => Measure.Of(numerator).Read(s),
            Denominator = s => Measure.Of(denominator).Read(s),
            Inference = inference,
        };
}
