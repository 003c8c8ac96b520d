using CrmRoi.Metrics.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmRoi.Data;

internal sealed class CaseConfiguration : RecordConfiguration<Case>
{
    protected override void ConfigureRecord(EntityTypeBuilder<Case> builder)
    {
        builder.ToTable("Cases");
        builder.HasNames(nameof(Case.Agent), nameof(Case.Channel), nameof(Case.Customer), nameof(Case.Product));
        builder.HasIndex(@case => @case.OpenedAt);
        builder.HasIndex(@case => @case.ClosedAt);
    }
}
