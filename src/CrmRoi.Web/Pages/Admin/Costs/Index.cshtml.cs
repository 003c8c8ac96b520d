using CrmRoi.Data;
using CrmRoi.Metrics;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Records;
using CrmRoi.Metrics.Return;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CrmRoi.Web.Pages.Admin.Costs;

/// <summary>A cost in the list.</summary>
public sealed record ListedCost(long Key, CostLine Line);

/// <summary>A saving in the list, with what it has saved and what it will save to the end of the horizon.</summary>
public sealed record ListedSaving(long Key, Saving Saving, decimal SoFar, decimal Planned);

/// <summary>What a programme costs and saves, item by item: read by administrators and the CFO, changed by administrators.</summary>
public sealed class IndexModel(CrmRoiContext context, FigureStore store) : PageModel
{
    public IReadOnlyList<Programme> Programmes { get; private set; } = [];

    public Programme? Programme { get; private set; }

    public CostSummary? Costs { get; private set; }

    public IReadOnlyList<IGrouping<CostKind, ListedCost>> Kinds { get; private set; } = [];

    /// <summary>The lines of the plan that was made before.</summary>
    public IReadOnlyList<ListedCost> Plan { get; private set; } = [];

    public IReadOnlyList<ListedSaving> Savings { get; private set; } = [];

    /// <summary>Costs and savings of programmes that do not exist, as a file may name them: they count nowhere.</summary>
    public IReadOnlyList<(long Key, Record Record, string Programme)> Strays { get; private set; } = [];

    public Month LastMonth { get; private set; }

    public bool MayWrite => User.IsInRole(Roles.Admin);

    public async Task<IActionResult> OnGetAsync(string? programme, CancellationToken cancellationToken)
    {
        var figures = await store.LoadAsync(cancellationToken);
        Programmes = figures.Programmes;
        Programme = Programmes.FirstOrDefault(each => programme is null || IsSame(each.Name, programme));
        if (programme is not null && Programme is null)
        {
            return NotFound();
        }

        LastMonth = figures.Cube.LastFullMonth;
        await ReadAsync(cancellationToken);
        return Page();
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        var costs = await context.Costs.AsNoTracking().OrderBy(cost => cost.From)
            .Select(cost => new { Record = cost, Key = EF.Property<long>(cost, Shadow.Key) }).ToListAsync(cancellationToken);
        var savings = await context.Savings.AsNoTracking().OrderBy(saving => saving.From)
            .Select(saving => new { Record = saving, Key = EF.Property<long>(saving, Shadow.Key) }).ToListAsync(cancellationToken);
        Strays =
        [
            .. costs.Where(cost => IsStray(cost.Record.Programme)).Select(cost => (cost.Key, (Record)cost.Record, cost.Record.Programme)),
            .. savings.Where(saving => IsStray(saving.Record.Programme)).Select(saving => (saving.Key, (Record)saving.Record, saving.Record.Programme)),
        ];
        if (Programme is not { } programme)
        {
            return;
        }

        Costs = CostSummary.Of(programme, costs.Select(cost => cost.Record), LastMonth);
        var keys = costs.ToDictionary(cost => cost.Record, cost => cost.Key);
        Kinds = [.. Costs.Lines.Select(line => new ListedCost(keys[line.Cost], line)).GroupBy(cost => cost.Line.Cost.Kind).OrderBy(kind => kind.Key)];
        Plan = [.. Costs.Plan.Select(line => new ListedCost(keys[line.Cost], line))];
        Savings = [.. savings.Where(saving => IsSame(saving.Record.Programme, programme.Name)).Select(saving => ListedOf(saving.Key, saving.Record))];
    }

    private ListedSaving ListedOf(long key, Saving saving)
    {
        var all = SavingSchedule.Of(saving, Month.Max(LastMonth, Costs?.HorizonEnd ?? LastMonth));
        var soFar = all.In(new(saving.From, LastMonth)).Total;
        return new(key, saving, soFar, all.Total - soFar);
    }

    private bool IsStray(string name) => !Programmes.Any(programme => IsSame(programme.Name, name));

    private static bool IsSame(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
