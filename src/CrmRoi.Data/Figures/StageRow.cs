using CrmRoi.Metrics.Snapshots;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmRoi.Data;

/// <summary>A stored <see cref="StageRule"/>: what a stage of a source means here.</summary>
public sealed class StageRow
{
    public int Id { get; init; }

    /// <summary>The stage in the source's words.</summary>
    public required string Name { get; init; }

    public required string Standard { get; set; }

    public int? Order { get; set; }

    public StageKind Kind { get; set; }

    /// <summary>What it stores.</summary>
    public StageRule Rule => new(Name, Standard, Order, Kind);
}

internal sealed class StageRowConfiguration : IEntityTypeConfiguration<StageRow>
{
    public void Configure(EntityTypeBuilder<StageRow> builder)
    {
        builder.ToTable("Stages");
        builder.Ignore(row => row.Rule);
        builder.HasNames(nameof(StageRow.Name), nameof(StageRow.Standard));
        builder.HasIndex(row => row.Name).IsUnique();
    }
}
