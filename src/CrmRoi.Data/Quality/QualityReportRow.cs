using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmRoi.Data;

/// <summary>The report on the quality of the records, as it was reckoned at one state of the data: a single row.</summary>
public sealed class QualityReportRow
{
    public int Id { get; init; } = 1;

    /// <summary>The version of the cube's data at which it was reckoned. Another one, and it is out of date.</summary>
    public long Version { get; set; }

    public DateTimeOffset ReckonedAt { get; set; }

    /// <summary>The report itself, as JSON.</summary>
    public required string Content { get; set; }
}

internal sealed class QualityReportRowConfiguration : IEntityTypeConfiguration<QualityReportRow>
{
    public void Configure(EntityTypeBuilder<QualityReportRow> builder)
    {
        builder.ToTable("QualityReport");
        builder.Property(row => row.Id).ValueGeneratedNever();
    }
}
