using CrmRoi.Data;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Return;
using CrmRoi.Metrics.Snapshots;
using CrmRoi.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrmRoi.Web.Pages.Admin.Benefits;

/// <summary>What a programme brings, kind by kind, and the functions of the CRM that are to bring it.</summary>
public sealed class IndexModel(FigureStore store) : PageModel
{
    public IReadOnlyList<Programme> Programmes { get; private set; } = [];

    /// <summary>None while there is no programme.</summary>
    public ProgrammeReturn? Return { get; private set; }

    public IReadOnlyList<LeverReading> Levers { get; private set; } = [];

    /// <summary>Functions that nobody has entered.</summary>
    public IEnumerable<CrmFunction> Unused => Enum.GetValues<CrmFunction>().Except(Levers.Select(reading => reading.Lever.Function));

    public bool MayWrite => User.IsInRole(Roles.Admin);

    public async Task<IActionResult> OnGetAsync(string? programme, CancellationToken cancellationToken)
    {
        var figures = await store.LoadAsync(cancellationToken);
        Programmes = figures.Programmes;
        if (Programmes.FirstOrDefault(each => programme is null || string.Equals(each.Name, programme, StringComparison.OrdinalIgnoreCase)) is not { } chosen)
        {
            return programme is null ? Page() : NotFound();
        }

        Return = figures.SummaryOf(chosen, Filter.None).Return;
        Levers = figures.Remember(
            (nameof(LeverReading), chosen.Name),
            () => figures.Ledger.Of(chosen).Levers.Select(lever => LeverReading.Of(lever, chosen, figures.Cube)).ToList());
        return Page();
    }
}
