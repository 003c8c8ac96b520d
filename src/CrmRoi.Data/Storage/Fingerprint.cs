using System.Numerics;
using System.Runtime.InteropServices;

namespace CrmRoi.Data;

/// <summary>A hash of 64 bits of a row's stored values: two rows that store the same have the same, on every run of the program.</summary>
/// <remarks>Not meant to withstand somebody who wants two rows to be taken for one: both would be rows of that one's own file.</remarks>
internal sealed class Fingerprint : RowSink
{
    private const ulong Start = 0x9E3779B97F4A7C15;
    private const ulong Factor = 0xD6E8FEB86659FD93;
    private const decimal Scaled = 10_000m;
    private ulong hash;

    /// <summary>The fingerprint of a row.</summary>
    public long Of<TRow>(RowShape<TRow> shape, TRow row)
        where TRow : class
    {
        hash = Start;
        shape.Write(row, this);
        return unchecked((long)Final(hash));
    }

    /// <summary>The hash of a text.</summary>
    public static ulong OfText(ReadOnlySpan<char> text) => Final(Mix(Start, text));

    public override void Nothing(int column) => Add(column, 0x5851F42D4C957F2D);

    public override void Text(int column, string value) => hash = Mix(Step(hash, (ulong)column + 1), value);

    public override void Number(int column, long value) => Add(column, unchecked((ulong)value));

    public override void Flag(int column, bool value) => Add(column, value ? 1ul : 2ul);

    // 10 and 10.00 are one amount.
    public override void Amount(int column, decimal value)
    {
        if (Math.Abs(value) < 900_000_000_000_000m && decimal.Truncate(value * Scaled) == value * Scaled)
        {
            Add(column, unchecked((ulong)decimal.ToInt64(value * Scaled)));
            return;
        }

        Text(column, value.ToString("0.############################", System.Globalization.CultureInfo.InvariantCulture));
    }

    public override void Day(int column, DateOnly value) => Add(column, (ulong)value.DayNumber);

    public override void Time(int column, DateTime value) => Add(column, (ulong)value.Ticks);

    private void Add(int column, ulong value) => hash = Step(Step(hash, (ulong)column + 1), value);

    private static ulong Mix(ulong state, ReadOnlySpan<char> text)
    {
        var bytes = MemoryMarshal.AsBytes(text);
        state = Step(state, (ulong)bytes.Length);
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
        {
            state = Step(state, MemoryMarshal.Read<ulong>(bytes));
        }

        var rest = 0ul;
        for (var i = 0; i < bytes.Length; i++)
        {
            rest |= (ulong)bytes[i] << (8 * i);
        }

        return bytes.Length == 0 ? state : Step(state, rest);
    }

    private static ulong Step(ulong state, ulong value) =>
        unchecked(BitOperations.RotateLeft((state ^ Final(value + Factor)) * Factor, 27) + Start);

    private static ulong Final(ulong value)
    {
        unchecked
        {
            value = (value ^ (value >> 32)) * Factor;
            value = (value ^ (value >> 29)) * Factor;
            return value ^ (value >> 32);
        }
    }
}
