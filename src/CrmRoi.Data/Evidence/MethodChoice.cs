using CrmRoi.Metrics.Evidence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmRoi.Data;

/// <summary>What an admin decided about a programme's evidence; without one the defaults of <see cref="EvidenceSettings"/> hold.</summary>
public sealed record MethodChoice
{
    /// <summary>Whose evidence.</summary>
    public required string Programme { get; init; }

    /// <summary>The official method; none for the rule's.</summary>
    public EvidenceMethod? Official { get; init; }

    /// <summary>Why that one.</summary>
    public string? OfficialReason { get; init; }

    /// <summary>What the CRM is taken not to have touched.</summary>
    public UntouchedSeries Untouched { get; init; } = UntouchedSeries.DealsOpened | UntouchedSeries.Leads;

    /// <summary>Why; none for the default's reason.</summary>
    public string? UntouchedReason { get; init; }

    /// <summary>The sign-in name of whoever decided.</summary>
    public string? StatedBy { get; init; }

    /// <summary>What the evidence is reckoned with.</summary>
    public EvidenceSettings Settings => new EvidenceSettings() is var usual && UntouchedReason is { } reason
        ? usual with { Official = Official, OfficialReason = OfficialReason, Untouched = Untouched, UntouchedReason = reason }
        : usual with { Official = Official, OfficialReason = OfficialReason, Untouched = Untouched };
}

internal sealed class MethodChoiceConfiguration : IEntityTypeConfiguration<MethodChoice>
{
    public void Configure(EntityTypeBuilder<MethodChoice> builder)
    {
        builder.ToTable("MethodChoices");
        builder.HasSurrogateKey();
        builder.HasVersion();
        builder.HasNames(nameof(MethodChoice.Programme));
        builder.Ignore(choice => choice.Settings);
        builder.Property(choice => choice.OfficialReason).HasMaxLength(Limits.Text);
        builder.Property(choice => choice.UntouchedReason).HasMaxLength(Limits.Text);
        builder.Property(choice => choice.StatedBy).HasMaxLength(256);
        builder.HasIndex(choice => choice.Programme).IsUnique();
    }
}
