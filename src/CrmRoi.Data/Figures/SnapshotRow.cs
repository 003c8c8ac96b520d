using CrmRoi.Metrics;
using CrmRoi.Metrics.Snapshots;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmRoi.Data;

/// <summary>A stored <see cref="Snapshot"/>: one cell, the finest grain that is kept.</summary>
/// <remarks>Rows never overlap, so any set of rows may be merged. A total over some of them is never stored among them.</remarks>
public sealed class SnapshotRow
{
    public required Month Month { get; init; }

    public required string Rep { get; init; }

    public required string Team { get; init; }

    public required string Region { get; init; }

    public required string Segment { get; init; }

    public required string Channel { get; init; }

    public required string Campaign { get; init; }

    public required string Product { get; init; }

    public required Snapshot Totals { get; init; }

    /// <summary>Where it counts.</summary>
    public Cell Cell => new()
    {
        Month = Month,
        Rep = Rep,
        Team = Team,
        Region = Region,
        Segment = Segment,
        Channel = Channel,
        Campaign = Campaign,
        Product = Product,
    };

    internal static SnapshotRow Of(Cell cell, Snapshot totals) => new()
    {
        Month = cell.Month,
        Rep = cell.Rep,
        Team = cell.Team,
        Region = cell.Region,
        Segment = cell.Segment,
        Channel = cell.Channel,
        Campaign = cell.Campaign,
        Product = cell.Product,
        Totals = totals,
    };
}

internal sealed class SnapshotRowConfiguration : IEntityTypeConfiguration<SnapshotRow>
{
    public void Configure(EntityTypeBuilder<SnapshotRow> builder)
    {
        builder.ToTable("Snapshots");

        // The key is the grain: a second row for the same cell cannot be stored, so nothing is counted twice.
        builder.HasKey(row => new { row.Month, row.Rep, row.Team, row.Region, row.Segment, row.Channel, row.Campaign, row.Product })
            .HasAnnotation("SqlServer:Clustered", false); // SQL Server's clustered keys end at 900 bytes, others at 1,700
        builder.Ignore(row => row.Cell);
        builder.HasMembers(nameof(SnapshotRow.Rep), nameof(SnapshotRow.Team), nameof(SnapshotRow.Region), nameof(SnapshotRow.Segment),
            nameof(SnapshotRow.Channel), nameof(SnapshotRow.Campaign), nameof(SnapshotRow.Product));
        builder.ComplexProperty(row => row.Totals, totals =>
        {
            // 38 digits; rounded to four places, which a square of cents has, because more would leave the range of decimal.
            totals.Property(t => t.WonRevenueSquares).HasPrecision(38, 4).HasConversion<RoundedAmountConverter>();
            totals.Property(t => t.OrderRevenueSquares).HasPrecision(38, 4).HasConversion<RoundedAmountConverter>();
            foreach (var measure in Measure.All)
            {
                totals.Property(measure.Member).HasColumnName(measure.Member);
            }
        });
    }
}

internal static class MemberConfigurationExtensions
{
    /// <summary>Members of dimensions: "north" and "North" are two, on every database.</summary>
    public static void HasMembers<TEntity>(this EntityTypeBuilder<TEntity> builder, params string[] names)
        where TEntity : class
    {
        foreach (var name in names)
        {
            builder.Property<string>(name).HasMaxLength(Limits.Name).CaseMatters();
        }
    }
}
