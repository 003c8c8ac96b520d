using CrmRoi.Metrics;
using CrmRoi.Metrics.Snapshots;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmRoi.Data;

/// <summary>A stored <see cref="Metrics.Snapshots.CustomerMonth"/>.</summary>
public sealed class CustomerMonthRow
{
    public required Month Month { get; init; }

    public required string Customer { get; init; }

    public CustomerMonthKind Kind { get; init; }

    public required string Region { get; init; }

    public required string Segment { get; init; }

    public required string Channel { get; init; }

    /// <summary>The days of the month: bit 0 is the first.</summary>
    public int Days { get; init; }

    public int Purchases { get; init; }

    public decimal Revenue { get; init; }

    public decimal CostedRevenue { get; init; }

    public decimal Margin { get; init; }

    internal static CustomerMonthRow Of(CustomerMonth month) => new()
    {
        Month = month.Month,
        Customer = month.Customer,
        Kind = month.Kind,
        Region = month.Region,
        Segment = month.Segment,
        Channel = month.Channel,
        Days = month.Days,
        Purchases = month.Purchases,
        Revenue = month.Revenue,
        CostedRevenue = month.CostedRevenue,
        Margin = month.Margin,
    };

    /// <summary>Every customer month, with one text for each name: there may be a million rows of a thousand names.</summary>
    internal static async Task<List<CustomerMonth>> ReadAsync(CrmRoiContext context, CancellationToken cancellationToken)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var months = new List<CustomerMonth>();
        await foreach (var row in context.CustomerMonths.AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            months.Add(new(
                One(row.Customer), row.Month, row.Kind, One(row.Region), One(row.Segment), One(row.Channel),
                row.Days, row.Purchases, row.Revenue, row.CostedRevenue, row.Margin));
        }

        return months;

        string One(string name)
        {
            if (!names.TryGetValue(name, out var known))
            {
                names[name] = known = name;
            }

            return known;
        }
    }
}

internal sealed class CustomerMonthRowConfiguration : IEntityTypeConfiguration<CustomerMonthRow>
{
    public void Configure(EntityTypeBuilder<CustomerMonthRow> builder)
    {
        builder.ToTable("CustomerMonths");
        builder.HasKey(row => new { row.Month, row.Customer, row.Kind });
        builder.HasMembers(nameof(CustomerMonthRow.Customer), nameof(CustomerMonthRow.Region), nameof(CustomerMonthRow.Segment), nameof(CustomerMonthRow.Channel));
    }
}
