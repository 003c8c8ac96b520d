using CrmRoi.Metrics.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmRoi.Data;

internal sealed class DealConfiguration : RecordConfiguration<Deal>
{
    protected override void ConfigureRecord(EntityTypeBuilder<Deal> builder)
    {
        builder.ToTable("Deals");
        builder.HasNames(nameof(Deal.Rep), nameof(Deal.Customer), nameof(Deal.Product), nameof(Deal.Channel), nameof(Deal.Campaign), nameof(Deal.Region), nameof(Deal.Segment), nameof(Deal.Stage));
        builder.Property(deal => deal.Lead).HasMaxLength(Limits.Id);
        builder.Property(deal => deal.Name).HasMaxLength(Limits.Text);
        builder.HasIndex(deal => deal.CreatedOn);

        // Few deals say these: rows that say nothing cost the index nothing.
        builder.HasIndex(deal => deal.FirstContactOn).HasFilter("\"FirstContactOn\" IS NOT NULL");
        builder.HasIndex(deal => deal.QuotedOn).HasFilter("\"QuotedOn\" IS NOT NULL");
        builder.HasIndex(deal => deal.ClosedOn);
        builder.Property(deal => deal.OriginalCurrency).HasMaxLength(3);
    }
}
