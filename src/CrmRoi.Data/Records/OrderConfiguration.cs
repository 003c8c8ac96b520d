using CrmRoi.Metrics.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmRoi.Data;

internal sealed class OrderConfiguration : RecordConfiguration<Order>
{
    protected override void ConfigureRecord(EntityTypeBuilder<Order> builder)
    {
        builder.ToTable("Orders");
        builder.HasNames(nameof(Order.Customer), nameof(Order.Rep), nameof(Order.Channel), nameof(Order.Region), nameof(Order.Product));
        builder.HasIndex(order => order.PlacedOn);
    }
}
