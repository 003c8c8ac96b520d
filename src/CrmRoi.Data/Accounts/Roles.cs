using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmRoi.Data;

/// <summary>What people may do. The three roles are rows of every database from its first migration.</summary>
public static class Roles
{
    /// <summary>Enters costs and figures, imports, manages users.</summary>
    public const string Admin = "Admin";

    /// <summary>Reads dashboards.</summary>
    public const string Manager = "Manager";

    /// <summary>Reads dashboards, return and reports.</summary>
    public const string Cfo = "Cfo";

    /// <summary>Every role.</summary>
    public static IReadOnlyList<string> All { get; } = [Admin, Manager, Cfo];
}

internal sealed class RoleConfiguration : IEntityTypeConfiguration<IdentityRole>
{
    // Fixed ids and stamps: a seed that changes from build to build would be a model change each time.
    public void Configure(EntityTypeBuilder<IdentityRole> builder) => builder.HasData(
        Roles.All.Select(role => new IdentityRole(role)
        {
            Id = role.ToLowerInvariant(),
            NormalizedName = role.ToUpperInvariant(),
            ConcurrencyStamp = role.ToLowerInvariant(),
        }));
}
