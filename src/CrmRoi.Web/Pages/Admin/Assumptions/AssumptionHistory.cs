using System.Globalization;
using CrmRoi.Data;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Return;

namespace CrmRoi.Web.Pages.Admin.Assumptions;

/// <summary>Writes down what a change of an assumption does to the return.</summary>
public sealed class AssumptionHistory(CrmRoiContext context, FigureStore store, TimeProvider time)
{
    /// <summary>Adds the change of one assumption to the context: ROI before is that of the figures as they stand.</summary>
    public async Task AddAsync(Assumption? before, Assumption? after, string by, CancellationToken cancellationToken)
    {
        var figures = await store.LoadAsync(cancellationToken);
        var (changed, name) = ((after ?? before)!, (before ?? after)!.Name);
        var others = figures.Ledger.Assumptions.Where(each => !(each.Programme == changed.Programme && each.Name == name));
        context.Add(new AssumptionChange
        {
            Programme = changed.Programme,
            Assumption = changed.Name,
            At = time.GetUtcNow(),
            By = by,
            Before = Text(before),
            After = Text(after),
            RoiBefore = RoiOf(figures, changed.Programme, figures.Ledger),
            RoiAfter = RoiOf(figures, changed.Programme, figures.Ledger with { Assumptions = [.. others, .. after is null ? Array.Empty<Assumption>() : [after]] }),
        });
    }

    private static decimal? RoiOf(Figures figures, string name, Ledger ledger) =>
        figures.Programmes.FirstOrDefault(programme => string.Equals(programme.Name, name, StringComparison.OrdinalIgnoreCase)) is { } programme
            && ReturnCalculation.Of(programme, ledger, figures.Cube).Roi is { } roi ? decimal.Round(roi, 8) : null;

    private static string? Text(Assumption? assumption) => assumption is null ? null : string.Create(
        CultureInfo.InvariantCulture, $"{assumption.Low:0.####} – {assumption.Value:0.####} – {assumption.High:0.####}; {assumption.Decision}");
}
