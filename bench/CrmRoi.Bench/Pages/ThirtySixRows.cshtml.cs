using CrmRoi.Data;
using CrmRoi.Metrics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CrmRoi.Bench.Pages;

/// <summary>The other side of the overview's ratio: a page of the same program that reads 36 rows by one EF query.</summary>
public sealed class ThirtySixRowsModel(CrmRoiContext context) : PageModel
{
    public IReadOnlyList<(Month Month, string Team, long Won)> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var rows = await context.Snapshots.AsNoTracking()
            .OrderBy(row => row.Month)
            .Select(row => new { row.Month, row.Team, row.Totals.DealsWon })
            .Take(36)
            .ToListAsync(cancellationToken);
        Rows = [.. rows.Select(row => (row.Month, row.Team, row.DealsWon))];
        return Page();
    }
}
