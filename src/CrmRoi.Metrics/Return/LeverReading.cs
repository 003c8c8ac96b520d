using CrmRoi.Metrics.Catalogue;
using CrmRoi.Metrics.Comparing;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Return;

/// <summary>A function of the CRM with its metric before and after the month in which it was switched on.</summary>
/// <param name="Lever">The function.</param>
/// <param name="Metric">Its metric; none where the catalogue has no such key.</param>
/// <param name="Comparison">Before and after its own date, for the whole company; none where the metric is none or no month can be compared.</param>
public sealed record LeverReading(Lever Lever, Metric? Metric, Comparison? Comparison)
{
    /// <summary>Reads a lever.</summary>
    public static LeverReading Of(Lever lever, Programme programme, SnapshotCube cube, Month? until = null)
    {
        var last = Month.Min(until ?? cube.LastFullMonth, cube.LastFullMonth);
        if (!MetricCatalogue.TryFind(lever.MetricKey, out var metric))
        {
            return new(lever, null, null);
        }

        if (metric is ReturnMetric || lever.On > last || lever.On.Index <= programme.BaselineMonths)
        {
            return new(lever, metric, null);
        }

        var own = programme with { GoLive = lever.On, Teams = [], RampUpMonths = 0 };
        return new(lever, metric, Comparison.Of(cube, metric, ComparisonWindows.Of(own, cube.Members(Dimensions.Team), last), Filter.None));
    }
}
