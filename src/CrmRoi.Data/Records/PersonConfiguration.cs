using CrmRoi.Metrics.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmRoi.Data;

internal sealed class PersonConfiguration : RecordConfiguration<Person>
{
    protected override void ConfigureRecord(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("People");
        builder.HasNames(nameof(Person.Name), nameof(Person.Team), nameof(Person.Region));
    }
}
