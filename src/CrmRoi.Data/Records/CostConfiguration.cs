using CrmRoi.Metrics.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmRoi.Data;

internal sealed class CostConfiguration : RecordConfiguration<Cost>
{
    protected override void ConfigureRecord(EntityTypeBuilder<Cost> builder)
    {
        builder.ToTable("Costs");
        builder.HasNames(nameof(Cost.Programme), nameof(Cost.Owner));
        builder.Property(cost => cost.Links).HasList();
        builder.Property(cost => cost.UserCounts).HasList();
        builder.Property(cost => cost.IndexRate).HasPrecision(12, 8);
        builder.Property(cost => cost.ExchangeRate).HasPrecision(18, 8);
        builder.Property(cost => cost.PaidCurrency).HasMaxLength(3);
        builder.Property(cost => cost.Description).HasMaxLength(Limits.Text);
        builder.HasVersion();
    }
}
