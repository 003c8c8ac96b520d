using CrmRoi.Metrics.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmRoi.Data;

internal sealed class CustomerConfiguration : RecordConfiguration<Customer>
{
    protected override void ConfigureRecord(EntityTypeBuilder<Customer> builder)
    {
        builder.ToTable("Customers");
        builder.HasNames(nameof(Customer.Name), nameof(Customer.Segment), nameof(Customer.Region), nameof(Customer.Channel));
        builder.HasIndex(customer => customer.Since);
        builder.HasIndex(customer => customer.Name);
    }
}
