using System.Globalization;
using CrmRoi.Data;
using CrmRoi.Import;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CrmRoi.Web.Pages.Import;

/// <summary>How an import stands: how far it is, what became of it, and taking it back. Whoever left comes back to it.</summary>
public sealed class JobModel(CrmRoiContext context, ImportJobs jobs, UploadFolder uploads, ImportTexts texts) : PageModel
{
    private const int Again = 2;
    private const int ConflictsNamed = 5;

    public ImportJob Job { get; private set; } = null!;

    /// <summary>Whether another import must end before it begins.</summary>
    public bool Waits { get; private set; }

    /// <summary>What became of its files; none before it is over.</summary>
    public ImportResult? Result { get; private set; }

    /// <summary>Whether its files are still there to be looked at again.</summary>
    public bool HasFiles => uploads.Holds(Job.Reference) && Job.User == User.Identity?.Name;

    /// <summary>How far it is, of a hundred; not known before the rows are counted.</summary>
    public decimal? Percent => CrmRoi.Metrics.Ratio.Of(100 * Job.RowsRead, Job.RowsTotal);

    [TempData]
    public string? Problem { get; set; }

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken)
    {
        if (await jobs.FindAsync(id, cancellationToken) is not { } job)
        {
            return NotFound();
        }

        Job = job;
        Result = KeptResult.Read(job.Result);
        if (!job.IsOver)
        {
            Waits = await context.ImportJobs.AnyAsync(other => other.Id < id && (other.State == ImportState.Queued || other.State == ImportState.Running), cancellationToken);
            // Works without a script: the browser asks again by itself.
            Response.Headers["Refresh"] = Again.ToString(CultureInfo.InvariantCulture);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostUndoAsync(int id, CancellationToken cancellationToken)
    {
        if (await jobs.FindAsync(id, cancellationToken) is not { } job)
        {
            return NotFound();
        }

        if (job.State != ImportState.Done)
        {
            return BadRequest();
        }

        var undone = await jobs.UndoAsync(id, cancellationToken);
        if (!undone.IsDone)
        {
            var named = string.Join(", ", undone.Conflicts.Take(ConflictsNamed).Select(conflict => $"{conflict.Source} {conflict.Id}"));
            Problem = texts["Not undone: {0} of its records were changed since, by later imports or by hand ({1}). Undo those imports first.", undone.ConflictCount, named];
        }

        return RedirectToPage(new { id });
    }
}
