using CrmRoi.Metrics.Evidence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmRoi.Data;

internal sealed class OtherCauseConfiguration : IEntityTypeConfiguration<OtherCause>
{
    public void Configure(EntityTypeBuilder<OtherCause> builder)
    {
        builder.ToTable("OtherCauses");
        builder.HasSurrogateKey();
        builder.HasVersion();
        builder.HasNames(nameof(OtherCause.Name));
        builder.Property(cause => cause.Teams).HasList();
        builder.Property(cause => cause.PriceChange).HasPrecision(9, 8);
        builder.Property(cause => cause.Reason).HasMaxLength(Limits.Text);
        builder.Property(cause => cause.StatedBy).HasMaxLength(256);
    }
}
