namespace CrmRoi.Metrics.Evidence;

/// <summary>How level, slope and season move on by a period, without their random steps.</summary>
/// <remarks>
/// level(t+1) = level(t) + slope(t); slope(t+1) = slope(t); season(t+1) = − the sum of the last S − 1 seasons. The states are the level,
/// the slope if there is one, and the last S − 1 seasons, the newest first: the matrix of it is a shift with a sum, never written down.
/// </remarks>
internal sealed class StateTransition(bool hasSlope, int seasonLength)
{
    /// <summary>The place of the newest season; equal to <see cref="Size"/> where there is no season.</summary>
    public int Season { get; } = hasSlope ? 2 : 1;

    /// <summary>How many states there are.</summary>
    public int Size { get; } = (hasSlope ? 2 : 1) + seasonLength - 1;

    /// <summary>Whether the level has a slope, which is state 1.</summary>
    public bool HasSlope => hasSlope;

    /// <summary>Whether there is a season.</summary>
    public bool HasSeason { get; } = seasonLength > 1;

    /// <summary>What is seen of the states: level and newest season together.</summary>
    public double Signal(ReadOnlySpan<double> state) => HasSeason ? state[0] + state[Season] : state[0];

    /// <summary>Moves states on.</summary>
    public void Advance(Span<double> state)
    {
        if (HasSlope)
        {
            state[0] += state[1];
        }

        if (HasSeason)
        {
            Shift(state[Season..]);
        }
    }

    /// <summary>Takes a gradient by the states of the next period to one by the states of this: the transposed transition.</summary>
    public void Retreat(Span<double> gradient)
    {
        if (HasSlope)
        {
            gradient[1] += gradient[0];
        }

        if (HasSeason)
        {
            var seasons = gradient[Season..];
            var newest = seasons[0];
            for (var i = 0; i + 1 < seasons.Length; i++)
            {
                seasons[i] = seasons[i + 1] - newest;
            }

            seasons[^1] = -newest;
        }
    }

    /// <summary>Moves the covariance of the states on: rows, then columns.</summary>
    public void AdvanceCovariance(Span<double> covariance)
    {
        if (HasSlope)
        {
            AddSlope(covariance);
        }

        if (HasSeason)
        {
            ShiftRows(covariance);
            for (var row = 0; row < Size; row++)
            {
                Shift(covariance.Slice((row * Size) + Season, Size - Season));
            }
        }
    }

    private void AddSlope(Span<double> covariance)
    {
        for (var column = 0; column < Size; column++)
        {
            covariance[column] += covariance[Size + column];
        }

        for (var row = 0; row < Size; row++)
        {
            covariance[row * Size] += covariance[(row * Size) + 1];
        }
    }

    private void ShiftRows(Span<double> covariance)
    {
        Span<double> newest = stackalloc double[Size];
        newest.Clear();
        for (var row = Season; row < Size; row++)
        {
            var values = covariance.Slice(row * Size, newest.Length);
            for (var column = 0; column < values.Length; column++)
            {
                newest[column] -= values[column];
            }
        }

        covariance[(Season * Size)..((Size - 1) * Size)].CopyTo(covariance[((Season + 1) * Size)..]);
        newest.CopyTo(covariance[(Season * Size)..]);
    }

    private static void Shift(Span<double> seasons)
    {
        var newest = 0.0;
        foreach (var season in seasons)
        {
            newest -= season;
        }

        seasons[..^1].CopyTo(seasons[1..]);
        seasons[0] = newest;
    }
}
