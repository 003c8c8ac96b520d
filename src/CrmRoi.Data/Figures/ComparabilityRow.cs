using CrmRoi.Metrics.Comparing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmRoi.Data;

/// <summary>A stored <see cref="ComparabilityStatement"/>: somebody answers for it that something was logged alike.</summary>
public sealed class ComparabilityRow
{
    public int Id { get; init; }

    public required string Programme { get; init; }

    /// <summary>One of <see cref="Logging.Families"/>.</summary>
    public required string Family { get; init; }

    public required string Why { get; set; }

    /// <summary>The sign-in name of whoever states it.</summary>
    public required string StatedBy { get; set; }

    public DateTimeOffset StatedAt { get; set; }

    /// <summary>What it stores.</summary>
    public ComparabilityStatement Statement => new(Programme, Family, Why, StatedBy, DateOnly.FromDateTime(StatedAt.UtcDateTime));
}

internal sealed class ComparabilityRowConfiguration : IEntityTypeConfiguration<ComparabilityRow>
{
    public void Configure(EntityTypeBuilder<ComparabilityRow> builder)
    {
        builder.ToTable("ComparabilityStatements");
        builder.Ignore(row => row.Statement);
        builder.HasNames(nameof(ComparabilityRow.Programme));
        builder.Property(row => row.Family).HasMaxLength(64);
        builder.Property(row => row.Why).HasMaxLength(Limits.Text);
        builder.Property(row => row.StatedBy).HasMaxLength(256);
        builder.HasIndex(row => new { row.Programme, row.Family }).IsUnique();
    }
}
