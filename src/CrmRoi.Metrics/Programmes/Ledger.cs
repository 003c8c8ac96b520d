using CrmRoi.Metrics.Records;
using CrmRoi.Metrics.Return;

namespace CrmRoi.Metrics.Programmes;

/// <summary>Everything that is known about the money of all programmes besides the figures: what people entered, and what the evidence says.</summary>
public sealed record Ledger
{
    /// <summary>Nothing entered.</summary>
    public static readonly Ledger Empty = new();

    /// <summary>Every programme: margin is allotted among them once. Empty where only one is looked at.</summary>
    public IReadOnlyList<Programme> Programmes { get; init; } = [];

    /// <summary>What they cost.</summary>
    public IReadOnlyList<Cost> Costs { get; init; } = [];

    /// <summary>What they save in cash, as entered.</summary>
    public IReadOnlyList<Saving> Savings { get; init; } = [];

    /// <summary>What they bring, kind by kind.</summary>
    public IReadOnlyList<Benefit> Benefits { get; init; } = [];

    /// <summary>What is assumed.</summary>
    public IReadOnlyList<Assumption> Assumptions { get; init; } = [];

    /// <summary>Which functions are in use.</summary>
    public IReadOnlyList<Lever> Levers { get; init; } = [];

    /// <summary>The official estimates of what is measured; what has none is the plain difference of before and after.</summary>
    public IReadOnlyList<BenefitEstimate> Estimates { get; init; } = [];

    /// <summary>The part of it that is a programme's.</summary>
    public Ledger Of(Programme programme) => this with
    {
        Costs = [.. Costs.Where(cost => IsOf(programme, cost.Programme))],
        Savings = [.. Savings.Where(saving => IsOf(programme, saving.Programme))],
        Benefits = [.. Benefits.Where(benefit => IsOf(programme, benefit.Programme))],
        Assumptions = [.. Assumptions.Where(assumption => IsOf(programme, assumption.Programme))],
        Levers = [.. Levers.Where(lever => IsOf(programme, lever.Programme))],
    };

    /// <summary>What is entered of a kind of benefit of a programme; none when nothing is.</summary>
    public Benefit? BenefitOf(Programme programme, BenefitKind kind) =>
        Benefits.FirstOrDefault(benefit => benefit.Kind == kind && IsOf(programme, benefit.Programme));

    /// <summary>The official estimate of a programme's benefit; none where it has none.</summary>
    public GainEstimate? EstimateOf(Programme programme, BenefitKind kind) =>
        Estimates.FirstOrDefault(estimate => estimate.Kind == kind && IsOf(programme, estimate.Programme))?.Estimate;

    /// <summary>The assumption that a number of a programme is reckoned with; the first by name where several are entered.</summary>
    public Assumption? AssumptionOf(Programme programme, AssumptionTarget target, BenefitKind? benefit = null) => Assumptions
        .Where(assumption => assumption.Target == target && assumption.Problem is null && IsOf(programme, assumption.Programme)
            && (benefit is null || assumption.Benefit == benefit))
        .MinBy(assumption => assumption.Name, StringComparer.Ordinal);

    private static bool IsOf(Programme programme, string name) => string.Equals(programme.Name, name, StringComparison.OrdinalIgnoreCase);
}
