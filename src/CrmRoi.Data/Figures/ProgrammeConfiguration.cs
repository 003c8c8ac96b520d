using System.Text.Json;
using CrmRoi.Metrics;
using CrmRoi.Metrics.Programmes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CrmRoi.Data;

internal sealed class ProgrammeConfiguration : IEntityTypeConfiguration<Programme>
{
    public void Configure(EntityTypeBuilder<Programme> builder)
    {
        builder.ToTable("Programmes");
        builder.HasSurrogateKey();
        builder.HasVersion();
        builder.HasNames(nameof(Programme.Name), nameof(Programme.Vendor));
        builder.HasIndex(programme => programme.Name).IsUnique();
        builder.Property(programme => programme.Currency).HasMaxLength(3);
        builder.Property(programme => programme.DiscountRate).HasPrecision(12, 8);
        builder.Property(programme => programme.MarginRate).HasPrecision(12, 8);
        builder.Property(programme => programme.MarginShare).HasPrecision(9, 8);
        builder.Property(programme => programme.MarginRateReason).HasMaxLength(Limits.Text);

        // A programme is one value and is replaced as one; nobody asks the database for teams without their programme.
        builder.Property(programme => programme.Teams).HasConversion(new TeamsConverter(), new TeamsComparer());
    }
}

/// <summary>Teams with their months, as [{"team":"North","month":"2025-03"}].</summary>
internal sealed class TeamsConverter()
    : ValueConverter<IReadOnlyList<TeamGoLive>, string>(teams => Write(teams), text => Read(text))
{
    private sealed record StoredTeam(string Team, string Month);

    private static string Write(IReadOnlyList<TeamGoLive> teams) =>
        JsonSerializer.Serialize(teams.Select(team => new StoredTeam(team.Team, team.Month.ToString())), JsonSerializerOptions.Web);

    private static List<TeamGoLive> Read(string text) =>
        [.. JsonSerializer.Deserialize<StoredTeam[]>(text, JsonSerializerOptions.Web)!.Select(team => new TeamGoLive(team.Team, MonthOf(team.Month)))];

    private static Month MonthOf(string text) =>
        Month.TryParse(text, out var month) ? month : throw new InvalidDataException($"“{text}” is no month.");
}

internal sealed class TeamsComparer() : ValueComparer<IReadOnlyList<TeamGoLive>>(
    (left, right) => left!.SequenceEqual(right!),
    teams => teams.Aggregate(0, (hash, team) => HashCode.Combine(hash, team)),
    teams => teams.ToList());
