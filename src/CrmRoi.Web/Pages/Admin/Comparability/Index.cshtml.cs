using System.ComponentModel.DataAnnotations;
using CrmRoi.Data;
using CrmRoi.Metrics.Comparing;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Snapshots;
using CrmRoi.Reports;
using CrmRoi.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CrmRoi.Web.Pages.Admin.Comparability;

/// <summary>What is only known because it is logged, and whether it may be compared across a programme's go-live.</summary>
public sealed class IndexModel(
    CrmRoiContext context, FigureStore store, TimeProvider time, IStringLocalizer<AdminTexts> texts, DomainText words) : PageModel
{
    [BindProperty]
    public StatementInput Input { get; set; } = new();

    public IReadOnlyList<LoggingLine> Lines { get; private set; } = [];

    [TempData]
    public string? StatusMessage { get; set; }

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var figures = await store.LoadAsync(cancellationToken);
        if (figures.Programmes.All(programme => programme.Name != Input.Programme) || Logging.Families.All(logged => logged.Family != Input.Family))
        {
            return BadRequest();
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync(cancellationToken);
        }

        var row = await FindAsync(cancellationToken);
        var (who, why) = (User.Identity?.Name ?? "", Input.Why.Trim());
        if (row is null)
        {
            context.Add(new ComparabilityRow { Programme = Input.Programme, Family = Input.Family, Why = why, StatedBy = who, StatedAt = time.GetUtcNow() });
        }
        else
        {
            (row.Why, row.StatedBy, row.StatedAt) = (why, who, time.GetUtcNow());
        }

        await context.SaveChangesAsync(cancellationToken);
        StatusMessage = texts["{0} is compared from now on, with your statement beside it.", NameOf(Input.Family)];
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not { } row)
        {
            return NotFound();
        }

        context.Remove(row);
        await context.SaveChangesAsync(cancellationToken);
        StatusMessage = texts["The statement about {0} is withdrawn.", NameOf(row.Family)];
        return RedirectToPage();
    }

    public string NameOf(string family) => words.Name(Measure.Of(Logging.Families.Single(logged => logged.Family == family).Member));

    private Task<ComparabilityRow?> FindAsync(CancellationToken cancellationToken) => context.ComparabilityStatements.SingleOrDefaultAsync(
        row => row.Programme == Input.Programme && row.Family == Input.Family, cancellationToken);

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        var figures = await store.LoadAsync(cancellationToken);
        Lines = [.. figures.Programmes.Where(programme => programme.GoLive.IsKnown)
            .SelectMany(programme => Logging.Families.Select(logged => LoggingLine.Of(figures, programme, logged.Family)))];
        return Page();
    }
}

/// <summary>How something was logged around a programme's go-live.</summary>
/// <param name="Programme">The programme.</param>
/// <param name="Family">What.</param>
/// <param name="OfCompany">How the company logged it.</param>
/// <param name="Teams">How many teams there are.</param>
/// <param name="Changed">The teams that log it in another way since their own go-live.</param>
/// <param name="Statement">What somebody states of it.</param>
public sealed record LoggingLine(
    string Programme, string Family, LoggingChange OfCompany, int Teams, IReadOnlyList<string> Changed, ComparabilityStatement? Statement)
{
    public bool IsChanged => Changed.Count > 0 || OfCompany.IsChanged;

    /// <summary>How the records say that it was logged.</summary>
    public static LoggingLine Of(Figures figures, Programme programme, string family)
    {
        var teams = figures.MembersOf(Dimensions.Team).Where(team => team != Cell.Unassigned)
            .Select(team => (Team: team, Change: Logging.Of(figures.Cube, family, team, programme.GoLiveOf(team)))).ToList();
        return new(
            programme.Name,
            family,
            Logging.Of(figures.Cube, family, null, programme.GoLive),
            teams.Count,
            [.. teams.Where(team => team.Change.IsChanged).Select(team => team.Team)],
            figures.Cube.Statements.FirstOrDefault(statement => statement.Programme == programme.Name && statement.Family == family));
    }
}

/// <summary>A statement that something was logged alike.</summary>
public sealed class StatementInput
{
    [Required, StringLength(Limits.Name)]
    public string Programme { get; set; } = "";

    [Required, StringLength(64)]
    public string Family { get; set; } = "";

    [Required, StringLength(Limits.Text)]
    public string Why { get; set; } = "";
}
