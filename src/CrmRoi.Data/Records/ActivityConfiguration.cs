using CrmRoi.Metrics.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmRoi.Data;

internal sealed class ActivityConfiguration : RecordConfiguration<Activity>
{
    protected override void ConfigureRecord(EntityTypeBuilder<Activity> builder)
    {
        builder.ToTable("Activities");
        builder.HasNames(nameof(Activity.Rep), nameof(Activity.Customer), nameof(Activity.Channel));
        builder.Property(activity => activity.Deal).HasMaxLength(Limits.Id);
        builder.Property(activity => activity.Lead).HasMaxLength(Limits.Id);
        builder.HasIndex(activity => activity.At);
    }
}
