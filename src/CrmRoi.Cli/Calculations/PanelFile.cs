using System.Globalization;
using CrmRoi.Import;
using CrmRoi.Metrics.Evidence;

namespace CrmRoi.Cli.Calculations;

/// <summary>Units by periods, read from a file with a row for each unit and period.</summary>
internal sealed class PanelFile
{
    private readonly List<(string Unit, string Time, double Outcome)> rows;
    private readonly Dictionary<(string Unit, string Time), double> cells;

    public PanelFile(CalculationFile file, string unit, string time, string outcome)
    {
        var (units, times, outcomes) = (file.Texts(unit), file.Texts(time), file.Numbers(outcome));
        rows = [.. units.Zip(times, outcomes)];
        cells = [];
        foreach (var (row, i) in rows.Select((row, i) => (row, i)))
        {
            if (!cells.TryAdd((row.Unit, row.Time), row.Outcome))
            {
                throw new WrongUseException($"Line {file.Rows[i].Line}: there is a second row for '{row.Unit}' at '{row.Time}'.");
            }
        }

        Units = [.. rows.Select(row => row.Unit).Distinct()];
        Times = InOrder(rows.Select(row => row.Time).Distinct());
        if (rows.Count == 0)
        {
            throw new WrongUseException("The file has no rows.");
        }
    }

    public IReadOnlyList<string> Units { get; }

    /// <summary>The periods in order: of numbers where all are, otherwise of texts, as dates written 2026-01-31 are.</summary>
    public IReadOnlyList<string> Times { get; }

    /// <summary>Whether periods are numbers above 0, so that 0 stands for never, as in R's did.</summary>
    public bool BeginsAboveZero => IsNumber(Times[0], out var first) && first > 0;

    /// <summary>The panel with the first treated period that is told of each unit.</summary>
    /// <exception cref="WrongUseException">A unit lacks a period.</exception>
    public Panel With(Func<string, int?> treatedFrom) => new(Units.Select(unit => new PanelUnit(
        unit,
        [.. Times.Select(time => cells.TryGetValue((unit, time), out var value)
            ? value
            : throw new WrongUseException($"'{unit}' has no row at '{time}': every unit needs every period."))],
        treatedFrom(unit))));

    /// <summary>The first period at or after a time; none where it lies beyond the data.</summary>
    public int? PeriodOf(string time)
    {
        if (IsNumber(time, out var wanted) && Times.All(known => IsNumber(known, out _)))
        {
            return IndexOf(known => double.Parse(known, CultureInfo.InvariantCulture) >= wanted);
        }

        return IndexOf(known => string.CompareOrdinal(known, time) >= 0);
    }

    /// <summary>The period that is called so; where periods are not numbers, a number is the place among them, counted from 1.</summary>
    public int? StartOf(string time) =>
        !IsNumber(Times[0], out _) && int.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var place)
            ? place >= 1 && place <= Times.Count ? place - 1 : null
            : PeriodOf(time);

    private int? IndexOf(Func<string, bool> condition) =>
        Enumerable.Range(0, Times.Count).Where(i => condition(Times[i])).Select(i => (int?)i).FirstOrDefault();

    private static bool IsNumber(string text, out double value) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);

    private static List<string> InOrder(IEnumerable<string> times)
    {
        var all = times.ToList();
        return all.TrueForAll(time => IsNumber(time, out _))
            ? [.. all.OrderBy(time => double.Parse(time, CultureInfo.InvariantCulture))]
            : [.. all.Order(StringComparer.Ordinal)];
    }
}
