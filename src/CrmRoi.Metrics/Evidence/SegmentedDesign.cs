namespace CrmRoi.Metrics.Evidence;

/// <summary>How the season enters a segmented regression, by what the baseline can carry.</summary>
internal enum SeasonTerms
{
    /// <summary>Not at all: the baseline is shorter than a season.</summary>
    None = 0,

    /// <summary>One wave a season.</summary>
    OneHarmonic = 1,

    /// <summary>Two waves a season.</summary>
    TwoHarmonics = 2,

    /// <summary>Each place of the season by itself.</summary>
    Dummies = 3,
}

/// <summary>The regressors of a segmented regression: constant, trend, season, controls; and after go-live a step and a change of slope.</summary>
internal sealed class SegmentedDesign
{
    private const int ShortestForTrend = 6; // periods before go-live
    private const int ShortestForSlope = 6; // periods after it
    private readonly SeriesInput input;
    private readonly int after; // first counted period
    private readonly List<Standard> controls;
    private readonly List<ControlSeries> used;

    public SegmentedDesign(SeriesInput input)
    {
        this.input = input;
        var (before, counted) = (input.Before, input.After);
        after = counted[0];
        Season = SeasonOf(input.SeasonLength, before.Count);
        HasTrend = before.Count >= ShortestForTrend;
        HasSlope = HasTrend && counted.Count >= ShortestForSlope;
        used = [.. input.Controls.Where(control => Standard.Of(control.Values, before) is not null)];
        controls = [.. used.Select(control => Standard.Of(control.Values, before)!.Value)];
    }

    /// <summary>How the season enters.</summary>
    public SeasonTerms Season { get; }

    /// <summary>Whether the baseline has a trend.</summary>
    public bool HasTrend { get; }

    /// <summary>Whether the slope may change at go-live; with few periods after it only the level may.</summary>
    public bool HasSlope { get; }

    /// <summary>The regressors of a period.</summary>
    /// <param name="period">Its place, from 0.</param>
    /// <param name="isLive">Whether the CRM is there: without it, step and change of slope are 0.</param>
    public double[] Row(int period, bool isLive)
    {
        var row = new List<double> { 1 };
        if (HasTrend)
        {
            row.Add((period - (input.PrePeriods / 2.0)) / input.PrePeriods);
        }

        AddSeason(row, (period + input.SeasonStart) % input.SeasonLength);
        row.AddRange(used.Select((control, place) => controls[place].To(control.Values[period])));
        row.Add(isLive ? 1 : 0);
        if (HasSlope)
        {
            row.Add(isLive ? (period - after) / (double)input.Length : 0);
        }

        return [.. row];
    }

    private void AddSeason(List<double> row, int place)
    {
        if (Season == SeasonTerms.Dummies)
        {
            row.AddRange(Enumerable.Range(1, input.SeasonLength - 1).Select(other => other == place ? 1.0 : 0));
            return;
        }

        for (var wave = 1; wave <= (int)Season; wave++)
        {
            var angle = 2 * Math.PI * wave * place / input.SeasonLength;
            row.AddRange([Math.Sin(angle), Math.Cos(angle)]);
        }
    }

    // Dummies from two whole seasons on, two waves from one and a half, one wave from one.
    private static SeasonTerms SeasonOf(int length, int before) => length switch
    {
        1 => SeasonTerms.None,
        _ when before >= 2 * length => SeasonTerms.Dummies,
        >= 5 when before * 2 >= 3 * length => SeasonTerms.TwoHarmonics,
        >= 3 when before >= length => SeasonTerms.OneHarmonic,
        _ => SeasonTerms.None,
    };
}
