using CrmRoi.Metrics.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmRoi.Data;

internal sealed class LeadConfiguration : RecordConfiguration<Lead>
{
    protected override void ConfigureRecord(EntityTypeBuilder<Lead> builder)
    {
        builder.ToTable("Leads");
        builder.HasNames(nameof(Lead.Status), nameof(Lead.Rep), nameof(Lead.Channel), nameof(Lead.Campaign), nameof(Lead.Region), nameof(Lead.Segment));
        builder.HasIndex(lead => lead.CreatedAt);
        builder.HasIndex(lead => lead.QualifiedOn);
        builder.HasIndex(lead => lead.ConvertedOn);
    }
}
