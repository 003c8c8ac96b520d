using System.Buffers.Binary;

namespace CrmRoi.Metrics.Snapshots;

/// <summary>Where the sums of one group lie in <see cref="PackedAges"/>; nowhere by default.</summary>
internal struct AgesPlace
{
    // The first and the last of its pieces, and how many bytes there are in all of them.
    public int First;
    public int Last;
    public int Length;

    // How many sums there are, and how many of them, the first, have an age of their own.
    public int Count;
    public int Summed;
}

/// <summary>The sums by age of many groups in about eight bytes each, exactly: a pipeline of ten million deals has millions of them.</summary>
/// <remarks>
/// They lie in small pieces of a few large blocks, each with the number of the next: a group grows without being moved, and the collector of garbage has
/// no hundred thousand small arrays to go through again and again.
/// </remarks>
internal sealed class PackedAges
{
    // A scale is at most 28, and the sign the highest bit of its byte.
    private const byte Negative = 0x80;
    private const int LongestSum = 5 + 10 + 1 + 10 + 5;

    // So many may lie behind those that are summed by age already; of many, half as many again.
    private const int MostLoose = 8;

    private const int PieceSize = 64;
    private const int PieceRoom = PieceSize - sizeof(int);
    private const int PiecesOfBlock = 1 << 14;

    private readonly List<byte[]> blocks = [];
    private readonly Stack<int> free = [];
    private readonly List<AgeSum> sums = [];
    private byte[] whole = new byte[PieceSize];
    private int pieces;

    /// <summary>How many bytes it takes.</summary>
    public long Size => blocks.Sum(block => (long)block.Length);

    /// <summary>Adds waits of one age to a group.</summary>
    /// <param name="group">Its place, which may change.</param>
    /// <param name="age">Not negative.</param>
    /// <param name="count">How many.</param>
    /// <param name="value">What they are worth together.</param>
    public void Add(ref AgesPlace group, int age, long count, decimal value)
    {
        if (group.Count - group.Summed >= Math.Max(MostLoose, group.Summed / 2))
        {
            Read(group);
            Free(ref group);
            foreach (var sum in sums)
            {
                Write(ref group, sum);
            }

            group.Summed = group.Count;
        }

        Write(ref group, new(age, count, value));
    }

    /// <summary>The sums of a group, youngest first.</summary>
    public IReadOnlyList<AgeSum> Of(AgesPlace group)
    {
        Read(group);
        return [.. sums];
    }

    private void Read(AgesPlace group)
    {
        sums.Clear();
        for (var rest = Whole(group); rest.Length > 0;)
        {
            var (age, count, scale) = ((int)Read(ref rest), (long)Read(ref rest), rest[0]);
            rest = rest[1..];
            var (low, high) = (Read(ref rest), Read(ref rest));
            sums.Add(new(age, count, unchecked(new((int)low, (int)(low >> 32), (int)high, (scale & Negative) != 0, (byte)(scale & ~Negative)))));
        }

        sums.Sort((left, right) => left.Age.CompareTo(right.Age));
        var last = 0;
        for (var i = 1; i < sums.Count; i++)
        {
            if (sums[last].Age == sums[i].Age)
            {
                sums[last] = new(sums[i].Age, sums[last].Count + sums[i].Count, sums[last].Value + sums[i].Value);
            }
            else
            {
                sums[++last] = sums[i];
            }
        }

        sums.RemoveRange(Math.Min(last + 1, sums.Count), Math.Max(0, sums.Count - last - 1));
    }

    private void Write(ref AgesPlace group, AgeSum sum)
    {
        Span<byte> bytes = stackalloc byte[LongestSum];
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(sum.Value, bits);
        var length = 0;
        Write(bytes, ref length, (ulong)sum.Age);
        Write(bytes, ref length, (ulong)sum.Count);
        bytes[length++] = (byte)(sum.Value.Scale | (bits[3] < 0 ? Negative : 0));
        Write(bytes, ref length, unchecked((uint)bits[0] | ((ulong)(uint)bits[1] << 32)));
        Write(bytes, ref length, unchecked((uint)bits[2]));
        Append(ref group, bytes[..length]);
        group.Count++;
    }

    private void Append(ref AgesPlace group, ReadOnlySpan<byte> bytes)
    {
        for (var used = group.Length % PieceRoom; bytes.Length > 0; used = group.Length % PieceRoom)
        {
            if (used == 0)
            {
                var next = Take();
                if (group.Length == 0)
                {
                    group.First = next;
                }
                else
                {
                    BinaryPrimitives.WriteInt32LittleEndian(Piece(group.Last)[PieceRoom..], next);
                }

                group.Last = next;
            }

            var part = bytes[..Math.Min(bytes.Length, PieceRoom - used)];
            part.CopyTo(Piece(group.Last)[used..]);
            group.Length += part.Length;
            bytes = bytes[part.Length..];
        }
    }

    private ReadOnlySpan<byte> Whole(AgesPlace group)
    {
        if (group.Length > whole.Length)
        {
            whole = new byte[2 * group.Length];
        }

        for (var (piece, read) = (group.First, 0); read < group.Length; read += PieceRoom)
        {
            Piece(piece)[..Math.Min(PieceRoom, group.Length - read)].CopyTo(whole.AsSpan(read));
            piece = Next(piece);
        }

        return whole.AsSpan(0, group.Length);
    }

    private void Free(ref AgesPlace group)
    {
        for (var (piece, left) = (group.First, group.Length); left > 0; left -= PieceRoom)
        {
            free.Push(piece);
            piece = Next(piece);
        }

        group = default;
    }

    private int Take()
    {
        if (free.TryPop(out var piece))
        {
            return piece;
        }

        if (pieces == blocks.Count * PiecesOfBlock)
        {
            blocks.Add(new byte[PiecesOfBlock * PieceSize]);
        }

        return pieces++;
    }

    private Span<byte> Piece(int number) => blocks[number / PiecesOfBlock].AsSpan(number % PiecesOfBlock * PieceSize, PieceSize);

    private int Next(int piece) => BinaryPrimitives.ReadInt32LittleEndian(Piece(piece)[PieceRoom..]);

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
