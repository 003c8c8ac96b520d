using CrmRoi.Metrics.Evidence;
using static CrmRoi.Metrics.Tests.Return.Example;

namespace CrmRoi.Metrics.Tests.Return;

/// <summary>Evidence whose official estimate says the same of each month since go-live.</summary>
internal static class EvidenceExample
{
    public static ProgrammeEvidence Of(EvidenceSubject subject, OfficialRule rule, EvidenceVerdict verdict, double observed, double expected)
    {
        var effect = observed - expected;
        var estimate = new Estimate
        {
            Method = EvidenceMethod.StructuralTimeSeries,
            Level = 0.95,
            Points = [.. Enumerable.Range(0, After.Length).Select(period => new EffectPoint(period, observed, expected, 0, 0, effect, 0, 0, effect * (period + 1), 0, 0))],
            Periods = After.Length,
            Average = effect,
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
