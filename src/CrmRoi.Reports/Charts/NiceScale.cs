namespace CrmRoi.Reports.Charts;

/// <summary>An axis whose ends and steps are numbers that people count in: 1, 2, 2.5 or 5 times a power of ten.</summary>
internal sealed class NiceScale
{
    private const int MostSteps = 6;

    private readonly double low;
    private readonly double high;

    private NiceScale(double low, double high, double step)
    {
        (this.low, this.high) = (low, high);
        var count = (int)Math.Round((high - low) / step);
        Ticks = [.. Enumerable.Range(0, count + 1).Select(index => (decimal)Math.Round(low + (index * step), 10))];
    }

    /// <summary>The numbers at the axis, 0 among them.</summary>
    public IReadOnlyList<decimal> Ticks { get; }

    /// <summary>An axis on which all values and 0 have a place.</summary>
    public static NiceScale Of(IEnumerable<decimal> values)
    {
        var all = values.Select(value => (double)value).Append(0).ToList();
        var (least, most) = (all.Min(), all.Max());
        if (most - least < 1e-9)
        {
            return new(0, 1, 1);
        }

        var raw = (most - least) / (MostSteps - 1);
        var power = Math.Pow(10, Math.Floor(Math.Log10(raw)));
        var step = power * new[] { 1, 2, 2.5, 5, 10 }.First(factor => factor * power >= raw * 0.999);
        return new(Math.Floor((least / step) + 1e-9) * step, Math.Ceiling((most / step) - 1e-9) * step, step);
    }

    /// <summary>Where a value stands between bottom (0) and top (1).</summary>
    public double At(decimal value) => ((double)value - low) / (high - low);
}
