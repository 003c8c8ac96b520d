using CrmRoi.Data;
using CrmRoi.Metrics;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Return;

namespace CrmRoi.Web.Pages.Return;

/// <summary>What is not certain of a return, and how it goes on.</summary>
/// <param name="Return">The return.</param>
/// <param name="Bars">What each doubt does alone, the widest first.</param>
/// <param name="Outcomes">The worst, likely and best case, then those that were saved; empty where the gain is not known.</param>
/// <param name="Projection">How it goes on to the end of the horizon; none where there is no complete year.</param>
/// <param name="Uplifts">What would have to rise by how much to pay.</param>
/// <param name="Split">What the counted sales margin is made of; none where the margin is not known.</param>
public sealed record Outlook(
    ProgrammeReturn Return,
    IReadOnlyList<TornadoBar> Bars,
    IReadOnlyList<ScenarioOutcome> Outcomes,
    Projection? Projection,
    IReadOnlyList<Uplift> Uplifts,
    MarginSplit? Split)
{
    /// <summary>Reckons it from the figures.</summary>
    public static Outlook Of(Figures figures, ProgrammeReturn result)
    {
        var model = ReturnModels.Of(result);
        var saved = figures.Scenarios.Where(scenario => string.Equals(scenario.Programme, result.Programme.Name, StringComparison.OrdinalIgnoreCase));
        return new(
            result,
            model is null ? [] : Tornado.Of(model),
            model is null ? [] : Scenarios.Of(model, saved),
            global::CrmRoi.Metrics.Return.Projection.Of(result),
            BreakEvenUplift.Each(result.Programme, result.Cost, figures.Cube),
            MarginSplit.Of(result, figures.Cube));
    }

    /// <summary>The assumption of that name; none for the doubt of an estimate, which has no name.</summary>
    public Assumption? AssumptionOf(string? name) => Return.Assumptions.FirstOrDefault(assumption => assumption.Name == name);
}
