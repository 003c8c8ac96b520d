using System.Globalization;
using System.Resources;
using CrmRoi.Metrics;
using CrmRoi.Metrics.Catalogue;
using CrmRoi.Metrics.Comparing;
using CrmRoi.Metrics.Evidence;
using CrmRoi.Metrics.Return;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Reports;

/// <summary>The domain's words in the reader's language: metrics, measures, reasons, kinds.</summary>
/// <remarks>
/// The domain speaks English; what it says itself (names, definitions, reasons) is translated here by key, and falls back to its own words.
/// Names of enumerations have their English in the resources too, under "Type.Member".
/// </remarks>
public sealed class DomainText(CultureInfo culture)
{
    private static readonly ResourceManager Words = new("CrmRoi.Reports.Resources.DomainText", typeof(DomainText).Assembly);

    /// <summary>What a metric is called.</summary>
    public string Name(Metric metric) => Of($"metric.{metric.Key}.name", metric.Name);

    /// <summary>How a metric is reckoned.</summary>
    public string Definition(Metric metric) => Of($"metric.{metric.Key}.definition", metric.Definition);

    /// <summary>When a metric has no answer.</summary>
    public string Undefined(Metric metric) => Of($"metric.{metric.Key}.undefined", metric.Undefined);

    /// <summary>What a metric's denominator counts, as after "of 412"; none where it has none.</summary>
    public string? DenominatorOf(Metric metric) => metric.Of is null ? null : Of($"metric.{metric.Key}.of", metric.Of);

    /// <summary>What a metric's answer rests on, as "of 412 closed deals"; none where it has no denominator.</summary>
    /// <param name="metric">The metric.</param>
    /// <param name="written">The denominator, as the reader writes it.</param>
    public string? DenominatorOf(Metric metric, string written) =>
        DenominatorOf(metric) is { } counted ? string.Format(culture, Of("of", "of {0} {1}"), written, counted) : null;

    /// <summary>What a total of so much a month rests on: "a month, over 12 months".</summary>
    /// <param name="months">The months, as the reader writes them.</param>
    public string PerMonth(string months) => string.Format(culture, Of("a-month", "a month, over {0} months"), months);

    /// <summary>What a group of metrics is called.</summary>
    public string Name(MetricGroup group) => Of($"group.{group.Key}", group.Name);

    /// <summary>A member of a dimension: its own name, or the word for what has no value there.</summary>
    public string MemberOf(string member) => member == Cell.Unassigned ? Of("cell.Unassigned", member) : member;

    /// <summary>What a measure is called.</summary>
    public string Name(Measure measure) => Of($"measure.{measure.Member}", measure.Name);

    /// <summary>What evidence is about.</summary>
    public string Name(EvidenceSubject subject) => subject.Metric is { } metric ? Name(metric) : Of($"subject.{subject.Key}", subject.Key);

    /// <summary>What would have to be known or done so that evidence carries more.</summary>
    public string Needed(EvidenceReason reason) => Of($"evidence-needed.{reason}", reason.ToString());

    /// <summary>What a diagnostic of an estimate is called; one of a control series names it.</summary>
    public string Name(Diagnostic diagnostic) => diagnostic.Key.Split(':', 2) is [var kind, var series]
        ? string.Format(culture, Of($"diagnostic.{kind}", "{0}"), Of($"diagnostic.{series}", series))
        : Of($"diagnostic.{diagnostic.Key}", diagnostic.Key);

    /// <summary>Why a figure has no answer, or what to bear in mind.</summary>
    public string Of(Reason reason) => Of($"reason.{reason.Key}", reason.Text);

    /// <summary>Why a comparison found neither better nor worse.</summary>
    public string Of(VerdictReason reason) => Member(reason);

    /// <summary>What a comparison found, in a word or two; a change that was never tested is not called unclear.</summary>
    public string Found(Comparison comparison) =>
        IsUntested(comparison) ? Of("found.untested", "No interval") : Member(comparison.Verdict);

    /// <summary>Whether a comparison found neither better nor worse because its change has no interval.</summary>
    public static bool IsUntested(Comparison comparison) => comparison is { Verdict: Verdict.Unclear, Reason: VerdictReason.NoInterval };

    /// <summary>A member of an enumeration: a kind of cost, a cadence, a verdict.</summary>
    public string Member<T>(T value)
        where T : struct, Enum => Of($"{typeof(T).Name}.{value}", value.ToString());

    internal string Of(string key, string english) => Words.GetString(key, culture) ?? english;
}
