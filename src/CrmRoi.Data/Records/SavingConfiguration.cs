using CrmRoi.Metrics.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmRoi.Data;

internal sealed class SavingConfiguration : RecordConfiguration<Saving>
{
    protected override void ConfigureRecord(EntityTypeBuilder<Saving> builder)
    {
        builder.ToTable("Savings");
        builder.HasNames(nameof(Saving.Programme));
        builder.Property(saving => saving.Description).HasMaxLength(Limits.Text);
        builder.Property(saving => saving.Reason).HasMaxLength(Limits.Text);
        builder.HasVersion();
    }
}
