using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmRoi.Data;

/// <summary>The company whose figures these are: the single row that setting up writes.</summary>
public sealed class Company
{
    public int Id { get; init; } = 1;

    public required string Name { get; set; }

    /// <summary>The currency of its records, by ISO 4217.</summary>
    public required string Currency { get; set; }

    /// <summary>The time zone of its days and months, by the IANA, such as "Europe/Berlin".</summary>
    public required string TimeZone { get; set; }

    /// <summary>The month in which its fiscal year starts, 1 to 12.</summary>
    public int FiscalYearStart { get; set; } = 1;

    /// <summary>The day that it is where the company is.</summary>
    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(ClockOf(instant).DateTime);

    /// <summary>An instant by the clock on the company's wall.</summary>
    public DateTimeOffset ClockOf(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(TimeZone));

    /// <summary>The company as it is stored, to read from; <see cref="NotSetUp"/> where it is not.</summary>
    public static async Task<Company> ReadAsync(CrmRoiContext context, CancellationToken cancellationToken) =>
        await context.Company.AsNoTracking().SingleOrDefaultAsync(cancellationToken) ?? NotSetUp();

    /// <summary>What holds until the company is set up, as when the first thing done is an import by the command line.</summary>
    public static Company NotSetUp() => new() { Name = "", Currency = "EUR", TimeZone = "UTC" };
}

internal sealed class CompanyConfiguration : IEntityTypeConfiguration<Company>
{
    public void Configure(EntityTypeBuilder<Company> builder)
    {
        builder.ToTable("Company");
        builder.HasVersion();
        builder.Property(company => company.Id).ValueGeneratedNever();
        builder.Property(company => company.Name).HasMaxLength(Limits.Name);
        builder.Property(company => company.Currency).HasMaxLength(3);
        builder.Property(company => company.TimeZone).HasMaxLength(64);
    }
}
