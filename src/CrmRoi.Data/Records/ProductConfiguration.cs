using CrmRoi.Metrics.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmRoi.Data;

internal sealed class ProductConfiguration : RecordConfiguration<Product>
{
    protected override void ConfigureRecord(EntityTypeBuilder<Product> builder)
    {
        builder.ToTable("Products");
        builder.HasNames(nameof(Product.Name), nameof(Product.Series));
    }
}
