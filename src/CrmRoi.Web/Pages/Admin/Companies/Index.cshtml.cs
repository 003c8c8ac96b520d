using System.Globalization;
using CrmRoi.Data;
using CrmRoi.Pdf;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CrmRoi.Web.Pages.Admin.Companies;

/// <summary>The company, and how its reports look.</summary>
/// <remarks>A logo that is too large is taken in to be refused with its reason, instead of breaking the connection.</remarks>
[RequestSizeLimit(LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = LargestRequest)]
public sealed class IndexModel(CrmRoiContext context, FigureStore store, IStringLocalizer<AdminTexts> texts) : EditingPage(context, texts)
{
    private const long LargestRequest = 64 * 1024 * 1024;

    [BindProperty]
    public LookInput Input { get; set; } = new();

    public Company Company { get; private set; } = null!;

    /// <summary>Whether there is a logo.</summary>
    public bool HasLogo { get; private set; }

    public string YearStart => CultureInfo.CurrentCulture.DateTimeFormat.GetMonthName(Company.FiscalYearStart);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var look = await FindAsync(cancellationToken);
        Input = new() { Colour = look?.Colour, SecondColour = look?.SecondColour, Version = VersionOf(look) };
        return await ShowAsync(cancellationToken);
    }

    /// <summary>The logo itself.</summary>
    public async Task<IActionResult> OnGetLogoAsync(CancellationToken cancellationToken) =>
        await FindAsync(cancellationToken) is { Logo: { } logo } ? File(logo, logo[0] == 0xFF ? "image/jpeg" : "image/png") : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var logo = await LogoAsync(cancellationToken);
        if (!ModelState.IsValid)
        {
            return await ShowAsync(cancellationToken);
        }

        var look = await FindAsync(cancellationToken);
        if (look is not null)
        {
            Context.Expect(look, Input.Version);
        }

        look ??= Context.Add(new CompanyLook()).Entity;
        (look.Colour, look.SecondColour, look.Logo) = (Lower(Input.Colour), Lower(Input.SecondColour), logo ?? look.Logo);
        return await SaveAsync(Texts["The look of reports is saved."], cancellationToken);
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not { } look)
        {
            return NotFound();
        }

        ModelState.Clear();
        Context.Expect(look, Input.Version);
        look.Logo = null;
        return await SaveAsync(Texts["The logo is removed."], cancellationToken);
    }

    protected override RedirectToPageResult ToList() => RedirectToPage();

    protected override async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        Company = (await store.LoadAsync(cancellationToken)).Company;
        HasLogo = await Context.CompanyLooks.AnyAsync(look => look.Logo != null, cancellationToken);
        return Page();
    }

    protected override async Task<string> TakeUpAsync(CancellationToken cancellationToken)
    {
        var theirs = await FindAsync(cancellationToken);
        Input.Version = VersionOf(theirs);
        var told = SavedAs(string.Join(", ", theirs?.Colour ?? Texts["the colour of these pages"], theirs?.SecondColour ?? Texts["no second colour"], theirs?.Logo is null ? Texts["no logo"] : Texts["with a logo"]));
        return Input.Logo is null ? told : $"{told} {Texts["Choose the file of the logo again: a browser does not keep it."]}";
    }

    private async Task<byte[]?> LogoAsync(CancellationToken cancellationToken)
    {
        if (Input.Logo is not { } file)
        {
            return null;
        }

        if (file.Length > CompanyLook.LargestLogo)
        {
            ModelState.AddModelError("Input.Logo", Texts["The logo is too large: at most 1 MB."]);
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
            PdfImageProblem.UnknownKind => Texts["This file is no PNG and no JPEG."],
            PdfImageProblem.TooManyPoints => Texts["The logo has more than 16 million points."],
            PdfImageProblem.UnknownColours => Texts["The logo has the colours of printing (CMYK): save it in RGB."],
            _ => Texts["The file is damaged: it cannot be read as an image."],
        });
        return null;
    }

    private Task<CompanyLook?> FindAsync(CancellationToken cancellationToken) => Context.CompanyLooks.SingleOrDefaultAsync(cancellationToken);

    private Guid VersionOf(CompanyLook? look) => look is null ? Guid.Empty : Context.VersionOf(look);

    private static string? Lower(string? colour) => string.IsNullOrWhiteSpace(colour) ? null : colour.ToLowerInvariant();
}
