namespace CrmRoi.Data;

/// <summary>How long texts and how large amounts may be: what every database can hold. Whoever takes in data refuses what is beyond.</summary>
public static class Limits
{
    /// <summary>Characters of a source's name.</summary>
    public const int Source = 64;

    /// <summary>Characters of a source's own id.</summary>
    public const int Id = 128;

    /// <summary>Characters of a name: rep, team, region, segment, channel, campaign, product, customer, stage, programme.</summary>
    /// <remarks>Seven of them and a month are the key of a snapshot, and SQL Server's indexes end at 1,700 bytes.</remarks>
    public const int Name = 120;

    /// <summary>Characters of a longer text.</summary>
    public const int Text = 1000;

    /// <summary>The largest amount of money of one record, and the smallest with a minus before it.</summary>
    /// <remarks>Its square still fits a <see cref="decimal"/> with four places.</remarks>
    public const decimal Amount = 1_000_000_000_000m;

    /// <summary>How many decimal places amounts are kept with; more are rounded.</summary>
    public const int DecimalPlaces = 4;
}
