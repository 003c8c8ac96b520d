using CrmRoi.Metrics.Planning;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmRoi.Data;

/// <summary>A target, which says itself who set it and when.</summary>
public sealed class TargetRow
{
    public int Id { get; init; }

    public required Target Target { get; set; }
}

internal sealed class TargetRowConfiguration : IEntityTypeConfiguration<TargetRow>
{
    public void Configure(EntityTypeBuilder<TargetRow> builder)
    {
        builder.ToTable("Targets");
        builder.HasVersion();
        builder.ComplexProperty(row => row.Target, target =>
        {
            target.Property(t => t.Programme).HasMaxLength(Limits.Name).HasColumnName("Programme");
            target.Property(t => t.Metric).HasMaxLength(64).HasColumnName("Metric");
            target.Property(t => t.Team).HasMaxLength(Limits.Name).HasColumnName("Team");
            target.Property(t => t.Baseline).HasPrecision(28, 10).HasColumnName("Baseline"); // shares have more places than money
            target.Property(t => t.Goal).HasPrecision(28, 10).HasColumnName("Goal");
            target.Property(t => t.Due).HasColumnName("Due");
            target.Property(t => t.Months).HasColumnName("Months");
            target.Property(t => t.SetBy).HasMaxLength(256).HasColumnName("SetBy");
            target.Property(t => t.SetOn).HasColumnName("SetOn");
        });
    }
}
