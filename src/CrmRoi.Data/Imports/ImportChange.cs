using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmRoi.Data;

/// <summary>A record as it was before an import replaced or deleted it, so that the import can be undone.</summary>
internal sealed class ImportChange
{
    public long Id { get; init; }

    public int ImportJobId { get; init; }

    /// <summary>The kind of record, by the name of its type.</summary>
    public required string Kind { get; init; }

    public required string Source { get; init; }

    public required string RecordId { get; init; }

    /// <summary>The record, as JSON.</summary>
    public required string Before { get; init; }

    /// <summary>The import that had written it; none where a form or the example company had.</summary>
    public int? WrittenBy { get; init; }

    /// <summary>Whether the import deleted it.</summary>
    public bool IsDeletion { get; init; }
}

internal sealed class ImportChangeConfiguration : IEntityTypeConfiguration<ImportChange>
{
    public void Configure(EntityTypeBuilder<ImportChange> builder)
    {
        builder.ToTable("ImportChanges");
        builder.Property(change => change.Kind).HasMaxLength(64);
        builder.Property(change => change.Source).HasMaxLength(Limits.Source).CaseMatters();
        builder.Property(change => change.RecordId).HasMaxLength(Limits.Id).CaseMatters();
        builder.HasIndex(change => new { change.ImportJobId, change.Kind, change.RecordId });
        builder.HasIndex(change => change.WrittenBy);
        builder.HasOne<ImportJob>().WithMany().HasForeignKey(change => change.ImportJobId).OnDelete(DeleteBehavior.Cascade);
    }
}
