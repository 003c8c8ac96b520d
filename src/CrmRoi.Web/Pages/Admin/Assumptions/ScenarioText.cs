using System.Globalization;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Return;
using CrmRoi.Web.Pages.Shared;

namespace CrmRoi.Web.Pages.Admin.Assumptions;

/// <summary>The values of a scenario as they are typed: a line each, "Discount rate: 10".</summary>
public static class ScenarioText
{
    /// <summary>Reads the lines.</summary>
    /// <returns>None where a line names no assumption, or no number that it can be.</returns>
    public static IReadOnlyList<ScenarioValue>? Read(string? text, IReadOnlyList<Assumption> known)
    {
        var values = new List<ScenarioValue>();
        foreach (var line in (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var colon = line.LastIndexOf(':');
            var assumption = colon < 0 ? null : known.FirstOrDefault(each => string.Equals(each.Name, line[..colon].Trim(), StringComparison.OrdinalIgnoreCase));
            if (assumption is null || !TypedNumber.TryRead(line[(colon + 1)..].Replace("%", "", StringComparison.Ordinal), CultureInfo.CurrentCulture, out var typed))
            {
                return null;
            }

            var value = AssumptionFormats.IsPercent(assumption.Target) ? typed / 100 : typed;
            if ((assumption with { Low = value, Value = value, High = value }).Problem is not (null or AssumptionProblem.CostNotAsEntered))
            {
                return null;
            }

            values.Add(new(assumption.Name, value));
        }

        return values;
    }
}
