namespace CrmRoi.Metrics.Snapshots;

/// <summary>From when to when there are records of each family of measures.</summary>
internal static class RecordedSpans
{
    /// <summary>The span of each family, of each team and of the company (no team).</summary>
    /// <remarks>Between the first and the last record of a family every month is known: one without records is a month in which nothing happened.</remarks>
    public static Dictionary<(string Family, string? Team), Window> Of(Dictionary<(Month Month, string Team), Snapshot> cells)
    {
        var spans = new Dictionary<(string Family, string? Team), Window>();
        foreach (var ((month, team), total) in cells)
        {
            foreach (var family in Measure.All.Where(measure => measure.Read(total) != 0).Select(measure => measure.Family).Distinct())
            {
                Widen((family, team), month);
                Widen((family, null), month);
            }
        }

        return spans;

        void Widen((string, string?) key, Month month) => spans[key] = spans.TryGetValue(key, out var span)
            ? new Window(Month.Min(span.From, month), Month.Max(span.To, month))
            : new Window(month, month);
    }
}
