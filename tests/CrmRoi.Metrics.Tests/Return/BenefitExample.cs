using CrmRoi.Metrics.Evidence;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Return;
using CrmRoi.Metrics.Snapshots;
using static CrmRoi.Metrics.Tests.Return.Example;

namespace CrmRoi.Metrics.Tests.Return;

/// <summary>Benefits, what is assumed of them, and companies in which they can be measured.</summary>
internal static class BenefitExample
{
    public static Benefit Benefit(BenefitKind kind) => new() { Programme = "CRM", Kind = kind };

    public static Assumption Share(decimal value) => new()
    {
        Programme = "CRM",
        Name = "Share",
        Target = AssumptionTarget.AttributedShare,
        Benefit = BenefitKind.SalesMargin,
        Value = value,
        Low = 0.1m,
        High = 1,
        Owner = "Sales",
        Reason = "Survey",
    };

    public static ProgrammeReturn ReturnOf(Ledger ledger) => ReturnCalculation.Of(Example.Programme, ledger with { Costs = [OneOff(12_000)] }, SeventyFiveThousand());

    public static BenefitLine Line(Ledger ledger, SnapshotCube cube) =>
        ReturnCalculation.Of(Example.Programme, ledger, cube).Benefits.Single(line => line.Kind == ledger.Benefits[0].Kind);

    public static GainEstimate Estimate(decimal monthly, double[] draws) => new(
        EvidenceMethod.StructuralTimeSeries, EvidenceVerdict.Supported, CashFlow.Of(After.Months.Select(month => new MonthAmount(month, monthly))), After, draws);

    public static SnapshotCube Marketing(int leads, decimal spend) => Cube(
        Before.Months.Select(month => KeyValuePair.Create(new Cell(month), new Snapshot { Leads = 10, MarketingSpend = 1_000 }))
            .Concat(After.Months.Select(month => KeyValuePair.Create(new Cell(month), new Snapshot { Leads = leads, MarketingSpend = spend }))));

    public static SnapshotCube Hours(decimal before, decimal after, int staff) => Cube(
        Before.Months.Concat(After.Months).Select(month => KeyValuePair.Create(new Cell(month) { Team = "North" }, new Snapshot { StaffMonths = staff })),
        [
            .. Before.Months.Concat(After.Months).Select(month => new EnteredFigure
            {
                Measure = "admin-hours-spent",
                Period = new(month, month),
                Team = "North",
                Value = staff * (Before.Contains(month) ? before : after),
                SourceNote = "Time sheets",
                IsComparable = true,
            }),
        ]);
}
