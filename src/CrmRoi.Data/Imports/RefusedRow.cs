using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmRoi.Data;

/// <summary>A row of a file that cannot be right, and why.</summary>
public sealed class RefusedRow
{
    /// <summary>Characters of <see cref="Value"/> that are kept.</summary>
    public const int LongestValue = 500;

    public long Id { get; init; }

    public int ImportRunId { get; init; }

    /// <summary>Its line in the file, the head being 1.</summary>
    public int Line { get; init; }

    /// <summary>The column at fault; empty where it is the whole row.</summary>
    public required string Column { get; init; }

    /// <summary>What stood there, cut after <see cref="LongestValue"/> characters.</summary>
    public required string Value { get; init; }

    public required string Reason { get; init; }

    /// <summary>The whole row as it was, to be mended and sent again.</summary>
    public required string RawLine { get; init; }
}

internal sealed class RefusedRowConfiguration : IEntityTypeConfiguration<RefusedRow>
{
    public void Configure(EntityTypeBuilder<RefusedRow> builder)
    {
        builder.ToTable("RefusedRows");
        builder.Property(row => row.Column).HasMaxLength(Limits.Name);
        builder.Property(row => row.Value).HasMaxLength(RefusedRow.LongestValue);
        builder.Property(row => row.Reason).HasMaxLength(Limits.Text);
        builder.HasOne<ImportRun>().WithMany().HasForeignKey(row => row.ImportRunId).OnDelete(DeleteBehavior.Cascade);
    }
}
