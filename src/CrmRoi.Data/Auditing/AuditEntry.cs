using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmRoi.Data;

/// <summary>What was done to an entry.</summary>
public enum AuditAction
{
    Added,
    Changed,
    Deleted,
}

/// <summary>Who changed what, when, from what to what.</summary>
public sealed class AuditEntry
{
    public long Id { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>The sign-in name; "system" where nobody was signed in.</summary>
    public required string User { get; init; }

    /// <summary>The kind of entry: "Cost", "Programme".</summary>
    public required string Entity { get; init; }

    /// <summary>Which one, in words that people know.</summary>
    public required string Key { get; init; }

    public AuditAction What { get; init; }

    /// <summary>Before and after by name, as {"Amount":[100,120]}; null for what was not there.</summary>
    public required string Changes { get; init; }
}

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("AuditEntries");
        builder.Property(entry => entry.User).HasMaxLength(256);
        builder.Property(entry => entry.Entity).HasMaxLength(64);
        builder.Property(entry => entry.Key).HasMaxLength(400);
        builder.HasIndex(entry => entry.At);
    }
}
