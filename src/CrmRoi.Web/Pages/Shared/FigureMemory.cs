using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using CrmRoi.Data;
using CrmRoi.Metrics;
using CrmRoi.Metrics.Comparing;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Return;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Web.Pages.Shared;

/// <summary>What pages reckon from the figures, kept exactly as long as those figures: another version or day has its own.</summary>
public static class FigureMemory
{
    private const int MostKept = 1024;

    private static readonly ConditionalWeakTable<Figures, ConcurrentDictionary<object, object>> Kept = [];

    /// <summary>Reckons once for each key; a key holds everything that the answer depends on besides the figures.</summary>
    public static T Remember<T>(this Figures figures, object key, Func<T> reckon)
        where T : class
    {
        var kept = Kept.GetOrCreateValue(figures);
        if (kept.Count > MostKept)
        {
            kept.Clear();
        }

        return (T)kept.GetOrAdd(key, _ => reckon());
    }

    /// <summary>The members of a dimension, by name.</summary>
    public static IReadOnlyList<string> MembersOf(this Figures figures, Dimensions dimension) =>
        figures.Remember((nameof(MembersOf), dimension), () => figures.Cube.Members(dimension));

    /// <summary>A programme summed up for a part of the business, to a month.</summary>
    public static ProgrammeSummary SummaryOf(this Figures figures, Programme programme, Filter filter, Month? until = null) => figures.Remember(
        (nameof(SummaryOf), programme.Name, filter, until),
        () => ProgrammeSummary.Of(programme, figures.ReturnOf(programme, until), figures.Cube, filter, until));

    /// <summary>A programme's return to a month: the same whatever part of the business is looked at.</summary>
    public static ProgrammeReturn ReturnOf(this Figures figures, Programme programme, Month? until = null) => figures.Remember(
        (nameof(ReturnOf), programme.Name, until), () => ReturnCalculation.Of(programme, figures.Ledger, figures.Cube, until));

    /// <summary>A metric month by month.</summary>
    public static Trend TrendOf(this Figures figures, Metric metric, Window window, Filter filter) =>
        figures.Remember((nameof(TrendOf), metric.Key, window, filter), () => Trend.Of(figures.Cube, metric, window, filter));
}
