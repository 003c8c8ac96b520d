using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Records;
using CrmRoi.Metrics.Reviews;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Tests.Reviews;

/// <summary>A review of a company with two teams that spent 12,000 and gained 75,000.</summary>
internal static class ReviewExample
{
    public static Ledger Ledger { get; } = new() { Programmes = [Return.Example.Programme], Costs = [Return.Example.OneOff(12_000)] };

    public static FrozenReview Review { get; } = Freeze(Inputs(Cube()));

    public static SnapshotCube Cube(params KeyValuePair<Cell, Snapshot>[] more) => new(
        [
            .. Return.Example.Sales("North", Return.Example.Before, 6_000), .. Return.Example.Sales("South", Return.Example.Before, 4_000),
            .. Return.Example.Sales("North", Return.Example.After, 9_000), .. Return.Example.Sales("South", Return.Example.After, 7_250), .. more,
        ],
        [], [], Return.Example.AsOf);

    public static FrozenInputs Inputs(SnapshotCube cube, Ledger? ledger = null, Programme? programme = null) =>
        FrozenInputs.Of(programme ?? Return.Example.Programme, ledger ?? Ledger, cube, [], []);

    public static Ledger WithCost(Cost cost) => Ledger with { Costs = [cost] };

    private static FrozenReview Freeze(FrozenInputs inputs) => new()
    {
        Company = "Probe",
        MadeAt = new(2026, 1, 10, 9, 0, 0, TimeSpan.Zero),
        MadeBy = "anna",
        Program = "0",
        DataVersion = 1,
        Inputs = inputs,
        Definitions = FrozenDefinition.OfCatalogue(),
        Figures = new(FrozenFigures.Of(inputs.ToReturn()), FrozenFigures.Of(inputs.ToCube(), inputs.ToWindows())),
        ReportSha256 = "",
    };
}
