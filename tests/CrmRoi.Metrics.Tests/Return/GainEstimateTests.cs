using CrmRoi.Metrics.Evidence;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Return;
using FluentAssertions;

namespace CrmRoi.Metrics.Tests.Return;

public sealed class GainEstimateTests
{
    [Theory]
    [InlineData(OfficialRule.ByStructure, EvidenceVerdict.Inconclusive, true)]
    [InlineData(OfficialRule.Overridden, EvidenceVerdict.Supported, true)]
    [InlineData(OfficialRule.None, EvidenceVerdict.Inconclusive, false)]
    [InlineData(OfficialRule.ByStructure, EvidenceVerdict.NotEnoughData, false)]
    public void Only_what_a_rule_or_somebody_made_official_is_reckoned_with(OfficialRule rule, EvidenceVerdict verdict, bool isReckonedWith)
    {
        var evidence = Evidence(EvidenceSubject.SalesMargin, rule, verdict);

        var estimates = BenefitEstimate.Of([evidence]);

        (estimates.Count == 1).Should().Be(isReckonedWith);
    }

    [Fact]
    public void Each_benefit_that_is_measured_has_its_own_estimate()
    {
        var subjects = BenefitKinds.Measured.Select(kind => kind.SubjectOf()!);

        var estimates = BenefitEstimate.Of(subjects.Select(subject => Evidence(subject, OfficialRule.ByStructure, EvidenceVerdict.Supported)));

        estimates.Select(estimate => estimate.Kind).Should().Equal(BenefitKinds.Measured);
        estimates.Should().OnlyContain(estimate => estimate.Programme == "CRM" && estimate.Estimate.Total == 12 * 100);
    }

    private static ProgrammeEvidence Evidence(EvidenceSubject subject, OfficialRule rule, EvidenceVerdict verdict) =>
        EvidenceExample.Of(subject, rule, verdict, observed: 300, expected: 200);
}
