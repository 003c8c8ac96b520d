using CrmRoi.Metrics.Planning;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmRoi.Data;

/// <summary>A planned figure: the figure, who, when.</summary>
public sealed class PlannedFigureRow
{
    public int Id { get; init; }

    public required PlannedFigure Figure { get; set; }

    /// <summary>The sign-in name of whoever entered it last.</summary>
    public required string EnteredBy { get; set; }

    public DateTimeOffset EnteredAt { get; set; }
}

internal sealed class PlannedFigureRowConfiguration : IEntityTypeConfiguration<PlannedFigureRow>
{
    public void Configure(EntityTypeBuilder<PlannedFigureRow> builder)
    {
        builder.ToTable("PlannedFigures");
        builder.HasVersion();
        builder.Property(row => row.EnteredBy).HasMaxLength(256);
        builder.ComplexProperty(row => row.Figure, figure =>
        {
            figure.Property(f => f.Measure).HasColumnName("Measure");
            figure.Property(f => f.Month).HasColumnName("Month");
            figure.Property(f => f.Team).HasMaxLength(Limits.Name).HasColumnName("Team");
            figure.Property(f => f.Rep).HasMaxLength(Limits.Name).HasColumnName("Rep");
            figure.Property(f => f.Value).HasColumnName("Value");
        });
    }
}
