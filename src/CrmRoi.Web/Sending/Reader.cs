using System.Globalization;
using CrmRoi.Data;
using Microsoft.EntityFrameworkCore;

namespace CrmRoi.Web.Sending;

/// <summary>Somebody to whom something is sent.</summary>
/// <param name="Id">Whose.</param>
/// <param name="Address">Where to.</param>
/// <param name="Name">The name that others see.</param>
/// <param name="Culture">The language and number formats that the reader chose; English where none.</param>
/// <param name="SeesCosts">Whether single costs may be read.</param>
public sealed record Reader(string Id, string Address, string Name, CultureInfo Culture, bool SeesCosts)
{
    /// <summary>Those who may sign in and have a role, by name.</summary>
    public static async Task<IReadOnlyList<Reader>> ListAsync(CrmRoiContext context, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rows = await (
            from user in context.Users.AsNoTracking()
            join link in context.UserRoles on user.Id equals link.UserId
            join role in context.Roles on link.RoleId equals role.Id
            where user.Email != null && (user.LockoutEnd == null || user.LockoutEnd <= now)
            orderby user.DisplayName
            select new { User = user, Role = role.Name! }).ToListAsync(cancellationToken);
        return [.. rows.GroupBy(row => row.User.Id).Select(group => Of(group.First().User, [.. group.Select(row => row.Role)]))];
    }

    private static Reader Of(User user, string[] roles) => new(
        user.Id, user.Email!, user.DisplayName, CultureOf(user.Culture), roles.Contains(Roles.Admin) || roles.Contains(Roles.Cfo));

    private static CultureInfo CultureOf(string? culture) => CultureInfo.GetCultureInfo(culture is null or "en" ? "en-GB" : culture is "de" ? "de-DE" : culture);
}
