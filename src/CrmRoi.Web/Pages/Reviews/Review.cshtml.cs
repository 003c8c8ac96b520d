using CrmRoi.Data;
using CrmRoi.Metrics.Reviews;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CrmRoi.Web.Pages.Reviews;

/// <summary>One review: what was frozen, what later data changed, what was said and decided, and who signed it.</summary>
public sealed class ReviewModel(
    CrmRoiContext context, FigureStore store, ReviewStore reviews, ReviewMemory memory, RestatementStore restatements, ReviewTable table, TimeProvider time, IStringLocalizer<ReviewTexts> texts)
    : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    /// <summary>With which review it is compared.</summary>
    [BindProperty(SupportsGet = true, Name = "with")]
    public int? With { get; set; }

    /// <summary>Whether it is to be proved.</summary>
    [BindProperty(SupportsGet = true, Name = "check")]
    public bool Checks { get; set; }

    [BindProperty]
    public ItemInput Input { get; set; } = new();

    public Figures Figures { get; private set; } = null!;

    public Review Review { get; private set; } = null!;

    public FrozenReview Frozen { get; private set; } = null!;

    public Review? OtherReview { get; private set; }

    public FrozenReview? Other { get; private set; }

    /// <summary>The other reviews of its programme.</summary>
    public IReadOnlyList<Review> Others { get; private set; } = [];

    public Restatement? Restated { get; private set; }

    public IReadOnlyList<RestatementCause> Causes { get; private set; } = [];

    public IReadOnlyList<ReviewItem> Items { get; private set; } = [];

    public ReviewVerification? Verified { get; private set; }

    public IReadOnlyList<FigureRow> Rows { get; private set; } = [];

    public IReadOnlyList<MetricRow> Metrics { get; private set; } = [];

    /// <summary>The metrics whose definition is another one today.</summary>
    public IReadOnlyList<FrozenDefinition> Redefined { get; private set; } = [];

    public bool IsSigned => Review.SignedAt is not null;

    public bool MaySeeCosts => User.IsInRole(Roles.Admin) || User.IsInRole(Roles.Cfo);

    public bool MayWrite => MaySeeCosts && !IsSigned;

    public bool MaySign => User.IsInRole(Roles.Cfo) && !IsSigned;

    public DateOnly Today => Figures.Company.DayOf(time.GetUtcNow());

    [TempData]
    public string? StatusMessage { get; set; }

    [TempData]
    public string? Problem { get; set; }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Figures = await store.LoadAsync(HttpContext.RequestAborted);
        if (await reviews.FindAsync(Id, HttpContext.RequestAborted) is not { } found)
        {
            context.Result = NotFound();
            return;
        }

        Review = found;
        if (HttpMethods.IsPost(Request.Method) && !MaySeeCosts)
        {
            context.Result = Forbid();
            return;
        }

        await next();
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await ShowAsync(cancellationToken);

    /// <summary>The report as it was frozen; it lists single costs, so it is for those who may see them.</summary>
    public async Task<IActionResult> OnGetPdfAsync(CancellationToken cancellationToken) =>
        !MaySeeCosts ? Forbid()
        : await reviews.ReadReportAsync(Id, cancellationToken) is { } report ? File(report, "application/pdf", $"review-{Id}-{Review.Until}.pdf")
        : NotFound();

    public async Task<IActionResult> OnPostItemAsync(CancellationToken cancellationToken)
    {
        if (Input.Kind == ReviewItemKind.Action && string.IsNullOrWhiteSpace(Input.Owner))
        {
            ModelState.AddModelError("Input.Owner", texts["An action needs somebody who does it."]);
        }

        if (Input.Kind == ReviewItemKind.Action && Input.DueOn is null)
        {
            ModelState.AddModelError("Input.DueOn", texts["An action needs a day by which it is done."]);
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync(cancellationToken);
        }

        var isAction = Input.Kind == ReviewItemKind.Action;
        context.Add(new ReviewItem
        {
            ReviewId = Id,
            Kind = Input.Kind,
            Text = Input.Text.Trim(),
            Owner = isAction ? Input.Owner!.Trim() : null,
            DueOn = isAction ? Input.DueOn : null,
            WrittenBy = User.Identity!.Name!,
            WrittenAt = time.GetUtcNow(),
        });
        return await SaveAsync(texts["It is written down."], cancellationToken);
    }

    public async Task<IActionResult> OnPostDoneAsync(int item, Guid version, CancellationToken cancellationToken) =>
        await ChangeAsync(item, version, found => found.DoneOn = found.DoneOn is null ? Today : null, cancellationToken);

    public async Task<IActionResult> OnPostDeleteAsync(int item, Guid version, CancellationToken cancellationToken) =>
        await ChangeAsync(item, version, found => context.Remove(found), cancellationToken);

    public async Task<IActionResult> OnPostSignAsync(string? note, CancellationToken cancellationToken)
    {
        if (!User.IsInRole(Roles.Cfo))
        {
            return Forbid();
        }

        if (note is { Length: > Limits.Text })
        {
            return BadRequest();
        }

        if (!(await reviews.VerifyAsync(Id, cancellationToken))!.IsWhole)
        {
            Problem = texts["It is not signed: it is not what it was when it was made."];
            return RedirectToPage(new { id = Id, check = true });
        }

        (Review.SignedAt, Review.SignedBy, Review.SignedNote) = (time.GetUtcNow(), User.Identity!.Name!, string.IsNullOrWhiteSpace(note) ? null : note.Trim());
        return await SaveAsync(texts["The review is signed. Nothing of it changes any more."], cancellationToken);
    }

    /// <summary>The version of an item that its buttons carry.</summary>
    public Guid VersionOf(ReviewItem item) => context.VersionOf(item);

    private async Task<IActionResult> ChangeAsync(int item, Guid version, Action<ReviewItem> change, CancellationToken cancellationToken)
    {
        if (await context.ReviewItems.SingleOrDefaultAsync(each => each.Id == item && each.ReviewId == Id, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        context.Expect(found, version);
        change(found);
        return await SaveAsync(texts["It is written down."], cancellationToken);
    }

    private async Task<IActionResult> SaveAsync(string message, CancellationToken cancellationToken)
    {
        try
        {
            await context.SaveChangesAsync(cancellationToken);
            StatusMessage = message;
        }
        catch (DbUpdateConcurrencyException)
        {
            Problem = texts["Somebody else saved this meanwhile. Nothing was changed: look at what it is now."];
        }
        catch (SignedReviewException)
        {
            Problem = texts["The review is signed: nothing of it changes any more."];
        }

        return RedirectToPage(new { id = Id });
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        Others = [.. (await reviews.ListAsync(Review.Programme, cancellationToken)).Where(each => each.Id != Id)];
        if (With is { } asked && (OtherReview = Others.FirstOrDefault(each => each.Id == asked)) is null)
        {
            return NotFound();
        }

        if (await reviews.ReadAsync(Id, cancellationToken) is not { } frozen)
        {
            return NotFound();
        }

        Frozen = frozen;
        Other = OtherReview is null ? null : await reviews.ReadAsync(OtherReview.Id, cancellationToken);
        Restated = await memory.RestatementOfAsync(reviews, Review, Figures, cancellationToken);
        Causes = Restated is { IsAny: true } ? await restatements.CausesAsync(Review, Restated, cancellationToken) : [];
        Items = await context.ReviewItems.Where(item => item.ReviewId == Id).OrderBy(item => item.Kind).ThenBy(item => item.Id).ToListAsync(cancellationToken);
        Verified = Checks ? await reviews.VerifyAsync(Id, cancellationToken) : null;
        (Rows, Metrics) = (table.Return(frozen, Other, Restated), table.Metrics(frozen, Other, Restated));
        var today = FrozenDefinition.OfCatalogue().ToDictionary(definition => definition.Key);
        Redefined = [.. frozen.Definitions.Where(definition => today.GetValueOrDefault(definition.Key) != definition)];
        return Page();
    }
}
