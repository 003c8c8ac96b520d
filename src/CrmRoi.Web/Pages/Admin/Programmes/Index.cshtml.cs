using CrmRoi.Data;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Snapshots;
using CrmRoi.Web.Pages.Shared;
using CrmRoi.Web.Sending;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CrmRoi.Web.Pages.Admin.Programmes;

/// <summary>A programme in the list.</summary>
/// <param name="Key">Which one.</param>
/// <param name="Programme">The programme.</param>
/// <param name="Payments">How many costs and savings it has.</param>
/// <param name="Schedules">How many schedules send of it.</param>
public sealed record ListedProgramme(long Key, Programme Programme, int Payments, int Schedules);

/// <summary>The CRM roll-outs of a company, and the company itself.</summary>
public sealed class IndexModel(CrmRoiContext context, FigureStore store, Timetable timetable, IStringLocalizer<AdminTexts> texts) : PageModel
{
    public ProgrammeInput Input { get; private set; } = new();

    public CompanyInput CompanyInput { get; private set; } = new();

    public IReadOnlyList<ListedProgramme> Programmes { get; private set; } = [];

    /// <summary>The one that the form shows; none for a new one.</summary>
    public ListedProgramme? Chosen => Programmes.FirstOrDefault(programme => programme.Key == Input.Key);

    public Company Company { get; private set; } = Company.NotSetUp();

    public bool MayChangeCurrency { get; private set; }

    [TempData]
    public string? StatusMessage { get; set; }

    [TempData]
    public string? Problem { get; set; }

    public async Task<IActionResult> OnGetAsync(long? key, bool add, CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        CompanyInput = CompanyInput.Of(Company, context.VersionOf(Company));
        if (key is not null && Programmes.All(programme => programme.Key != key))
        {
            return NotFound();
        }

        var wanted = add ? null : key ?? (Programmes is [var first, ..] ? first.Key : null);
        if (wanted is { } chosen && await context.FindAsync<Programme>([chosen], cancellationToken) is { } stored)
        {
            Input.Fill(stored);
            (Input.Key, Input.Version) = (chosen, context.VersionOf(stored));
        }

        return await ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync([FromForm(Name = nameof(Input))] ProgrammeInput input, CancellationToken cancellationToken)
    {
        Input = input;
        await ReadAsync(cancellationToken);
        if (ModelState.IsValid && Programmes.Any(other => other.Key != input.Key && Belongings.IsSame(other.Programme.Name, input.Name)))
        {
            ModelState.AddModelError("Input.Name", texts["Another programme has this name."]);
        }

        if (!ModelState.IsValid)
        {
            return await ShowWithCompanyAsync(cancellationToken);
        }

        var stored = input.Key is { } key ? await context.FindAsync<Programme>([key], cancellationToken) : null;
        if (input.Key is not null && stored is null)
        {
            return await ConflictAsync(null, cancellationToken);
        }

        var changed = input.ToProgramme(stored, Company.Currency);
        if (stored is null)
        {
            context.Add(changed);
        }
        else
        {
            await Belongings.RenameAsync(context, stored.Name, changed.Name, cancellationToken);
            context.Change(stored, changed, input.Version);
        }

        return await SaveAsync(texts["“{0}” is saved.", changed.Name], stored ?? changed, cancellationToken);
    }

    public async Task<IActionResult> OnPostDeleteAsync([FromForm(Name = "Input.Key")] long key, [FromForm(Name = "Input.Version")] Guid version, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        await ReadAsync(cancellationToken);
        if (await context.FindAsync<Programme>([key], cancellationToken) is not { } stored)
        {
            return NotFound();
        }

        if (Programmes.Any(programme => programme.Key == key && programme.Payments > 0))
        {
            Problem = texts["“{0}” has costs or savings: delete those first.", stored.Name];
            return RedirectToPage(new { key });
        }

        Input.Fill(stored);
        Input.Key = key;
        context.Expect(stored, version);
        context.Remove(stored);
        var schedules = await Belongings.StopAsync(context, stored.Name, cancellationToken);
        var saved = await SaveAsync(
            schedules == 0 ? texts["“{0}” is deleted.", stored.Name] : texts["“{0}” is deleted, and with it what was sent of it by itself: {1}.", stored.Name, schedules], null, cancellationToken);
        if (saved is RedirectToPageResult)
        {
            await timetable.ApplyAsync(cancellationToken);
        }

        return saved;
    }

    public async Task<IActionResult> OnPostCompanyAsync([FromForm(Name = nameof(CompanyInput))] CompanyInput company, CancellationToken cancellationToken)
    {
        CompanyInput = company;
        await ReadAsync(cancellationToken);
        if (company.Currency is not null && company.Currency != Company.Currency && !MayChangeCurrency)
        {
            ModelState.AddModelError("CompanyInput.Currency", texts["There are records in {0}: the currency cannot change any more.", Company.Currency]);
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync(cancellationToken);
        }

        await ChangeCompanyAsync(company, cancellationToken);
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            context.ChangeTracker.Clear();
            await ReadAsync(cancellationToken);
            ModelState.Clear();
            ModelState.AddModelError("CompanyInput.Name", texts["Somebody else changed this meanwhile. What you typed is still here: save it again to replace theirs."]);
            company.Version = context.VersionOf(Company);
            return await ShowAsync(cancellationToken);
        }

        StatusMessage = texts["“{0}” is saved.", Company.Name];
        return RedirectToPage();
    }

    private async Task ChangeCompanyAsync(CompanyInput company, CancellationToken cancellationToken)
    {
        if (context.Entry(Company).State == EntityState.Detached)
        {
            context.Add(Company);
        }
        else
        {
            context.Expect(Company, company.Version);
        }

        (Company.Name, Company.TimeZone, Company.FiscalYearStart) = (company.Name.Trim(), company.TimeZone, company.FiscalYearStart!.Value);
        if (company.Currency is { } currency && currency != Company.Currency)
        {
            Company.Currency = currency;
            foreach (var programme in await context.Programmes.ToListAsync(cancellationToken))
            {
                context.Entry(programme).Property(each => each.Currency).CurrentValue = currency;
            }
        }
    }

    private async Task<IActionResult> SaveAsync(string message, Programme? shown, CancellationToken cancellationToken)
    {
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            context.ChangeTracker.Clear();
            return await ConflictAsync(await context.FindAsync<Programme>([Input.Key ?? 0], cancellationToken), cancellationToken);
        }

        StatusMessage = message;
        return RedirectToPage(shown is null ? null : new { key = context.KeyOf(shown) });
    }

    private async Task<IActionResult> ConflictAsync(Programme? theirs, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        ModelState.AddModelError("", theirs is null
            ? texts["Somebody else deleted this meanwhile. What you typed is still here: save it to enter it anew."]
            : texts["Somebody else changed this meanwhile. What you typed is still here: save it again to replace theirs."]);
        Input.Key = theirs is null ? null : Input.Key;
        Input.Version = theirs is null ? Guid.Empty : context.VersionOf(theirs);
        return await ShowWithCompanyAsync(cancellationToken);
    }

    private Task<IActionResult> ShowWithCompanyAsync(CancellationToken cancellationToken)
    {
        CompanyInput = CompanyInput.Of(Company, context.VersionOf(Company));
        return ShowAsync(cancellationToken);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        var figures = await store.LoadAsync(cancellationToken);
        if (ModelState.IsValid || Input.Teams.Count == 0) // otherwise rows stay where their sentences are
        {
            Input.OfferTeams(figures.MembersOf(Dimensions.Team).Where(team => team != Cell.Unassigned));
        }

        return Page();
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        Company = await context.Company.SingleOrDefaultAsync(cancellationToken) ?? Company.NotSetUp();
        var programmes = await context.Programmes.AsNoTracking().OrderBy(programme => programme.Name)
            .Select(programme => new { Programme = programme, Key = EF.Property<long>(programme, Shadow.Key) }).ToListAsync(cancellationToken);
        var payments = await context.Costs.Select(cost => cost.Programme).Concat(context.Savings.Select(saving => saving.Programme)).ToListAsync(cancellationToken);
        var schedules = await context.MailSchedules.Select(schedule => schedule.Programme).ToListAsync(cancellationToken);
        Programmes = [.. programmes.Select(each => new ListedProgramme(
            each.Key, each.Programme, payments.Count(name => Belongings.IsSame(name, each.Programme.Name)), schedules.Count(name => Belongings.IsSame(name, each.Programme.Name))))];
        MayChangeCurrency = payments.Count == 0 && !await HasMoneyAsync(cancellationToken);
    }

    private async Task<bool> HasMoneyAsync(CancellationToken cancellationToken) =>
        await context.Snapshots.AnyAsync(cancellationToken) || await context.EnteredFigures.AnyAsync(cancellationToken)
        || await context.Deals.AnyAsync(cancellationToken) || await context.Orders.AnyAsync(cancellationToken)
        || await context.Products.AnyAsync(cancellationToken) || await context.Campaigns.AnyAsync(cancellationToken);
}
