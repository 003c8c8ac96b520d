using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmRoi.Data;

/// <summary>Which state of the data this is: a single row that every transaction that changes figures changes too.</summary>
public sealed class DataState
{
    public int Id { get; init; } = 1;

    /// <summary>A number that no earlier state of the data had. It says nothing by itself: compare it for equality.</summary>
    public long Version { get; set; }

    /// <summary>The same for what <see cref="CrmRoi.Metrics.Snapshots.SnapshotCube"/> is made of: costs, evidence and the like come and go without it.</summary>
    public long CubeVersion { get; set; }
}

internal sealed class DataStateConfiguration : IEntityTypeConfiguration<DataState>
{
    public void Configure(EntityTypeBuilder<DataState> builder)
    {
        builder.ToTable("DataState");
        builder.Property(state => state.Id).ValueGeneratedNever();
        builder.HasData(new DataState());
    }
}
