using CrmRoi.Metrics.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmRoi.Data;

internal sealed class TouchConfiguration : RecordConfiguration<Touch>
{
    protected override void ConfigureRecord(EntityTypeBuilder<Touch> builder)
    {
        builder.ToTable("Touches");
        builder.HasNames(nameof(Touch.Campaign), nameof(Touch.Customer));
        builder.Property(touch => touch.Lead).HasMaxLength(Limits.Id);
        builder.Property(touch => touch.Deal).HasMaxLength(Limits.Id);
        builder.HasIndex(touch => touch.At);
    }
}
