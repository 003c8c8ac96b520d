using CrmRoi.Metrics;
using CrmRoi.Metrics.Reviews;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmRoi.Data;

/// <summary>How often a programme is reviewed; without one nobody is reminded.</summary>
public sealed record ReviewPlan
{
    /// <summary>Whose reviews.</summary>
    public required string Programme { get; init; }

    public ReviewCadence Cadence { get; init; }

    /// <summary>The first month that a review may end with.</summary>
    public required Month Since { get; init; }

    /// <summary>How many days after its last month a review is due.</summary>
    public int Days { get; init; } = 15;

    /// <summary>The review that has to be made next.</summary>
    public DueReview Next(Company company, Month? last, DateTimeOffset now) => DueReview.Of(Cadence, company.FiscalYearStart, Since, Days, last, company.DayOf(now));
}

internal sealed class ReviewPlanConfiguration : IEntityTypeConfiguration<ReviewPlan>
{
    public void Configure(EntityTypeBuilder<ReviewPlan> builder)
    {
        builder.ToTable("ReviewPlans");
        builder.HasSurrogateKey();
        builder.HasVersion();
        builder.HasNames(nameof(ReviewPlan.Programme));
        builder.HasIndex(plan => plan.Programme).IsUnique();
    }
}
