using System.ComponentModel.DataAnnotations;
using System.Globalization;
using CrmRoi.Data;
using CrmRoi.Web.Hosting;
using CrmRoi.Web.Pages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CrmRoi.Web.Pages;

/// <summary>What the company starts with.</summary>
public enum StartWith
{
    Nothing,
    Example,
}

public sealed class SetupInput : IValidatableObject
{
    [Display(Name = "Your name"), Required, StringLength(Limits.Name)]
    public string Name { get; init; } = "";

    [Display(Name = "E-mail address"), Required, EmailAddress, StringLength(256)]
    public string Email { get; init; } = "";

    [Display(Name = "Password"), Required, StringLength(256)]
    public string Password { get; init; } = "";

    [EnumDataType(typeof(StartWith))]
    public StartWith StartWith { get; init; }

    [Display(Name = "Name of the company"), StringLength(Limits.Name)]
    public string? Company { get; init; }

    [Display(Name = "Currency")]
    public string Currency { get; init; } = "EUR";

    [Display(Name = "Time zone")]
    public string TimeZone { get; init; } = Choices.LocalTimeZone;

    [Display(Name = "The fiscal year starts in"), Range(1, 12)]
    public int FiscalYearStart { get; init; } = 1;

    /// <summary>The example brings a company of its own; without it this one must be whole.</summary>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (StartWith == StartWith.Example)
        {
            yield break;
        }

        var texts = validationContext.GetRequiredService<IStringLocalizer<FormTexts>>();
        if (string.IsNullOrWhiteSpace(Company))
        {
            yield return new(texts["This is needed."], [nameof(Company)]);
        }

        if (!Choices.Currencies.Contains(Currency))
        {
            yield return new(texts["This is not one of the choices."], [nameof(Currency)]);
        }

        if (!Choices.TimeZones.Contains(TimeZone))
        {
            yield return new(texts["This is not one of the choices."], [nameof(TimeZone)]);
        }
    }
}

/// <summary>The first administrator and the company, entered together: both are there afterwards, or neither.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class SetupModel(SetupState state, CrmRoiContext context, UserManager<User> users, SignInManager<User> signIn, ExampleLoader example) : PageModel
{
    [BindProperty]
    public SetupInput Input { get; init; } = new();

    public static IEnumerable<(int Number, string Name)> Months =>
        Enumerable.Range(1, 12).Select(month => (month, CultureInfo.CurrentCulture.DateTimeFormat.GetMonthName(month)));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await state.IsDoneAsync(cancellationToken) ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await state.Turn.WaitAsync(cancellationToken);
        try
        {
            return await state.IsDoneAsync(cancellationToken) ? NotFound()
                : !ModelState.IsValid ? Page()
                : await SetUpAsync(cancellationToken);
        }
        finally
        {
            state.Turn.Release();
        }
    }

    private async Task<IActionResult> SetUpAsync(CancellationToken cancellationToken)
    {
        var user = new User { UserName = Input.Email.Trim(), Email = Input.Email.Trim(), DisplayName = Input.Name.Trim() };
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var created = await users.CreateAsync(user, Input.Password);
        if (!created.Succeeded)
        {
            foreach (var error in created.Errors)
            {
                ModelState.AddModelError(error.Code.StartsWith("Password", StringComparison.Ordinal) ? "Input.Password" : "Input.Email", error.Description);
            }

            return Page();
        }

        await users.AddToRoleAsync(user, Roles.Admin);
        await AddCompanyAsync(user, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await signIn.SignInAsync(await users.FindByIdAsync(user.Id) ?? user, isPersistent: false);
        return LocalRedirect("~/");
    }

    private async Task AddCompanyAsync(User user, CancellationToken cancellationToken)
    {
        if (Input.StartWith == StartWith.Example)
        {
            await example.LoadAsync(user.UserName!, cancellationToken);
            return;
        }

        var company = await context.Company.SingleOrDefaultAsync(cancellationToken);
        if (company is null)
        {
            context.Add(company = new() { Name = "", Currency = "", TimeZone = "" });
        }

        (company.Name, company.Currency, company.TimeZone, company.FiscalYearStart) =
            (Input.Company!.Trim(), Input.Currency, Input.TimeZone, Input.FiscalYearStart);
        await context.SaveChangesAsync(cancellationToken);
    }
}
