using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmRoi.Data;

/// <summary>The evidence of a programme on one subject, as it was reckoned from inputs that have a fingerprint.</summary>
public sealed class EvidenceRow
{
    public int Id { get; init; }

    public required string Programme { get; init; }

    /// <summary>The subject's key.</summary>
    public required string Subject { get; init; }

    /// <summary>That of everything it was reckoned from: SHA-256 in hexadecimal. Other inputs, and it is out of date.</summary>
    public required string Fingerprint { get; set; }

    public DateTimeOffset ReckonedAt { get; set; }

    /// <summary>The evidence itself, as JSON.</summary>
    public required string Content { get; set; }
}

internal sealed class EvidenceRowConfiguration : IEntityTypeConfiguration<EvidenceRow>
{
    public void Configure(EntityTypeBuilder<EvidenceRow> builder)
    {
        builder.ToTable("Evidence");
        builder.HasNames(nameof(EvidenceRow.Programme));
        builder.Property(row => row.Subject).HasMaxLength(64);
        builder.Property(row => row.Fingerprint).HasMaxLength(64);
        builder.HasIndex(row => new { row.Programme, row.Subject }).IsUnique();
    }
}
