using CrmRoi.Metrics.Evidence;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Records;
using CrmRoi.Metrics.Return;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Data;

/// <summary>Everything that pages and reports reckon with, at one state of the data.</summary>
/// <param name="Version">The state's number.</param>
/// <param name="Company">The company.</param>
/// <param name="Programmes">Its programmes, by name.</param>
/// <param name="Costs">What they cost.</param>
/// <param name="Savings">What they save.</param>
/// <param name="Cube">Every snapshot and cohort.</param>
public sealed record Figures(
    long Version, Company Company, IReadOnlyList<Programme> Programmes, IReadOnlyList<Cost> Costs, IReadOnlyList<Saving> Savings, SnapshotCube Cube)
{
    /// <summary>The number of the state of what <see cref="Cube"/> is made of: the records, and what people say of them.</summary>
    public long CubeVersion { get; init; }

    /// <summary>What people say that stages mean.</summary>
    public IReadOnlyList<StageRule> Stages { get; init; } = [];

    /// <summary>Everything that is known about the money of all programmes: what is entered, and the official estimates.</summary>
    public Ledger Ledger { get; init; } = new() { Programmes = Programmes, Costs = Costs, Savings = Savings };

    /// <summary>The scenarios that somebody saved, by name.</summary>
    public IReadOnlyList<Scenario> Scenarios { get; init; } = [];

    /// <summary>What else moved the figures, by its first month.</summary>
    public IReadOnlyList<OtherCause> Causes { get; init; } = [];

    /// <summary>What admins decided about the evidence of programmes.</summary>
    public IReadOnlyList<MethodChoice> MethodChoices { get; init; } = [];

    /// <summary>The evidence that was reckoned from these very figures. What is out of date is not in it: see <see cref="EvidenceStore"/>.</summary>
    public IReadOnlyList<ProgrammeEvidence> Evidence { get; init; } = [];

    /// <summary>How a programme's evidence is reckoned.</summary>
    public EvidenceSettings SettingsOf(Programme programme) =>
        MethodChoices.FirstOrDefault(choice => string.Equals(choice.Programme, programme.Name, StringComparison.OrdinalIgnoreCase))?.Settings ?? new();

    /// <summary>A programme's evidence on everything that was reckoned.</summary>
    public IReadOnlyList<ProgrammeEvidence> EvidenceOf(Programme programme) => [.. Evidence.Where(evidence => evidence.Programme.Name == programme.Name)];

    /// <summary>The scenarios that somebody saved for a programme.</summary>
    public IReadOnlyList<Scenario> ScenariosOf(Programme programme) =>
        [.. Scenarios.Where(scenario => string.Equals(scenario.Programme, programme.Name, StringComparison.OrdinalIgnoreCase))];

    /// <summary>A programme's evidence on a subject; none while it is still to be reckoned.</summary>
    public ProgrammeEvidence? EvidenceOf(Programme programme, EvidenceSubject subject) =>
        Evidence.FirstOrDefault(evidence => evidence.Programme.Name == programme.Name && evidence.Subject.Key == subject.Key);
}
