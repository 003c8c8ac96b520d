using CrmRoi.Metrics.Evidence;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Return;
using FluentAssertions;
using static CrmRoi.Metrics.Tests.Return.Example;

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

    private static ProgrammeEvidence Evidence(EvidenceSubject subject, OfficialRule rule, EvidenceVerdict verdict)
    {
        var points = Enumerable.Range(0, 12).Select(period => new EffectPoint(period, 300, 200, 0, 0, 100, 0, 0, 100 * (period + 1), 0, 0)).ToList();
        var estimate = new Estimate
        {
            Method = EvidenceMethod.StructuralTimeSeries,
            Level = 0.95,
            Points = points,
            Periods = 12,
            Average = 100,
            Low = 0,
            High = 0,
            StandardDeviation = 1,
            Relative = null,
            TailProbability = 0,
            Draws = [],
        };
        var official = new MethodEvidence(estimate.Method, estimate, verdict, [], GoLive, 0);
        return new()
        {
            Programme = Example.Programme,
            Subject = subject,
            Settings = new(),
            Until = After.To,
            Methods = [official],
            Official = official,
            Rule = rule,
            Reasons = [],
            Causes = [],
            Differences = null,
            DifferencesFrom = default,
            Opportunities = null,
            ControlCheck = null,
        };
    }
}
