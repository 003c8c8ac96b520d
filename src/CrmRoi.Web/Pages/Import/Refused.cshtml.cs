using CrmRoi.Data;
using CrmRoi.Import;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace CrmRoi.Web.Pages.Import;

/// <summary>The refused rows of an import as a file that can be mended and sent again.</summary>
public sealed class RefusedModel(CrmRoiContext context) : PageModel
{
    public async Task<IActionResult> OnGetAsync(int run, CancellationToken cancellationToken)
    {
        if (await context.Imports.AsNoTracking().SingleOrDefaultAsync(each => each.Id == run, cancellationToken) is not { Refused: > 0 } found)
        {
            return NotFound();
        }

        // Written while it is read: there may be millions.
        var rows = context.RefusedRows.AsNoTracking().Where(row => row.ImportRunId == run).OrderBy(row => row.Id).Select(row => ValueTuple.Create(row.Line, row.Reason, row.RawLine));
        Response.ContentType = "text/csv; charset=utf-8";
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName($"{Path.GetFileNameWithoutExtension(found.FileName)}-refused.csv");
        Response.Headers.ContentDisposition = disposition.ToString();
        await RefusedRowsFile.WriteAsync(Response.Body, rows.AsAsyncEnumerable(), cancellationToken);
        return new EmptyResult();
    }
}
