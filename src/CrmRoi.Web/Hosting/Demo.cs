using CrmRoi.Data;
using CrmRoi.Metrics.Evidence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CrmRoi.Web.Hosting;

/// <summary>Makes the database the demo's: the example company and a user for each role.</summary>
internal sealed class Demo(CrmRoiContext context, UserManager<User> users, ExampleLoader example, EvidenceStore evidence, DatabaseOptions options)
{
    /// <exception cref="SettingsException">The database holds something else.</exception>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        var company = await context.Company.AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        if (company is null && !await HoldsAnythingAsync(cancellationToken))
        {
            await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
            await example.LoadAsync("system", cancellationToken);
            await AddUsersAsync();
            await transaction.CommitAsync(cancellationToken);
            await evidence.BringUpToDateAsync(EvidenceSubject.OfReturn, cancellationToken); // the first page shows what the evidence says
        }
        else if (company?.Name != ExampleLoader.CompanyName || await users.FindByNameAsync(DemoMode.Users[0].Email) is null)
        {
            throw new SettingsException(
                $"The {options.Provider} database already holds {(company is null ? "other data" : $"“{company.Name}”")}: start without {DemoMode.Switch}, or start the demo in another folder.");
        }
        else
        {
            await OpenAsync();
        }
    }

    private async Task<bool> HoldsAnythingAsync(CancellationToken cancellationToken) =>
        await context.Users.AnyAsync(cancellationToken)
        || await context.Programmes.AnyAsync(cancellationToken)
        || await context.Snapshots.AnyAsync(cancellationToken);

    private async Task AddUsersAsync()
    {
        foreach (var (role, email, name) in DemoMode.Users)
        {
            var user = new User { UserName = email, Email = email, DisplayName = name };
            Must(await users.CreateAsync(user, DemoMode.Password));
            Must(await users.AddToRoleAsync(user, role));
        }
    }

    // What the console prints must work, whatever was tried out since.
    private async Task OpenAsync()
    {
        foreach (var (_, email, _) in DemoMode.Users)
        {
            if (await users.FindByNameAsync(email) is { } user && !await users.CheckPasswordAsync(user, DemoMode.Password))
            {
                Must(await users.ResetPasswordAsync(user, await users.GeneratePasswordResetTokenAsync(user), DemoMode.Password));
            }
        }
    }

    private static void Must(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException(string.Join(" ", result.Errors.Select(error => error.Description)));
        }
    }
}
