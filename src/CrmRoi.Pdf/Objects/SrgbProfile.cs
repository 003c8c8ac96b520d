using System.Buffers.Binary;
using System.Text;

namespace CrmRoi.Pdf;

/// <summary>A minimal ICC version 2 display profile of sRGB (IEC 61966-2-1), adapted to D50.</summary>
internal static class SrgbProfile
{
    private const int CurvePoints = 1024;

    private static readonly Lazy<byte[]> Written = new(Write);

    /// <summary>The profile's bytes, the same in every document.</summary>
    public static ReadOnlyMemory<byte> Bytes => Written.Value;

    private static byte[] Write()
    {
        var curve = Curve();
        (string Tag, byte[] Data)[] tags =
        [
            ("desc", Description("sRGB IEC61966-2.1")),
            ("cprt", [.. Head("text"), .. Encoding.ASCII.GetBytes("No copyright, use freely\0")]),
            ("wtpt", Xyz(0.9642, 1.0, 0.8249)),
            ("rXYZ", Xyz(0.43607, 0.22249, 0.01392)),
            ("gXYZ", Xyz(0.38515, 0.71687, 0.09708)),
            ("bXYZ", Xyz(0.14307, 0.06061, 0.71410)),
            ("rTRC", curve),
            ("gTRC", curve),
            ("bTRC", curve),
        ];
        var offsets = new Dictionary<byte[], int>();
        var length = 128 + 4 + (12 * tags.Length);
        foreach (var (_, data) in tags)
        {
            if (offsets.TryAdd(data, length))
            {
                length += (data.Length + 3) & ~3;
            }
        }

        var profile = new byte[length];
        WriteHead(profile);
        BinaryPrimitives.WriteInt32BigEndian(profile.AsSpan(128), tags.Length);
        for (var index = 0; index < tags.Length; index++)
        {
            var entry = profile.AsSpan(132 + (12 * index));
            Encoding.ASCII.GetBytes(tags[index].Tag, entry);
            BinaryPrimitives.WriteInt32BigEndian(entry[4..], offsets[tags[index].Data]);
            BinaryPrimitives.WriteInt32BigEndian(entry[8..], tags[index].Data.Length);
            tags[index].Data.CopyTo(profile, offsets[tags[index].Data]);
        }

        return profile;
    }

    private static void WriteHead(Span<byte> profile)
    {
        BinaryPrimitives.WriteInt32BigEndian(profile, profile.Length);
        BinaryPrimitives.WriteInt32BigEndian(profile[8..], 0x02100000);
        Encoding.ASCII.GetBytes("mntrRGB XYZ ", profile[12..]);
        short[] date = [2000, 1, 1, 0, 0, 0];
        for (var index = 0; index < date.Length; index++)
        {
            BinaryPrimitives.WriteInt16BigEndian(profile[(24 + (2 * index))..], date[index]);
        }

        Encoding.ASCII.GetBytes("acsp", profile[36..]);
        Xyz(0.9642, 1.0, 0.8249).AsSpan(8).CopyTo(profile[68..]);
    }

    private static byte[] Head(string type) => [.. Encoding.ASCII.GetBytes(type), 0, 0, 0, 0];

    private static byte[] Xyz(params double[] values)
    {
        var data = new byte[20];
        Head("XYZ ").CopyTo(data, 0);
        for (var index = 0; index < 3; index++)
        {
            BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(8 + (4 * index)), (int)Math.Round(values[index] * 65536));
        }

        return data;
    }

    private static byte[] Description(string text)
    {
        var data = new byte[12 + text.Length + 1 + 4 + 4 + 2 + 1 + 67];
        Head("desc").CopyTo(data, 0);
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(8), text.Length + 1);
        Encoding.ASCII.GetBytes(text, data.AsSpan(12));
        return data;
    }

    private static byte[] Curve()
    {
        var data = new byte[12 + (2 * CurvePoints)];
        Head("curv").CopyTo(data, 0);
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(8), CurvePoints);
        for (var index = 0; index < CurvePoints; index++)
        {
            var encoded = index / (CurvePoints - 1.0);
            var linear = encoded <= 0.04045 ? encoded / 12.92 : Math.Pow((encoded + 0.055) / 1.055, 2.4);
            BinaryPrimitives.WriteUInt16BigEndian(data.AsSpan(12 + (2 * index)), (ushort)Math.Round(linear * 65535));
        }

        return data;
    }
}
