using System.Globalization;
using System.Text.Json;
using CrmRoi.Metrics.Evidence;

namespace CrmRoi.Metrics.Tests.Evidence;

/// <summary>Series to estimate effects on.</summary>
internal static class TestSeries
{
    /// <summary>A series of its own, with controls named x1, x2, ….</summary>
    public static SeriesInput Of(IReadOnlyList<double> outcome, int prePeriods, int seasonLength = 1, params IReadOnlyList<double>[] controls) => new()
    {
        Outcome = outcome,
        PrePeriods = prePeriods,
        SeasonLength = seasonLength,
        Controls = [.. controls.Select((values, place) => new ControlSeries($"x{place + 1}", values))],
    };

    /// <summary>Columns of a CSV file beside the repository.</summary>
    public static double[][] Columns(string relative, int count)
    {
        var rows = SharedData.Rows(relative);
        return [.. Enumerable.Range(0, count).Select(column => rows.Select(row => double.Parse(row[column], CultureInfo.InvariantCulture)).ToArray())];
    }

    /// <summary>A series with what R's CausalImpact made of it.</summary>
    public static (SeriesInput Input, double Average, double Low, double High) Reference(string relative)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(SharedData.PathOf(relative)!));
        var (root, data, answer) = (document.RootElement, document.RootElement.GetProperty("data"), document.RootElement.GetProperty("r_output"));
        var controls = data.TryGetProperty("x", out var columns) ? columns.EnumerateObject().Select(column => Numbers(column.Value)).ToArray() : [];
        var season = root.GetProperty("model_args").TryGetProperty("nseasons", out var seasons) ? seasons.GetInt32() : 1;
        return (
            Of(Numbers(data.GetProperty("y")), root.GetProperty("n_pre").GetInt32(), season, controls),
            answer.GetProperty("point_effect_mean").GetDouble(),
            answer.GetProperty("ci_lower").GetDouble(),
            answer.GetProperty("ci_upper").GetDouble());
    }

    /// <summary>A trend with a season and noise that is the same each time, and a step at go-live.</summary>
    public static double[] Months(int before, int after, double slope, double swing, double noise, double step, int seed)
    {
        var random = new Sampler(seed, 99);
        return
        [
            .. Enumerable.Range(0, before + after).Select(month =>
                100 + (slope * month) + (swing * Math.Sin(2 * Math.PI * month / 12)) + (noise * random.Normal()) + (month >= before ? step : 0)),
        ];
    }

    private static double[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(value => value.GetDouble())];
}
