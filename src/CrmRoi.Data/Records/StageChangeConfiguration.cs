using CrmRoi.Metrics.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmRoi.Data;

internal sealed class StageChangeConfiguration : RecordConfiguration<StageChange>
{
    protected override void ConfigureRecord(EntityTypeBuilder<StageChange> builder)
    {
        builder.ToTable("StageChanges");
        builder.HasNames(nameof(StageChange.Stage));
        builder.Property(change => change.Deal).HasMaxLength(Limits.Id);
        builder.HasIndex(change => change.EnteredOn);
        builder.Property(change => change.Deal).CaseMatters();
        builder.HasIndex(change => new { change.Source, change.Deal });
    }
}
