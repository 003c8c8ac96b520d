using CrmRoi.Metrics.Comparing;
using CrmRoi.Metrics.Evidence;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Records;
using CrmRoi.Metrics.Return;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Reviews;

/// <summary>What the records of one team come to in one month.</summary>
/// <param name="Month">The month.</param>
/// <param name="Team">The team; <see cref="Cell.Unassigned"/> for what belongs to none.</param>
/// <param name="Totals">What adds up.</param>
public sealed record TeamMonth(Month Month, string Team, Snapshot Totals);

/// <summary>Everything that a programme's return is reckoned from, at one moment.</summary>
/// <remarks>
/// The return reads no dimension but the team, so month × team is all of the cube that it needs: some hundred rows instead of some hundred
/// thousand. Figures that wait for something to end (medians, matured rates) cannot be reckoned from it; those are frozen as they were.
/// </remarks>
public sealed record FrozenInputs
{
    /// <summary>Whose return.</summary>
    public required Programme Programme { get; init; }

    /// <summary>Every programme: they share the margin among each other.</summary>
    public required IReadOnlyList<Programme> Programmes { get; init; }

    /// <summary>What it costs.</summary>
    public required IReadOnlyList<Cost> Costs { get; init; }

    /// <summary>What it saves.</summary>
    public required IReadOnlyList<Saving> Savings { get; init; }

    /// <summary>Its benefits.</summary>
    public required IReadOnlyList<Benefit> Benefits { get; init; }

    /// <summary>Its assumptions with their ranges, owners and what the CFO says of them.</summary>
    public required IReadOnlyList<Assumption> Assumptions { get; init; }

    /// <summary>Its functions with the months in which they were switched on.</summary>
    public required IReadOnlyList<Lever> Levers { get; init; }

    /// <summary>What the records come to, by month and team.</summary>
    public required IReadOnlyList<TeamMonth> Months { get; init; }

    /// <summary>The figures that people entered.</summary>
    public required IReadOnlyList<EnteredFigure> Entered { get; init; }

    /// <summary>What people state to have been logged alike.</summary>
    public required IReadOnlyList<ComparabilityStatement> Statements { get; init; }

    /// <summary>The teams that are compared.</summary>
    public required IReadOnlyList<string> Teams { get; init; }

    /// <summary>What else moved the figures.</summary>
    public required IReadOnlyList<OtherCause> Causes { get; init; }

    /// <summary>The evidence that the return rests on, by subject; empty where there was none.</summary>
    public required IReadOnlyList<ProgrammeEvidence> Evidence { get; init; }

    /// <summary>The last day that the figures tell of.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The evidence on the sales margin; none where there was none.</summary>
    public ProgrammeEvidence? OfSalesMargin => Evidence.FirstOrDefault(each => each.Subject.Key == EvidenceSubject.SalesMargin.Key);

    /// <summary>The last full month.</summary>
    public Month Until => Month.Of(AsOf.AddDays(1)).Plus(-1);

    /// <summary>The inputs as they are now.</summary>
    public static FrozenInputs Of(Programme programme, Ledger ledger, SnapshotCube cube, IReadOnlyList<OtherCause> causes, IEnumerable<ProgrammeEvidence> evidence)
    {
        var own = ledger.Of(programme);
        return new()
        {
            Programme = programme,
            Programmes = ledger.Programmes,
            Costs = own.Costs,
            Savings = own.Savings,
            Benefits = own.Benefits,
            Assumptions = own.Assumptions,
            Levers = own.Levers,
            Months = [.. cube.Recorded.OrderBy(cell => cell.Key.Month).ThenBy(cell => cell.Key.Team, StringComparer.Ordinal).Select(cell => new TeamMonth(cell.Key.Month, cell.Key.Team, cell.Value))],
            Entered = cube.Entered,
            Statements = cube.Statements,
            Teams = cube.Members(Dimensions.Team),
            Causes = causes,
            Evidence =
            [
                .. evidence.Where(each => each.Programme.Name == programme.Name && EvidenceSubject.OfReturn.Any(subject => subject.Key == each.Subject.Key))
                    .OrderBy(each => each.Subject.Key, StringComparer.Ordinal),
            ],
            AsOf = cube.AsOf,
        };
    }

    /// <summary>The figures by month and team, as pages read them.</summary>
    public SnapshotCube ToCube() => new(
        Months.Select(cell => KeyValuePair.Create(new Cell(cell.Month) { Team = cell.Team }, cell.Totals)), [], Entered, AsOf)
    { Statements = Statements };

    /// <summary>What is known of the money, with the estimate that the evidence carries.</summary>
    public Ledger ToLedger() => new()
    {
        Programmes = Programmes,
        Costs = Costs,
        Savings = Savings,
        Benefits = Benefits,
        Assumptions = Assumptions,
        Levers = Levers,
        Estimates = BenefitEstimate.Of(Evidence.Select(each => each with { Programme = Programme })),
    };

    /// <summary>The return that follows from them.</summary>
    public ProgrammeReturn ToReturn() => ReturnCalculation.Of(Programme, ToLedger(), ToCube());

    /// <summary>Before and after, as it is compared at that moment.</summary>
    public ComparisonWindows ToWindows() => ComparisonWindows.Of(Programme, Teams, Until);
}
