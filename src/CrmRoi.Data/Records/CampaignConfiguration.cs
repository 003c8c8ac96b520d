using CrmRoi.Metrics.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmRoi.Data;

internal sealed class CampaignConfiguration : RecordConfiguration<Campaign>
{
    protected override void ConfigureRecord(EntityTypeBuilder<Campaign> builder)
    {
        builder.ToTable("Campaigns");
        builder.HasNames(nameof(Campaign.Name), nameof(Campaign.Channel));
        builder.Property(campaign => campaign.Parent).HasMaxLength(Limits.Id);
    }
}
