using CrmRoi.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CrmRoi.Web.Pages.Import;

[LargestUpload(LargestMegabytes)]
public sealed class IndexModel(CrmRoiContext context, UploadFolder uploads, ImportTexts texts) : PageModel
{
    public const int LargestMegabytes = 200;

    private const int MostFiles = 30;
    private const int MostRuns = 50;
    private const int MostWaiting = 5;

    public IReadOnlyList<ImportRun> Runs { get; private set; } = [];

    /// <summary>The imports that wait or go on.</summary>
    public IReadOnlyList<ImportJob> Going { get; private set; } = [];

    /// <summary>What this reader sent and did not let in yet.</summary>
    public IReadOnlyList<Upload> Waiting { get; private set; } = [];

    public int RunCount { get; private set; }

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public Task<IActionResult> OnGetTooLargeAsync(CancellationToken cancellationToken)
    {
        ModelState.AddModelError("files", texts["Together these files are larger than {0} MB. Send fewer at once, or shorter periods.", LargestMegabytes]);
        return ShowAsync(cancellationToken);
    }

    /// <summary>Where there was no room for what a browser sent, before this page saw it.</summary>
    public Task<IActionResult> OnGetNoRoomAsync(CancellationToken cancellationToken)
    {
        ModelState.AddModelError("files", NoRoom);
        return ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(List<IFormFile> files, CancellationToken cancellationToken)
    {
        if (files.Count == 0)
        {
            ModelState.AddModelError("files", texts["Choose one file or several."]);
        }
        else if (files.TrueForAll(file => file.Length == 0))
        {
            ModelState.AddModelError("files", texts["There is nothing in {0}: choose another file.", string.Join(", ", files.Select(file => Path.GetFileName(file.FileName)))]);
        }
        else if (files.Count > MostFiles)
        {
            ModelState.AddModelError("files", texts["At most {0} files go at once.", MostFiles]);
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync(cancellationToken);
        }

        try
        {
            var upload = await uploads.AddAsync(User.Identity?.Name ?? "", files, cancellationToken);
            return RedirectToPage("Preview", new { id = upload.Id });
        }
        catch (IOException problem) when (DiskFull.Is(problem))
        {
            ModelState.AddModelError("files", NoRoom);
            return await ShowAsync(cancellationToken);
        }
    }

    private string NoRoom => texts["There is no room for the files: the disk is full. Nothing of them is kept. Make room, then send them again."];

    /// <summary>Throws away what was sent and not let in.</summary>
    public async Task<IActionResult> OnPostDiscardAsync(string? id, CancellationToken cancellationToken)
    {
        if ((await uploads.WaitingAsync(User.Identity?.Name ?? "", cancellationToken)).FirstOrDefault(upload => upload.Id == id) is not { } upload)
        {
            return NotFound();
        }

        uploads.Remove(upload);
        return RedirectToPage();
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        Going = await context.ImportJobs.AsNoTracking().Where(job => job.State == ImportState.Queued || job.State == ImportState.Running).OrderBy(job => job.Id).ToListAsync(cancellationToken);
        Waiting = [.. (await uploads.WaitingAsync(User.Identity?.Name ?? "", cancellationToken)).Take(MostWaiting)];
        RunCount = await context.Imports.CountAsync(run => run.State == ImportState.Done, cancellationToken);
        Runs = await context.Imports.AsNoTracking().OrderByDescending(run => run.Id).Take(MostRuns).ToListAsync(cancellationToken);
        return Page();
    }
}
