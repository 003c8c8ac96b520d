using System.ComponentModel.DataAnnotations;
using CrmRoi.Data;
using CrmRoi.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace CrmRoi.Web.Pages.Admin.Users;

public sealed class InviteInput
{
    [Display(Name = "Name"), Required, StringLength(Limits.Name)]
    public string Name { get; init; } = "";

    [Display(Name = "E-mail address"), Required, EmailAddress, StringLength(256)]
    public string Email { get; init; } = "";

    [Display(Name = "Role"), Required, AllowedValues(Roles.Admin, Roles.Manager, Roles.Cfo)]
    public string Role { get; init; } = Roles.Manager;
}

/// <summary>A password that this answer shows and nothing keeps.</summary>
public sealed record HandedOver(string Email, string Password);

[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class IndexModel(UserAdministration administration, IStringLocalizer<FormTexts> texts) : PageModel
{
    public InviteInput Invite { get; private set; } = new();

    public IReadOnlyList<ListedUser> Users { get; private set; } = [];

    public HandedOver? HandedOver { get; private set; }

    [TempData]
    public string? StatusMessage { get; set; }

    [TempData]
    public string? Problem { get; set; }

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostInviteAsync([FromForm(Name = nameof(Invite))] InviteInput invite, CancellationToken cancellationToken)
    {
        Invite = invite;
        if (!ModelState.IsValid)
        {
            return await ShowAsync(cancellationToken);
        }

        var email = invite.Email.Trim();
        var (result, password) = await administration.InviteAsync(invite.Name.Trim(), email, invite.Role);
        if (result.Succeeded)
        {
            HandedOver = new(email, password);
            Invite = new();
            ModelState.Clear();
        }
        else
        {
            ModelState.AddModelError("Invite.Email", result.Errors.First().Description);
        }

        return await ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostPasswordAsync(string id, CancellationToken cancellationToken)
    {
        if (await administration.FindAsync(id) is not { } user)
        {
            return NotFound();
        }

        HandedOver = new(user.Email ?? "", await administration.ResetPasswordAsync(user));
        return await ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostRoleAsync(string id, [Required, AllowedValues(Roles.Admin, Roles.Manager, Roles.Cfo)] string role) =>
        !ModelState.IsValid ? BadRequest()
        : await administration.FindAsync(id) is not { } user ? NotFound()
        : Done(await administration.ChangeRoleAsync(user, role), texts["{0} has another role now.", user.DisplayName]);

    public async Task<IActionResult> OnPostLockAsync(string id) =>
        await administration.FindAsync(id) is not { } user ? NotFound()
        : Done(await administration.LockAsync(user), texts["{0} cannot sign in any more.", user.DisplayName]);

    public async Task<IActionResult> OnPostUnlockAsync(string id)
    {
        if (await administration.FindAsync(id) is not { } user)
        {
            return NotFound();
        }

        await administration.UnlockAsync(user);
        return Done(null, texts["{0} can sign in again.", user.DisplayName]);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        Users = await administration.ListAsync(cancellationToken);
        return Page();
    }

    private RedirectToPageResult Done(string? problem, string message)
    {
        (Problem, StatusMessage) = (problem, problem is null ? message : null);
        return RedirectToPage();
    }
}
