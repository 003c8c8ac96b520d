using CrmRoi.Data;
using CrmRoi.Web.Pages.Account;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CrmRoi.Web.Hosting;

/// <summary>One line of the list of users.</summary>
public sealed record ListedUser(string Id, string Name, string Email, string? Role, bool IsLocked);

/// <summary>What administrators do with users. Somebody who may administer is always left.</summary>
public sealed class UserAdministration(CrmRoiContext context, UserManager<User> users, TimeProvider time, IStringLocalizer<FormTexts> texts)
{
    /// <summary>Until when those are locked whom an administrator locked.</summary>
    private static readonly DateTimeOffset Forever = new(9999, 12, 31, 0, 0, 0, TimeSpan.Zero);

    public async Task<IReadOnlyList<ListedUser>> ListAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var rows = await (
            from user in context.Users.AsNoTracking()
            orderby user.DisplayName, user.Email
            select new
            {
                User = user,
                Role = context.UserRoles.Where(link => link.UserId == user.Id)
                    .Join(context.Roles, link => link.RoleId, role => role.Id, (_, role) => role.Name)
                    .FirstOrDefault(),
            }).ToListAsync(cancellationToken);

        return [.. rows.Select(row => new ListedUser(row.User.Id, row.User.DisplayName, row.User.Email ?? "", row.Role, row.User.LockoutEnd > now))];
    }

    public Task<User?> FindAsync(string id) => users.FindByIdAsync(id);

    /// <summary>Adds a user whose password is for one time; the password when that worked.</summary>
    public async Task<(IdentityResult Result, string Password)> InviteAsync(string name, string email, string role)
    {
        var password = OneTimePassword.Create();
        var user = new User { UserName = email, Email = email, DisplayName = name };
        await using var transaction = await context.Database.BeginTransactionAsync();
        var result = await users.CreateAsync(user, password);
        if (result.Succeeded)
        {
            await users.AddToRoleAsync(user, role);
            await OneTimePassword.MarkAsync(users, user);
            await transaction.CommitAsync();
        }

        return (result, password);
    }

    /// <summary>Gives somebody another password for one time.</summary>
    public async Task<string> ResetPasswordAsync(User user)
    {
        var password = OneTimePassword.Create();
        await using var transaction = await context.Database.BeginTransactionAsync();
        await users.ResetPasswordAsync(user, await users.GeneratePasswordResetTokenAsync(user), password);
        await OneTimePassword.UnmarkAsync(users, user);
        await OneTimePassword.MarkAsync(users, user);
        await users.SetLockoutEndDateAsync(user, null);
        await users.ResetAccessFailedCountAsync(user);
        await transaction.CommitAsync();
        return password;
    }

    /// <summary>Gives somebody another role; otherwise why not.</summary>
    public async Task<string?> ChangeRoleAsync(User user, string role)
    {
        await using var transaction = await context.Database.BeginTransactionAsync();
        await users.RemoveFromRolesAsync(user, await users.GetRolesAsync(user));
        await users.AddToRoleAsync(user, role);
        return await FinishAsync(user, transaction);
    }

    /// <summary>Locks somebody out until unlocked; otherwise why not.</summary>
    public async Task<string?> LockAsync(User user)
    {
        await using var transaction = await context.Database.BeginTransactionAsync();
        await users.SetLockoutEnabledAsync(user, true);
        await users.SetLockoutEndDateAsync(user, Forever);
        return await FinishAsync(user, transaction);
    }

    public async Task UnlockAsync(User user)
    {
        await users.SetLockoutEndDateAsync(user, null);
        await users.ResetAccessFailedCountAsync(user);
    }

    // Looked at after the change and within its transaction, so that two at once cannot each remove the other.
    private async Task<string?> FinishAsync(User changed, Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction transaction)
    {
        var now = time.GetUtcNow();
        var admins = await users.GetUsersInRoleAsync(Roles.Admin);
        if (!admins.Any(user => user.LockoutEnd is not { } end || end <= now || end < Forever))
        {
            await transaction.RollbackAsync();
            context.ChangeTracker.Clear();
            return texts["Somebody must be left who can administer: make somebody else an administrator first."];
        }

        await users.UpdateSecurityStampAsync(changed); // ends what the old cookie may do
        await transaction.CommitAsync();
        return null;
    }
}
