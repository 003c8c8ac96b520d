using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmRoi.Data;

/// <summary>What somebody or something is called in files, and what it is called here: said once, and true of every later import.</summary>
public sealed class NameAlias
{
    public int Id { get; init; }

    /// <summary>What is named: one of <see cref="NameField"/>.</summary>
    public NameField Field { get; init; }

    /// <summary>As files write it.</summary>
    public required string Alias { get; init; }

    /// <summary>As it is called here.</summary>
    public required string Name { get; set; }

    /// <summary>The sign-in name of whoever said so.</summary>
    public required string By { get; set; }

    public DateTimeOffset At { get; set; }
}

/// <summary>What has names that files may write in several ways.</summary>
public enum NameField
{
    /// <summary>People who sell or serve.</summary>
    Rep,

    /// <summary>Teams.</summary>
    Team,

    /// <summary>Products.</summary>
    Product,

    /// <summary>Segments.</summary>
    Segment,

    /// <summary>Channels.</summary>
    Channel,

    /// <summary>Regions.</summary>
    Region,

    /// <summary>Customers.</summary>
    Customer,
}

internal sealed class NameAliasConfiguration : IEntityTypeConfiguration<NameAlias>
{
    public void Configure(EntityTypeBuilder<NameAlias> builder)
    {
        builder.ToTable("NameAliases");
        builder.Property(alias => alias.Field).HasConversion<string>().HasMaxLength(16);
        builder.HasNames(nameof(NameAlias.Alias), nameof(NameAlias.Name));
        builder.Property(alias => alias.By).HasMaxLength(256);
        builder.HasIndex(alias => new { alias.Field, alias.Alias }).IsUnique();
    }
}
