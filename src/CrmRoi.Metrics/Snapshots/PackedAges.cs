namespace CrmRoi.Metrics.Snapshots;

/// <summary>Sums by age in about eight bytes each, exactly: a pipeline of ten million deals has millions of them.</summary>
internal static class PackedAges
{
    // A scale is at most 28, and the sign the highest bit of its byte.
    private const byte Negative = 0x80;
    private const int Most = 5 + 10 + 1 + 10 + 5;

    /// <summary>Sums as bytes.</summary>
    /// <param name="sums">In the order of their ages, none of which is negative.</param>
    public static byte[] Pack(List<AgeSum> sums)
    {
        Span<byte> bytes = sums.Count <= 32 ? stackalloc byte[Most * sums.Count] : new byte[Most * sums.Count];
        Span<int> bits = stackalloc int[4];
        var (length, age) = (0, 0);
        foreach (var sum in sums)
        {
            decimal.GetBits(sum.Value, bits);
            Write(bytes, ref length, (ulong)(sum.Age - age));
            Write(bytes, ref length, (ulong)sum.Count);
            bytes[length++] = (byte)(sum.Value.Scale | (bits[3] < 0 ? Negative : 0));
            Write(bytes, ref length, unchecked((uint)bits[0] | ((ulong)(uint)bits[1] << 32)));
            Write(bytes, ref length, unchecked((uint)bits[2]));
            age = sum.Age;
        }

        return bytes[..length].ToArray();
    }

    /// <summary>The sums again.</summary>
    public static List<AgeSum> Unpack(ReadOnlySpan<byte> bytes)
    {
        var sums = new List<AgeSum>();
        for (var age = 0; bytes.Length > 0;)
        {
            age += (int)Read(ref bytes);
            var count = (long)Read(ref bytes);
            var scale = bytes[0];
            bytes = bytes[1..];
            var (low, high) = (Read(ref bytes), Read(ref bytes));
            sums.Add(new(age, count, unchecked(new((int)low, (int)(low >> 32), (int)high, (scale & Negative) != 0, (byte)(scale & ~Negative)))));
        }

        return sums;
    }

    // Seven bits a byte, the lowest first; the highest bit says that another follows.
    private static void Write(Span<byte> bytes, ref int length, ulong number)
    {
        for (; number >= 0x80; number >>= 7)
        {
            bytes[length++] = (byte)((number & 0x7F) | 0x80);
        }

        bytes[length++] = (byte)number;
    }

    private static ulong Read(ref ReadOnlySpan<byte> bytes)
    {
        var number = 0ul;
        for (var (i, shift) = (0, 0); ; i++, shift += 7)
        {
            number |= (ulong)(bytes[i] & 0x7F) << shift;
            if (bytes[i] < 0x80)
            {
                bytes = bytes[(i + 1)..];
                return number;
            }
        }
    }
}
