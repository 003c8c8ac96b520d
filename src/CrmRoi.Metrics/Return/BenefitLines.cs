using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Records;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Return;

/// <summary>Makes a line of each kind of benefit of one programme, with what it is multiplied by and why it does not count.</summary>
internal sealed class BenefitLines(Programme programme, Ledger ledger, SnapshotCube cube, Window window)
{
    private readonly MarginParts parts = MarginParts.Of(ledger.Of(programme).Benefits);
    private readonly decimal allotted = MarginAllocation.Of(ledger.Programmes)[programme];

    /// <summary>A line of each kind; those of the sales margin have their factors and no flow, because that is known only to the return.</summary>
    public IReadOnlyList<BenefitLine> Make(IReadOnlyList<SavingLine> savings) =>
        [.. BenefitKinds.All.Select(kind => (kind, ledger.BenefitOf(programme, kind))).Select(each => Make(each.kind, each.Item2, savings))];

    private BenefitLine Make(BenefitKind kind, Benefit? entry, IReadOnlyList<SavingLine> savings)
    {
        if (kind.IsMargin())
        {
            var factors = new[] { new Factor(FactorKind.ProgrammeShare, allotted), new Factor(FactorKind.MarginPart, parts[kind]), Attributed(kind, entry) };
            return new(kind, entry, CashFlow.Empty, factors, OffReason(entry) ?? (kind.IsView() && parts[kind] == 0 ? Reason.IsView : null));
        }

        var measured = kind.IsEntered() ? null : UnitSaving.Of(programme, cube, kind, Counted(entry));
        var estimate = measured is null ? null : ledger.EstimateOf(programme, kind);
        var raw = kind.IsEntered() ? CashFlow.Sum(savings.Where(line => line.Kind == kind).Select(line => line.Saved))
            : estimate is null ? measured?.BeforeAfter() : measured!.By(estimate);
        var priced = kind == BenefitKind.AdminHours ? Hours(entry) : [];
        Factor[] all = [.. priced ?? [], Attributed(kind, entry)];
        var reason = OffReason(entry)
            ?? (raw is null ? Reason.NotMeasured
            : kind.IsEntered() && raw.First is null ? Reason.NothingEntered
            : priced is null ? Reason.HoursNotPriced
            : kind.IsUnitCost() && entry is not { IsCash: true } ? Reason.NotCash
            : kind.IsEntered() || entry is not null ? null
            : Reason.NothingEntered);
        return new(kind, entry, (raw ?? CashFlow.Empty).In(Counted(entry)), all, reason)
        {
            Estimate = estimate,
            Moved = estimate is null ? CashFlow.Empty : measured!.Moved(estimate),
        };
    }

    private static Reason? OffReason(Benefit? entry) => entry is { IsOn: false } ? Reason.SwitchedOff : null;

    private Window Counted(Benefit? entry) => new(entry?.From is { } from ? Month.Max(from, window.From) : window.From, window.To);

    private Factor Attributed(BenefitKind kind, Benefit? entry) => Stated(FactorKind.AttributedShare, AssumptionTarget.AttributedShare, kind, entry?.Attributed ?? 1)!;

    private Factor[]? Hours(Benefit? entry)
    {
        var rate = Stated(FactorKind.HourlyRate, AssumptionTarget.HourlyRate, BenefitKind.AdminHours, entry?.HourlyRate);
        var realised = Stated(FactorKind.RealisedShare, AssumptionTarget.RealisedShare, BenefitKind.AdminHours, entry?.Realised);
        return rate is null || realised is null ? null : [rate, realised];
    }

    private Factor? Stated(FactorKind kind, AssumptionTarget target, BenefitKind benefit, decimal? entered) =>
        ledger.AssumptionOf(programme, target, benefit) is { } assumption ? new(kind, assumption.Value, assumption)
        : entered is { } value ? new(kind, value) : null;
}
