using CrmRoi.Metrics.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmRoi.Data;

/// <summary>What all records share: a key of the database's own, and the source's id, which is unique.</summary>
internal abstract class RecordConfiguration<TRecord> : IEntityTypeConfiguration<TRecord>
    where TRecord : Record
{
    public void Configure(EntityTypeBuilder<TRecord> builder)
    {
        builder.HasSurrogateKey();
        builder.Property(record => record.Source).HasMaxLength(Limits.Source).CaseMatters();
        builder.Property(record => record.Id).IsRequired().HasMaxLength(Limits.Id).CaseMatters();
        builder.HasIndex(record => new { record.Source, record.Id }).IsUnique();
        builder.Property<int?>(Shadow.WrittenBy);
        builder.Property<long?>(Shadow.Fingerprint);
        ConfigureRecord(builder);
    }

    protected abstract void ConfigureRecord(EntityTypeBuilder<TRecord> builder);
}

internal static class ConfigurationExtensions
{
    public static void HasSurrogateKey<TEntity>(this EntityTypeBuilder<TEntity> builder)
        where TEntity : class
    {
        builder.Property<long>(Shadow.Key).ValueGeneratedOnAdd();
        builder.HasKey(Shadow.Key);
    }

    /// <summary>Two people who edit the same thing notice it: every save gives it another version.</summary>
    public static void HasVersion<TEntity>(this EntityTypeBuilder<TEntity> builder)
        where TEntity : class =>
        builder.Property<Guid>(Shadow.Version).IsConcurrencyToken();

    public static void HasNames<TEntity>(this EntityTypeBuilder<TEntity> builder, params string[] names)
        where TEntity : class
    {
        foreach (var name in names)
        {
            builder.Property(name).HasMaxLength(Limits.Name);
        }
    }

    public static PropertyBuilder<string> CaseMatters(this PropertyBuilder<string> property) =>
        property.HasAnnotation(StorageConvention.CaseMatters, true);
}
