using CrmRoi.Metrics;
using CrmRoi.Metrics.Attribution;
using CrmRoi.Metrics.Snapshots;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmRoi.Data;

/// <summary>How often the journeys that ended in one month took one step, within one window.</summary>
public sealed class JourneyStepRow
{
    public int Days { get; init; }

    public required Month Month { get; init; }

    /// <summary>The campaign that they left; empty at the start.</summary>
    public required string From { get; init; }

    /// <summary>The campaign that they came to; empty at the end.</summary>
    public required string To { get; init; }

    public Ending Ending { get; init; }

    public long Count { get; init; }

    /// <summary>What is counted.</summary>
    public StepKey StepKey => new(Days, Month, new JourneyStep(From.Length > 0 ? From : null, To.Length > 0 ? To : null, Ending));

    internal static JourneyStepRow Of(StepKey key, long count) => new()
    {
        Days = key.Days,
        Month = key.Month,
        From = key.Step.From ?? "",
        To = key.Step.To ?? "",
        Ending = key.Step.Ending,
        Count = count,
    };
}

internal sealed class JourneyStepRowConfiguration : IEntityTypeConfiguration<JourneyStepRow>
{
    public void Configure(EntityTypeBuilder<JourneyStepRow> builder)
    {
        builder.ToTable("JourneySteps");
        builder.HasKey(row => new { row.Month, row.Days, row.From, row.To, row.Ending });
        builder.Ignore(row => row.StepKey);
        builder.HasMembers(nameof(JourneyStepRow.From), nameof(JourneyStepRow.To));
    }
}
