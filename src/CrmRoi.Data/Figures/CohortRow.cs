using CrmRoi.Metrics;
using CrmRoi.Metrics.Snapshots;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmRoi.Data;

/// <summary>A stored <see cref="Metrics.Snapshots.Cohort"/>: waits that began in one cell and ended alike.</summary>
public sealed class CohortRow
{
    public long Id { get; init; }

    public Clock Clock { get; init; }

    /// <summary>The month in which they began; unknown when nobody recorded it.</summary>
    public required Month Month { get; init; }

    public required string Rep { get; init; }

    public required string Team { get; init; }

    public required string Region { get; init; }

    public required string Segment { get; init; }

    public required string Channel { get; init; }

    public required string Campaign { get; init; }

    public required string Product { get; init; }

    public required string Stage { get; init; }

    public Ending Ending { get; init; }

    public Month EndMonth { get; init; }

    public int Age { get; init; }

    public long Count { get; init; }

    public decimal Value { get; init; }

    /// <summary>What it stores.</summary>
    public Cohort Cohort => new(Clock, Cell, Stage, Ending, EndMonth, Age, Count, Value);

    private Cell Cell => new()
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

    internal static CohortRow Of(Cohort cohort) => new()
    {
        Clock = cohort.Clock,
        Month = cohort.Cell.Month,
        Rep = cohort.Cell.Rep,
        Team = cohort.Cell.Team,
        Region = cohort.Cell.Region,
        Segment = cohort.Cell.Segment,
        Channel = cohort.Cell.Channel,
        Campaign = cohort.Cell.Campaign,
        Product = cohort.Cell.Product,
        Stage = cohort.Stage,
        Ending = cohort.Ending,
        EndMonth = cohort.EndMonth,
        Age = cohort.Age,
        Count = cohort.Count,
        Value = cohort.Value,
    };
}

internal sealed class CohortRowConfiguration : IEntityTypeConfiguration<CohortRow>
{
    public void Configure(EntityTypeBuilder<CohortRow> builder)
    {
        builder.ToTable("Cohorts");
        builder.Ignore(row => row.Cohort);
        builder.HasIndex(row => row.Month);
        builder.HasMembers(nameof(CohortRow.Rep), nameof(CohortRow.Team), nameof(CohortRow.Region), nameof(CohortRow.Segment),
            nameof(CohortRow.Channel), nameof(CohortRow.Campaign), nameof(CohortRow.Product), nameof(CohortRow.Stage));
    }
}
