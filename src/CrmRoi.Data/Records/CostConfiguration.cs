using CrmRoi.Metrics.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmRoi.Data;

internal sealed class CostConfiguration : RecordConfiguration<Cost>
{
    protected override void ConfigureRecord(EntityTypeBuilder<Cost> builder)
    {
        builder.ToTable("Costs");
        builder.HasNames(nameof(Cost.Programme));
        builder.Property(cost => cost.Description).HasMaxLength(Limits.Text);
        builder.HasVersion();
    }
}
