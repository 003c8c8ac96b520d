using CrmRoi.Metrics;
using CrmRoi.Metrics.Attribution;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmRoi.Data;

/// <summary>A stored <see cref="Credit"/>: what the deals won in one month credit to one campaign, by one model and window.</summary>
public sealed class CampaignCreditRow
{
    public AttributionModel Model { get; init; }

    public int Days { get; init; }

    public required Month Month { get; init; }

    public required string Campaign { get; init; }

    public decimal Deals { get; init; }

    public decimal Revenue { get; init; }

    public decimal CostedRevenue { get; init; }

    public decimal Margin { get; init; }

    /// <summary>Where it counts.</summary>
    public CreditKey CreditKey => new(Model, Days, Month, Campaign);

    /// <summary>What it stores.</summary>
    public Credit Credit => new(Deals, Revenue, CostedRevenue, Margin);

    internal static CampaignCreditRow Of(CreditKey key, Credit credit) => new()
    {
        Model = key.Model,
        Days = key.Days,
        Month = key.Month,
        Campaign = key.Campaign,
        Deals = credit.Deals,
        Revenue = credit.Revenue,
        CostedRevenue = credit.CostedRevenue,
        Margin = credit.Margin,
    };
}

internal sealed class CampaignCreditRowConfiguration : IEntityTypeConfiguration<CampaignCreditRow>
{
    public void Configure(EntityTypeBuilder<CampaignCreditRow> builder)
    {
        builder.ToTable("CampaignCredits");
        builder.HasKey(row => new { row.Month, row.Model, row.Days, row.Campaign });
        builder.Ignore(row => row.CreditKey);
        builder.Ignore(row => row.Credit);
        builder.HasMembers(nameof(CampaignCreditRow.Campaign));
    }
}
