using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmRoi.Data;

/// <summary>Somebody who may sign in.</summary>
public sealed class User : IdentityUser
{
    /// <summary>The name that others see.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>The culture in which pages are written for them, such as "de"; none for the browser's.</summary>
    public string? Culture { get; set; }
}

internal sealed class UserConfiguration : IEntityTypeConfiguration<User>
{
    public void Configure(EntityTypeBuilder<User> builder)
    {
        builder.Property(user => user.DisplayName).HasMaxLength(Limits.Name);
        builder.Property(user => user.Culture).HasMaxLength(16);
    }
}
