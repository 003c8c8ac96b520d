using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Return;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmRoi.Data;

internal sealed class BenefitConfiguration : IEntityTypeConfiguration<Benefit>
{
    public void Configure(EntityTypeBuilder<Benefit> builder)
    {
        builder.ToTable("Benefits");
        builder.HasSurrogateKey();
        builder.HasVersion();
        builder.HasNames(nameof(Benefit.Programme), nameof(Benefit.Owner));
        builder.HasIndex(benefit => new { benefit.Programme, benefit.Kind }).IsUnique();
        builder.Property(benefit => benefit.Attributed).HasPrecision(9, 8);
        builder.Property(benefit => benefit.MarginPart).HasPrecision(9, 8);
        builder.Property(benefit => benefit.Realised).HasPrecision(9, 8);
        builder.Property(benefit => benefit.AttributedReason).HasMaxLength(Limits.Text);
        builder.Property(benefit => benefit.Note).HasMaxLength(Limits.Text);
    }
}

internal sealed class AssumptionConfiguration : IEntityTypeConfiguration<Assumption>
{
    public void Configure(EntityTypeBuilder<Assumption> builder)
    {
        builder.ToTable("Assumptions");
        builder.HasSurrogateKey();
        builder.HasVersion();
        builder.HasNames(nameof(Assumption.Programme), nameof(Assumption.Name), nameof(Assumption.Owner), nameof(Assumption.Unit));
        builder.HasIndex(assumption => new { assumption.Programme, assumption.Name }).IsUnique();
        builder.Property(assumption => assumption.Value).HasPrecision(24, 8);
        builder.Property(assumption => assumption.Low).HasPrecision(24, 8);
        builder.Property(assumption => assumption.High).HasPrecision(24, 8);
        builder.Property(assumption => assumption.Reason).HasMaxLength(Limits.Text);
        builder.Property(assumption => assumption.Evidence).HasMaxLength(Limits.Text);
        builder.Property(assumption => assumption.DecidedBy).HasMaxLength(256);
        builder.Property(assumption => assumption.DecisionNote).HasMaxLength(Limits.Text);
    }
}

internal sealed class LeverConfiguration : IEntityTypeConfiguration<Lever>
{
    public void Configure(EntityTypeBuilder<Lever> builder)
    {
        builder.ToTable("Levers");
        builder.HasSurrogateKey();
        builder.HasVersion();
        builder.HasNames(nameof(Lever.Programme), nameof(Lever.Owner));
        builder.HasIndex(lever => new { lever.Programme, lever.Function }).IsUnique();
        builder.Property(lever => lever.MetricKey).HasMaxLength(64);
    }
}

internal sealed class ScenarioConfiguration : IEntityTypeConfiguration<Scenario>
{
    public void Configure(EntityTypeBuilder<Scenario> builder)
    {
        builder.ToTable("Scenarios");
        builder.HasSurrogateKey();
        builder.HasVersion();
        builder.HasNames(nameof(Scenario.Programme), nameof(Scenario.Name));
        builder.HasIndex(scenario => new { scenario.Programme, scenario.Name }).IsUnique();
        builder.Property(scenario => scenario.Values).HasList();
    }
}
