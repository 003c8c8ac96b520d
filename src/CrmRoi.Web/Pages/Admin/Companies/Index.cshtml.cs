using System.Globalization;
using CrmRoi.Data;
using CrmRoi.Pdf;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CrmRoi.Web.Pages.Admin.Companies;

/// <summary>The company, and how its reports look.</summary>
/// <remarks>A logo that is too large is taken in to be refused with its reason, instead of breaking the connection.</remarks>
[RequestSizeLimit(LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = LargestRequest)]
public sealed class IndexModel(CrmRoiContext context, FigureStore store, IStringLocalizer<AdminTexts> texts) : PageModel
{
    private const long LargestRequest = 64 * 1024 * 1024;

    [BindProperty]
    public LookInput Input { get; set; } = new();

    public Company Company { get; private set; } = null!;

    /// <summary>Whether there is a logo.</summary>
    public bool HasLogo { get; private set; }

    public string YearStart => CultureInfo.CurrentCulture.DateTimeFormat.GetMonthName(Company.FiscalYearStart);

    [TempData]
    public string? StatusMessage { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var look = await FindAsync(cancellationToken);
        Input = new() { Colour = look?.Colour, SecondColour = look?.SecondColour };
        return await ShowAsync(look, cancellationToken);
    }

    /// <summary>The logo itself.</summary>
    public async Task<IActionResult> OnGetLogoAsync(CancellationToken cancellationToken) =>
        await FindAsync(cancellationToken) is { Logo: { } logo } ? File(logo, logo[0] == 0xFF ? "image/jpeg" : "image/png") : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var look = await FindAsync(cancellationToken);
        var logo = await LogoAsync(cancellationToken);
        if (!ModelState.IsValid)
        {
            return await ShowAsync(look, cancellationToken);
        }

        look ??= context.Add(new CompanyLook()).Entity;
        (look.Colour, look.SecondColour, look.Logo) = (Lower(Input.Colour), Lower(Input.SecondColour), logo ?? look.Logo);
        return await SaveAsync(texts["The look of reports is saved."], cancellationToken);
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not { Logo: not null } look)
        {
            return NotFound();
        }

        look.Logo = null;
        return await SaveAsync(texts["The logo is removed."], cancellationToken);
    }

    private async Task<byte[]?> LogoAsync(CancellationToken cancellationToken)
    {
        if (Input.Logo is not { } file)
        {
            return null;
        }

        if (file.Length > CompanyLook.LargestLogo)
        {
            ModelState.AddModelError("Input.Logo", texts["The logo is too large: at most 1 MB."]);
            return null;
        }

        using var memory = new MemoryStream();
        await file.CopyToAsync(memory, cancellationToken);
        if (PdfImage.TryRead(memory.ToArray(), out _, out var problem))
        {
            return memory.ToArray();
        }

        ModelState.AddModelError("Input.Logo", problem switch
        {
            PdfImageProblem.UnknownKind => texts["This file is no PNG and no JPEG."],
            PdfImageProblem.TooManyPoints => texts["The logo has more than 16 million points."],
            PdfImageProblem.UnknownColours => texts["The logo has the colours of printing (CMYK): save it in RGB."],
            _ => texts["The file is damaged: it cannot be read as an image."],
        });
        return null;
    }

    private Task<CompanyLook?> FindAsync(CancellationToken cancellationToken) => context.CompanyLooks.SingleOrDefaultAsync(cancellationToken);

    private async Task<IActionResult> ShowAsync(CompanyLook? look, CancellationToken cancellationToken)
    {
        Company = (await store.LoadAsync(cancellationToken)).Company;
        HasLogo = look?.Logo is not null;
        return Page();
    }

    private async Task<IActionResult> SaveAsync(string message, CancellationToken cancellationToken)
    {
        await context.SaveChangesAsync(cancellationToken);
        StatusMessage = message;
        return RedirectToPage();
    }

    private static string? Lower(string? colour) => string.IsNullOrWhiteSpace(colour) ? null : colour.ToLowerInvariant();
}
