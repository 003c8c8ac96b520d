using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace CrmRoi.Pdf;

/// <summary>The numbered objects of a file, and the bytes that they make.</summary>
internal sealed class ObjectFile
{
    // Half the time of the usual level, for files that are a few per cent larger.
    private static readonly ZLibCompressionOptions Packing = new() { CompressionLevel = 3 };

    private readonly List<Body?> _bodies = [];

    public int Reserve()
    {
        _bodies.Add(null);
        return _bodies.Count;
    }

    public void Set(int number, string body) => _bodies[number - 1] = new(body, default, IsStream: false);

    public int Add(string body)
    {
        var number = Reserve();
        Set(number, body);
        return number;
    }

    public int AddStream(string entries, ReadOnlyMemory<byte> data, bool compress = true)
    {
        var number = Reserve();
        SetStream(number, entries, data, compress);
        return number;
    }

    public void SetStream(int number, string entries, ReadOnlyMemory<byte> data, bool compress = true)
    {
        var stored = compress ? Compress(data) : data;
        var filter = compress ? " /Filter /FlateDecode" : "";
        _bodies[number - 1] = new(string.Create(CultureInfo.InvariantCulture, $"<< {entries} /Length {stored.Length}{filter} >>\nstream\n"), stored, IsStream: true);
    }

    /// <summary>Writes everything. The identifier is a digest of what was written, so equal input makes equal files.</summary>
    public byte[] Save(int catalogue, int information)
    {
        using var file = new MemoryStream(_bodies.Sum(body => body is null ? 0 : body.Text.Length + body.Data.Length + 48));
        Write(file, "%PDF-1.7\n%");
        file.Write([0xE2, 0xE3, 0xCF, 0xD3]);
        Write(file, "\n");
        var offsets = WriteObjects(file);
        var start = (int)file.Position;
        var identifier = Convert.ToHexString(SHA256.HashData(file.GetBuffer().AsSpan(0, start)).AsSpan(0, 16));
        Write(file, string.Create(CultureInfo.InvariantCulture, $"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n"));
        foreach (var offset in offsets)
        {
            Write(file, string.Create(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n"));
        }

        Write(file, string.Create(
            CultureInfo.InvariantCulture,
            $"trailer\n<< /Size {offsets.Count + 1} /Root {catalogue} 0 R /Info {information} 0 R /ID [<{identifier}> <{identifier}>] >>\nstartxref\n{start}\n%%EOF\n"));
        return file.ToArray();
    }

    private List<long> WriteObjects(MemoryStream file)
    {
        var offsets = new List<long>(_bodies.Count);
        for (var index = 0; index < _bodies.Count; index++)
        {
            var (text, data, isStream) = _bodies[index] ?? throw new InvalidOperationException($"Object {index + 1} was reserved and never written.");
            offsets.Add(file.Position);
            Write(file, string.Create(CultureInfo.InvariantCulture, $"{index + 1} 0 obj\n"));
            Write(file, text);
            if (isStream)
            {
                file.Write(data.Span);
                Write(file, "\nendstream");
            }

            Write(file, "\nendobj\n");
        }

        return offsets;
    }

    private static byte[] Compress(ReadOnlyMemory<byte> data)
    {
        using var compressed = new MemoryStream(data.Length / 3);
        using (var deflate = new ZLibStream(compressed, Packing, leaveOpen: true))
        {
            deflate.Write(data.Span);
        }

        return compressed.ToArray();
    }

    private static void Write(MemoryStream stream, string text)
    {
        Span<byte> bytes = text.Length <= 2048 ? stackalloc byte[text.Length] : new byte[text.Length];
        Encoding.Latin1.GetBytes(text, bytes);
        stream.Write(bytes);
    }

    /// <summary>An object: its text and, of a stream, the bytes behind it.</summary>
    private sealed record Body(string Text, ReadOnlyMemory<byte> Data, bool IsStream);
}
