using CrmRoi.Data;
using CrmRoi.Metrics.Evidence;
using CrmRoi.Metrics.Programmes;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CrmRoi.Web.Pages.Admin.Causes;

/// <summary>What else moved the figures, and by which method the evidence of each programme is reckoned.</summary>
public sealed class IndexModel(CrmRoiContext context, FigureStore store) : PageModel
{
    public IReadOnlyList<(long Key, OtherCause Cause)> Causes { get; private set; } = [];

    /// <summary>Each programme with how its evidence is reckoned, and who decided it where anybody did.</summary>
    public IReadOnlyList<(Programme Programme, EvidenceSettings Settings, string? DecidedBy)> Methods { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var causes = await context.OtherCauses.AsNoTracking().OrderBy(cause => cause.From).ThenBy(cause => cause.Name)
            .Select(cause => new { Cause = cause, Key = EF.Property<long>(cause, Shadow.Key) }).ToListAsync(cancellationToken);
        Causes = [.. causes.Select(cause => (cause.Key, cause.Cause))];
        var figures = await store.LoadAsync(cancellationToken);
        Methods =
        [
            .. figures.Programmes.Select(programme => (
                programme,
                figures.SettingsOf(programme),
                figures.MethodChoices.FirstOrDefault(choice => string.Equals(choice.Programme, programme.Name, StringComparison.OrdinalIgnoreCase))?.StatedBy)),
        ];
    }
}
