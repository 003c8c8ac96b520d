using CrmRoi.Metrics.Evidence;
using CrmRoi.Metrics.Programmes;

namespace CrmRoi.Metrics.Return;

/// <summary>The official estimate of what a benefit is measured by.</summary>
/// <param name="Programme">Whose benefit.</param>
/// <param name="Kind">Which.</param>
/// <param name="Estimate">The estimate, in money for the sales margin, otherwise in the unit of the benefit's metric.</param>
public sealed record BenefitEstimate(string Programme, BenefitKind Kind, GainEstimate Estimate)
{
    /// <summary>The estimates that carry a figure, of what returns are reckoned with.</summary>
    public static IReadOnlyList<BenefitEstimate> Of(IEnumerable<ProgrammeEvidence> evidence) =>
    [
        .. evidence.Join(BenefitKinds.Measured, each => each.Subject.Key, kind => kind.SubjectOf()!.Key, (each, kind) => (each, kind, Estimate: GainEstimate.Of(each)))
            .Where(found => found.Estimate is not null)
            .Select(found => new BenefitEstimate(found.each.Programme.Name, found.kind, found.Estimate!)),
    ];
}
