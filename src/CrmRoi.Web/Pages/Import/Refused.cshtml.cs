using CrmRoi.Data;
using CrmRoi.Import;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

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

        var rows = await context.RefusedRows.AsNoTracking().Where(row => row.ImportRunId == run).OrderBy(row => row.Line).ToListAsync(cancellationToken);
        var name = $"{Path.GetFileNameWithoutExtension(found.FileName)}-refused.csv";
        return File(RefusedRowsFile.Write(rows.Select(row => (row.Line, row.Reason, row.RawLine))), "text/csv; charset=utf-8", name);
    }
}
