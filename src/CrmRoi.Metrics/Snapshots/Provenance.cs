namespace CrmRoi.Metrics.Snapshots;

/// <summary>Where a figure of some months comes from: records, figures that somebody entered, or nowhere.</summary>
/// <param name="Recorded">Months for which there are records.</param>
/// <param name="Entered">Months for which somebody entered a figure.</param>
/// <param name="Spread">Of these, months that are a share of a longer total.</param>
/// <param name="Missing">Months of which nothing is known.</param>
/// <param name="Completeness">The lowest completeness of the entered figures, as a fraction; 1 where there are none.</param>
/// <param name="IsComparable">Whether an admin states of every entered figure that it may be compared with records; true where there are none.</param>
public readonly record struct Provenance(int Recorded, int Entered, int Spread, int Missing, decimal Completeness, bool IsComparable)
{
    /// <summary>Nothing is known of any month.</summary>
    public bool IsUnknown => Recorded + Entered == 0;

    /// <summary>Every month comes from records.</summary>
    public bool IsRecorded => Recorded > 0 && Entered == 0;

    /// <summary>Some months come from somebody's entry.</summary>
    public bool IsEntered => Entered > 0;

    /// <summary>What is known of two families together: the weaker of each.</summary>
    public static Provenance Weaker(Provenance left, Provenance right) => new(
        Math.Min(left.Recorded, right.Recorded),
        Math.Max(left.Entered, right.Entered),
        Math.Max(left.Spread, right.Spread),
        Math.Max(left.Missing, right.Missing),
        Math.Min(left.Completeness, right.Completeness),
        left.IsComparable && right.IsComparable);
}
