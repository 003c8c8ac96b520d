using CrmRoi.Data;
using CrmRoi.Import;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace CrmRoi.Web.Pages.Import;

/// <summary>The refused rows of an import as a file that can be mended and sent again.</summary>
public sealed class RefusedModel(CrmRoiContext context, ImportJobs jobs, ImportTexts texts) : PageModel
{
    public async Task<IActionResult> OnGetAsync(int run, CancellationToken cancellationToken)
    {
        if (await context.Imports.AsNoTracking().SingleOrDefaultAsync(each => each.Id == run, cancellationToken) is not { Refused: > 0 } found)
        {
            return NotFound();
        }

        // Written while it is read: there may be millions.
        var translated = await TranslatedAsync(found, cancellationToken);
        var rows = context.RefusedRows.AsNoTracking().Where(row => row.ImportRunId == run).OrderBy(row => row.Id).AsAsyncEnumerable()
            .Select(row => (row.Line, ReasonOf(row, translated), row.RawLine));
        Response.ContentType = "text/csv; charset=utf-8";
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName($"{Path.GetFileNameWithoutExtension(found.FileName)}-refused.csv");
        Response.Headers.ContentDisposition = disposition.ToString();
        await RefusedRowsFile.WriteAsync(Response.Body, rows, cancellationToken);
        return new EmptyResult();
    }

    private static string ReasonOf(RefusedRow row, Dictionary<(int Line, string Reason), string> translated)
    {
        var reason = translated.GetValueOrDefault((row.Line, row.Reason), row.Reason);
        return row.Column.Length == 0 ? reason : $"{row.Column}: {reason}";
    }

    // What the kept result does not have any more stays as it was written: in English.
    private async Task<Dictionary<(int Line, string Reason), string>> TranslatedAsync(ImportRun run, CancellationToken cancellationToken)
    {
        var job = run.ImportJobId is { } id ? await jobs.FindAsync(id, cancellationToken) : null;
        var file = KeptResult.Read(job?.Result)?.Files.FirstOrDefault(file => file.RunId == run.Id);
        return (file?.Refusals ?? []).DistinctBy(refusal => (refusal.Line, refusal.Reason)).ToDictionary(refusal => (refusal.Line, refusal.Reason), texts.Of);
    }
}
