namespace CrmRoi.Metrics.Evidence;

/// <summary>Something estimated, with what each unit has to do with its error: sums of such are estimated by summing both.</summary>
/// <param name="Value">The estimate.</param>
/// <param name="Influences">Each unit's part in the error, then what is borrowed; the variance is the sum of their squares.</param>
internal sealed record Influenced(double Value, double[] Influences)
{
    public double StandardError => Math.Sqrt(Influences.Sum(influence => influence * influence));

    public static Influenced Sum(IEnumerable<(double Weight, Influenced Part)> parts, int length)
    {
        var (value, influences) = (0.0, new double[length]);
        foreach (var (weight, part) in parts)
        {
            value += weight * part.Value;
            for (var i = 0; i < length; i++)
            {
                influences[i] += weight * part.Influences[i];
            }
        }

        return new(value, influences);
    }
}

/// <summary>One group-time effect with its influences.</summary>
internal sealed record GroupTimeCell(int Group, int Period, int Treated, int Controls, Influenced Effect)
{
    public int Event => Period - Group;
}

/// <summary>Works out every group-time effect of a panel that has a control.</summary>
/// <remarks>
/// ATT(g, t) = mean over the group of Y(t) − Y(g−1), less the same mean over the units not yet treated at t: Callaway and Sant'Anna 2021,
/// equation 2.4 without covariates, one base period for all. A unit's influence is its deviation from its mean over the number of units, widened by
/// √(m / (m − 1)) for a mean of m units. A group of one has no deviation of its own: it borrows that of its controls.
/// </remarks>
internal sealed class GroupTimeCells
{
    private readonly Panel panel;
    private readonly List<int> groups;
    private readonly Dictionary<int, int> borrowed = [];

    public GroupTimeCells(Panel panel)
    {
        this.panel = panel;
        groups = [.. panel.Units.Select(unit => unit.TreatedFrom).OfType<int>().Where(group => group > 0).Distinct().Order()];
        foreach (var group in groups.Where(group => SizeOf(group) == 1))
        {
            borrowed[group] = panel.Units.Count * (borrowed.Count + 1);
        }

        Length = panel.Units.Count * (borrowed.Count + 1);
        var cells = groups.SelectMany(group => Enumerable.Range(0, panel.Periods).Select(period => CellOf(group, period))).OfType<GroupTimeCell>().ToList();
        var spread = cells.Where(cell => cell.Controls > 1).ToList();
        Cells = spread.Exists(cell => cell.Event >= 0) ? spread : cells;
    }

    /// <summary>How many influences there are.</summary>
    public int Length { get; }

    /// <summary>The effects with two controls or more, without which nothing is known of their spread; those with one where there are no others.</summary>
    public IReadOnlyList<GroupTimeCell> Cells { get; }

    /// <summary>Whether there is only one control at any time.</summary>
    public bool HasLoneControl => Cells.Any(cell => cell.Controls == 1);

    /// <summary>How many units may be said to tell of the spread.</summary>
    public int DegreesOfFreedom =>
        Math.Clamp(Cells.Max(cell => cell.Controls) - 1 + groups.Sum(group => SizeOf(group) - 1), 1, Math.Max(1, panel.Units.Count - 1));

    public int SizeOf(int group) => panel.Units.Count(unit => unit.TreatedFrom == group);

    private GroupTimeCell? CellOf(int group, int period)
    {
        if (period == group - 1)
        {
            return null;
        }

        var after = Math.Max(period, group - 1);
        var treated = Indexes(unit => unit.TreatedFrom == group);
        var controls = Indexes(unit => unit.TreatedFrom is null || (unit.TreatedFrom > after && unit.TreatedFrom != group));
        return controls.Count == 0 ? null : new(group, period, treated.Count, controls.Count, Compare(group, period, treated, controls));
    }

    private Influenced Compare(int group, int period, List<int> treated, List<int> controls)
    {
        var (ofTreated, ofControls) = (treated.Average(Change), controls.Average(Change));
        var influences = new double[Length];
        Add(treated, ofTreated, 1);
        Add(controls, ofControls, -1);
        if (treated.Count == 1 && controls.Count > 1)
        {
            controls.ForEach(unit => influences[borrowed[group] + unit] = (Change(unit) - ofControls) / Math.Sqrt(controls.Count - 1));
        }

        return new(ofTreated - ofControls, influences);

        double Change(int unit) => panel.Units[unit].Outcomes[period] - panel.Units[unit].Outcomes[group - 1];

        void Add(List<int> units, double mean, int sign)
        {
            var widened = units.Count > 1 ? Math.Sqrt(units.Count / (units.Count - 1.0)) : 1;
            units.ForEach(unit => influences[unit] += sign * widened * (Change(unit) - mean) / units.Count);
        }
    }

    private List<int> Indexes(Func<PanelUnit, bool> condition) => [.. Enumerable.Range(0, panel.Units.Count).Where(i => condition(panel.Units[i]))];
}
