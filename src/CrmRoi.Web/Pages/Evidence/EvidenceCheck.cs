using CrmRoi.Metrics.Evidence;

namespace CrmRoi.Web.Pages.Evidence;

/// <summary>What a check of evidence found.</summary>
public enum CheckResult
{
    /// <summary>It can be trusted in this respect.</summary>
    Passed,

    /// <summary>It cannot.</summary>
    Failed,

    /// <summary>It is told, and nothing hangs on it.</summary>
    Told,

    /// <summary>The data do not allow it.</summary>
    NotPossible,
}

/// <summary>A check of the official figure.</summary>
/// <param name="Key">Which; the key of its name and meaning in the texts of _Checks.</param>
/// <param name="Result">What it found.</param>
/// <param name="Found">Its figures, as the reader writes them.</param>
public sealed record EvidenceCheck(string Key, CheckResult Result, string Found)
{
    private const string None = CrmRoi.Reports.Formats.Undefined;

    /// <summary>Every check of the official figure.</summary>
    public static IReadOnlyList<EvidenceCheck> Of(ShownEvidence shown) =>
    [
        Placebo(shown), LeaveOneOut(shown), Autocorrelation(shown), Fit(shown), PreTrends(shown), Control(shown),
    ];

    private static EvidenceCheck Placebo(ShownEvidence shown)
    {
        if (IsByOpportunities(shown))
        {
            return shown.Evidence.Opportunities?.Placebo is { Low: { } from, High: { } to } placebo
                ? new("placebo", HoldsZero(from, to), $"{shown.Written.Relative(placebo.Effect)} ({shown.Written.RelativeInterval(from, to)})")
                : new("placebo", CheckResult.NotPossible, None);
        }

        return (Diagnostic(shown, "placebo"), Diagnostic(shown, "placeboLow"), Diagnostic(shown, "placeboHigh")) is ({ } effect, { } low, { } high)
            ? new("placebo", HoldsZero(low, high), $"{shown.Written.Effect(effect)} ({shown.Written.Interval(low, high)})")
            : new("placebo", CheckResult.NotPossible, None);
    }

    private static EvidenceCheck LeaveOneOut(ShownEvidence shown)
    {
        var without = IsByOpportunities(shown) ? shown.Evidence.Opportunities?.WithoutTeam ?? [] : [];
        if (without.Count == 0)
        {
            return new("leave-one-out", CheckResult.NotPossible, None);
        }

        var (least, most) = (without.Min(one => one.Average), without.Max(one => one.Average));
        return new("leave-one-out", Math.Sign(least) == Math.Sign(most) ? CheckResult.Passed : CheckResult.Failed, shown.Written.RelativeInterval(least, most));
    }

    private static EvidenceCheck Autocorrelation(ShownEvidence shown)
    {
        if (Diagnostic(shown, "autocorrelation") is { } correlation)
        {
            var isFound = shown.Official!.Reasons.Contains(EvidenceReason.ResidualsFollowEachOther);
            return new("autocorrelation", isFound ? CheckResult.Failed : CheckResult.Passed, $"r = {Written(shown, correlation)}");
        }

        return Diagnostic(shown, "ljungBoxP") is { } p
            ? new("autocorrelation", p < EvidenceSettings.CheckLevel ? CheckResult.Failed : CheckResult.Passed, $"p = {shown.Written.Probability(p)}")
            : new("autocorrelation", CheckResult.NotPossible, None);
    }

    private static EvidenceCheck Fit(ShownEvidence shown) =>
        Diagnostic(shown, "correlation-before") is { } correlation ? new("fit", CheckResult.Told, $"r = {Written(shown, correlation)}")
        : Diagnostic(shown, "preRSquared") is { } explained ? new("fit", CheckResult.Told, $"R² = {Written(shown, explained)}")
        : new("fit", CheckResult.NotPossible, None);

    private static EvidenceCheck PreTrends(ShownEvidence shown) => shown.Evidence.Differences?.PreTrends is { } test
        ? new("pre-trends", test.P < EvidenceSettings.CheckLevel ? CheckResult.Failed : CheckResult.Passed, $"p = {shown.Written.Probability(test.P)}")
        : new("pre-trends", CheckResult.NotPossible, None);

    private static EvidenceCheck Control(ShownEvidence shown) => shown.Evidence.ControlCheck is { Low: { } low, High: { } high } check
        ? new("control", HoldsZero(low, high), $"{shown.Written.Relative(check.Effect)} ({shown.Written.RelativeInterval(low, high)})")
        : new("control", CheckResult.NotPossible, None);

    private static bool IsByOpportunities(ShownEvidence shown) => shown.Official?.Method == EvidenceMethod.OpportunityYield;

    private static CheckResult HoldsZero(double low, double high) => low <= 0 && high >= 0 ? CheckResult.Passed : CheckResult.Failed;

    private static double? Diagnostic(ShownEvidence shown, string key) => shown.Estimate?.Diagnostics.FirstOrDefault(diagnostic => diagnostic.Key == key)?.Value;

    private static string Written(ShownEvidence shown, double value) => shown.Written.Plain(value, 2);
}
