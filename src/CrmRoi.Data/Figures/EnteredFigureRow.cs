using CrmRoi.Metrics.Snapshots;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmRoi.Data;

/// <summary>A figure that somebody entered: the figure, who, when.</summary>
public sealed class EnteredFigureRow
{
    public int Id { get; init; }

    public required EnteredFigure Figure { get; set; }

    /// <summary>The sign-in name of whoever entered it last.</summary>
    public required string EnteredBy { get; set; }

    public DateTimeOffset EnteredAt { get; set; }
}

internal sealed class EnteredFigureRowConfiguration : IEntityTypeConfiguration<EnteredFigureRow>
{
    public void Configure(EntityTypeBuilder<EnteredFigureRow> builder)
    {
        builder.ToTable("EnteredFigures");
        builder.HasVersion();
        builder.Property(row => row.EnteredBy).HasMaxLength(256);
        builder.ComplexProperty(row => row.Figure, figure =>
        {
            figure.Property(f => f.Measure).HasMaxLength(64).HasColumnName("Measure");
            figure.Property(f => f.Value).HasColumnName("Value");
            figure.Property(f => f.Team).HasMaxLength(Limits.Name).HasColumnName("Team");
            figure.Property(f => f.SourceNote).HasMaxLength(Limits.Text).HasColumnName("SourceNote");
            figure.Property(f => f.Completeness).HasPrecision(9, 8).HasColumnName("Completeness");
            figure.Property(f => f.IsComparable).HasColumnName("IsComparable");
            figure.ComplexProperty(f => f.Period, period =>
            {
                period.Property(p => p.From).HasColumnName("From");
                period.Property(p => p.To).HasColumnName("To");
            });
        });
    }
}
