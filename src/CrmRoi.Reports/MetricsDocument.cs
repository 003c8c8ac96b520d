using System.Globalization;
using System.Text;
using CrmRoi.Metrics;
using CrmRoi.Metrics.Catalogue;
using CrmRoi.Metrics.Comparing;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Reports;

/// <summary>The catalogue of metrics as a page to read: docs/metrics.md and docs/metrics.de.md.</summary>
public static class MetricsDocument
{
    private static readonly IReadOnlyList<Dimensions> Single =
        [.. Enum.GetValues<Dimensions>().Where(dimension => System.Numerics.BitOperations.IsPow2((int)dimension))];

    /// <summary>Every metric with what it means, in Markdown.</summary>
    /// <param name="culture">The language.</param>
    public static string Write(CultureInfo culture)
    {
        var text = new DomainText(culture);
        var document = new StringBuilder();
        document.Append("# ").AppendLine(text.Of("document.title", "")).AppendLine().AppendLine(text.Of("document.about", ""));
        foreach (var group in MetricCatalogue.Groups)
        {
            document.AppendLine().Append("## ").AppendLine(text.Name(group));
            foreach (var metric in group.Metrics)
            {
                Append(document, metric, text);
            }
        }

        return document.Replace("\r\n", "\n").ToString();
    }

    private static void Append(StringBuilder document, Metric metric, DomainText text)
    {
        document.AppendLine().Append("### ").AppendLine(text.Name(metric)).AppendLine().AppendLine(text.Definition(metric)).AppendLine();
        Line("document.key", $"`{metric.Key}`");
        Line("document.unit", text.Member(metric.Unit));
        Line("document.better", text.Member(metric.Better));
        Line("document.of", text.DenominatorOf(metric));
        Line("document.undefined", text.Undefined(metric));
        Line("document.by", string.Join(", ", Single.Where(dimension => Breakdown.IsOffered(metric, dimension)).Select(text.Member)));
        Line("document.compare", MetricCatalogue.TryFind(metric.Safe, out var other) ? $"{text.Name(other)} (`{other.Key}`)" : null);

        void Line(string key, string? written)
        {
            if (!string.IsNullOrEmpty(written))
            {
                document.Append("- ").Append(text.Of(key, "")).Append(": ").AppendLine(written);
            }
        }
    }
}
