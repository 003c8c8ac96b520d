using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmRoi.Data;

/// <summary>One change of an assumption, with what it did to the return. Written once and never changed.</summary>
public sealed class AssumptionChange
{
    public long Id { get; init; }

    public required string Programme { get; init; }

    /// <summary>The assumption's name at that time.</summary>
    public required string Assumption { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>The sign-in name of whoever changed it.</summary>
    public required string By { get; init; }

    /// <summary>Low, likely and high before; none for a new one.</summary>
    public string? Before { get; init; }

    /// <summary>Low, likely and high after, or the decision; none where it was deleted.</summary>
    public string? After { get; init; }

    /// <summary>ROI in percent before; none where there was none.</summary>
    public decimal? RoiBefore { get; init; }

    /// <summary>ROI in percent after.</summary>
    public decimal? RoiAfter { get; init; }
}

internal sealed class AssumptionChangeConfiguration : IEntityTypeConfiguration<AssumptionChange>
{
    public void Configure(EntityTypeBuilder<AssumptionChange> builder)
    {
        builder.ToTable("AssumptionChanges");
        builder.HasNames(nameof(AssumptionChange.Programme), nameof(AssumptionChange.Assumption));
        builder.Property(change => change.By).HasMaxLength(256);
        builder.Property(change => change.Before).HasMaxLength(Limits.Text);
        builder.Property(change => change.After).HasMaxLength(Limits.Text);
        builder.Property(change => change.RoiBefore).HasPrecision(24, 8);
        builder.Property(change => change.RoiAfter).HasPrecision(24, 8);
        builder.HasIndex(change => new { change.Programme, change.Assumption });
    }
}
