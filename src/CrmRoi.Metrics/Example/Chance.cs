using System.Numerics;

namespace CrmRoi.Metrics.Example;

/// <summary>Numbers that look random and are the same for the same seed, on every machine and with every version of .NET.</summary>
/// <remarks>
/// xoshiro256** (Blackman and Vigna, "Scrambled linear pseudorandom number generators", 2021), its state filled by SplitMix64.
/// <see cref="Random"/> with a seed would do today, but its documentation does not promise its sequence across major versions of .NET,
/// and the figures of the example company are written down. Each part of the company has a stream of its own, so that
/// adding a call does not move a deal.
/// </remarks>
internal sealed class Chance
{
    private readonly ulong[] state = new ulong[4];

    public Chance(int seed, int stream)
    {
        var mixed = unchecked(((ulong)(uint)seed << 32) | (uint)stream);
        for (var i = 0; i < state.Length; i++)
        {
            mixed = unchecked(mixed + 0x9E3779B97F4A7C15UL);
            var z = unchecked((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9UL);
            z = unchecked((z ^ (z >> 27)) * 0x94D049BB133111EBUL);
            state[i] = z ^ (z >> 31);
        }
    }

    /// <summary>A number from 0, included, to 1, not included.</summary>
    public double Next() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A whole number from 0 to one less than a count.</summary>
    public int Below(int count) => (int)(Next() * count);

    /// <summary>Whether something of that probability happens.</summary>
    public bool Happens(double probability) => Next() < probability;

    /// <summary>A standard normal number (Box and Muller).</summary>
    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - Next())) * Math.Cos(2 * Math.PI * Next());

    /// <summary>A log-normal number with that median and that standard deviation of its logarithm.</summary>
    public double LogNormal(double median, double sigma) => median * Math.Exp(sigma * Normal());

    /// <summary>One of the two whole numbers beside an expected number, so that it is met on average.</summary>
    public int Around(double expected) => (int)expected + (Happens(expected - Math.Floor(expected)) ? 1 : 0);

    /// <summary>One of these, each as likely.</summary>
    public T Of<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    /// <summary>One of these, by weights that sum to 1.</summary>
    public T Of<T>(IReadOnlyList<T> choices, Func<T, double> weight)
    {
        var left = Next();
        foreach (var choice in choices)
        {
            left -= weight(choice);
            if (left < 0)
            {
                return choice;
            }
        }

        return choices[^1];
    }

    private ulong NextBits()
    {
        var result = unchecked(BitOperations.RotateLeft(state[1] * 5, 7) * 9);
        var shifted = state[1] << 17;
        state[2] ^= state[0];
        state[3] ^= state[1];
        state[1] ^= state[2];
        state[0] ^= state[3];
        state[2] ^= shifted;
        state[3] = BitOperations.RotateLeft(state[3], 45);
        return result;
    }
}
