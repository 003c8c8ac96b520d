using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmRoi.Data;

/// <summary>What somebody said of the columns of a file, kept for the next file of the same shape.</summary>
public sealed class SavedMapping
{
    public int Id { get; init; }

    /// <summary>The SHA-256 of its headers as they are compared, in lower-case hexadecimal digits.</summary>
    public required string Shape { get; init; }

    /// <summary>The name of the last file that it was said of.</summary>
    public required string FileName { get; set; }

    /// <summary>What was said, as the JSON of a map file.</summary>
    public required string Content { get; set; }

    /// <summary>The sign-in name of whoever said it.</summary>
    public required string By { get; set; }

    public DateTimeOffset At { get; set; }
}

internal sealed class SavedMappingConfiguration : IEntityTypeConfiguration<SavedMapping>
{
    public void Configure(EntityTypeBuilder<SavedMapping> builder)
    {
        builder.ToTable("SavedMappings");
        builder.Property(mapping => mapping.Shape).HasMaxLength(64);
        builder.Property(mapping => mapping.FileName).HasMaxLength(260);
        builder.Property(mapping => mapping.By).HasMaxLength(256);
        builder.HasIndex(mapping => mapping.Shape).IsUnique();
    }
}
