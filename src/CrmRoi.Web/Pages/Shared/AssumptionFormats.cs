using CrmRoi.Metrics.Programmes;
using CrmRoi.Reports;

namespace CrmRoi.Web.Pages.Shared;

/// <summary>Writes the values of assumptions in their own unit.</summary>
public static class AssumptionFormats
{
    /// <summary>A value of an assumption: shares, factors and rates as percent, an hour's price as money, others with their unit.</summary>
    public static string Write(Formats formats, Assumption assumption, decimal value, string currency) => assumption.Target switch
    {
        AssumptionTarget.HourlyRate => formats.Money(value, currency),
        AssumptionTarget.Nothing => $"{formats.Count(value, decimal.Remainder(value, 1) == 0 ? 0 : 2)} {assumption.Unit}".TrimEnd(),
        _ => formats.Percent(value * 100, decimal.Remainder(value * 100, 1) == 0 ? 0 : 1),
    };

    /// <summary>Whether its values are typed as percent.</summary>
    public static bool IsPercent(AssumptionTarget target) => target is not AssumptionTarget.Nothing and not AssumptionTarget.HourlyRate;
}
