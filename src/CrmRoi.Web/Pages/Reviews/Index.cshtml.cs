using System.Globalization;
using CrmRoi.Data;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Reviews;
using CrmRoi.Web.Pages.Reports;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CrmRoi.Web.Pages.Reviews;

/// <summary>A review in the list.</summary>
/// <param name="Review">The review.</param>
/// <param name="Restated">What later data did to it.</param>
/// <param name="Open">How many of its actions are open.</param>
public sealed record ListedReview(Review Review, Restatement? Restated, int Open);

/// <summary>The reviews of a programme: what was frozen when, what is due, and how often it is looked at.</summary>
public sealed class IndexModel(
    CrmRoiContext context, FigureStore store, ReviewStore reviews, ReviewMemory memory, ReviewReminders reminders, TimeProvider time, UserManager<User> users, IStringLocalizer<ReviewTexts> texts)
    : PageModel
{
    /// <summary>How many are shown: nobody reviews more often than monthly.</summary>
    private const int MostShown = 60;

    [BindProperty(SupportsGet = true, Name = "programme")]
    public string? Asks { get; set; }

    [BindProperty]
    public PlanInput Input { get; set; } = new();

    public Figures Figures { get; private set; } = null!;

    public Programme? Programme { get; private set; }

    public IReadOnlyList<ListedReview> Listed { get; private set; } = [];

    /// <summary>The review that has to be made next; none without a cadence.</summary>
    public DueReview? Next { get; private set; }

    public ReviewPlan? Plan { get; private set; }

    public bool MayMake => User.IsInRole(Roles.Admin) || User.IsInRole(Roles.Cfo);

    [TempData]
    public string? StatusMessage { get; set; }

    [TempData]
    public string? Problem { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await FindAsync(cancellationToken) ? await ShowAsync(cancellationToken) : NotFound();

    public async Task<IActionResult> OnPostMakeAsync(CancellationToken cancellationToken)
    {
        if (!MayMake)
        {
            return Forbid();
        }

        if (!await FindAsync(cancellationToken) || Programme is not { Name: var name })
        {
            return NotFound();
        }

        var (by, now, culture) = (User.Identity!.Name!, time.GetUtcNow(), CultureInfo.CurrentCulture);
        var shown = (await users.GetUserAsync(User))?.DisplayName ?? by;
        var look = await context.CompanyLooks.AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        if (await reviews.MakeAsync(name, by, (known, summary) => WholeReport.Write(known, summary, look, now, shown, seesCosts: true, culture), cancellationToken) is not { } made)
        {
            return NotFound();
        }

        StatusMessage = texts["The review is made: inputs, definitions, figures and the report are frozen."];
        return RedirectToPage("/Reviews/Review", new { id = made.Id });
    }

    public async Task<IActionResult> OnPostPlanAsync(CancellationToken cancellationToken)
    {
        if (!MayMake)
        {
            return Forbid();
        }

        if (!await FindAsync(cancellationToken) || Programme is not { Name: var name })
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync(cancellationToken);
        }

        var stored = await context.ReviewPlans.SingleOrDefaultAsync(plan => plan.Programme == name, cancellationToken);
        if (Change(stored, name) is { } changed)
        {
            await changed(cancellationToken);
        }

        return RedirectToPage(new { programme = name });
    }

    private Func<CancellationToken, Task>? Change(ReviewPlan? stored, string name)
    {
        if (Input.Cadence is not { } cadence)
        {
            if (stored is null)
            {
                return null;
            }

            context.Expect(stored, Input.Version);
            context.Remove(stored);
        }
        else if (stored is null)
        {
            context.Add(new ReviewPlan { Programme = name, Cadence = cadence, Days = Input.Days!.Value, Since = Figures.Cube.LastFullMonth });
        }
        else
        {
            context.Change(stored, stored with { Cadence = cadence, Days = Input.Days!.Value }, Input.Version);
        }

        return SaveAsync;
    }

    private async Task SaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await context.SaveChangesAsync(cancellationToken);
            StatusMessage = texts["The cadence is saved."];
        }
        catch (DbUpdateException problem) when (problem is DbUpdateConcurrencyException || Input.Version == Guid.Empty)
        {
            Problem = texts["Somebody else saved this meanwhile. Nothing was changed: look at what it is now."];
        }
    }

    private async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        Figures = await store.LoadAsync(cancellationToken);
        Programme = Figures.Programmes.FirstOrDefault(each => Asks is null || string.Equals(each.Name, Asks, StringComparison.OrdinalIgnoreCase));
        return Asks is null || Programme is not null;
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        if (Programme is not { Name: var name })
        {
            return Page();
        }

        Plan = await context.ReviewPlans.SingleOrDefaultAsync(plan => plan.Programme == name, cancellationToken);
        if (Plan is not null && ModelState.IsValid)
        {
            (Input.Cadence, Input.Days, Input.Version) = (Plan.Cadence, Plan.Days, context.VersionOf(Plan));
        }

        Next = (await reminders.NextAsync(Figures, cancellationToken)).Where(each => each.Plan.Programme == name).Select(each => each.Next).FirstOrDefault();
        var open = await context.ReviewItems.Where(item => item.Kind == ReviewItemKind.Action && item.DoneOn == null)
            .GroupBy(item => item.ReviewId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        var listed = new List<ListedReview>();
        foreach (var review in (await reviews.ListAsync(name, cancellationToken)).Take(MostShown))
        {
            listed.Add(new(review, await memory.RestatementOfAsync(reviews, review, Figures, cancellationToken), open.GetValueOrDefault(review.Id)));
        }

        Listed = listed;
        return Page();
    }
}
