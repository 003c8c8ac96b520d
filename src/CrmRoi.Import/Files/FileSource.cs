using System.Security.Cryptography;

namespace CrmRoi.Import.Files;

/// <summary>The bytes of a file, in memory, unpacked or on disk, to be read as often as it takes; a file on disk must not change meanwhile.</summary>
internal sealed class FileSource
{
    private readonly byte[]? content;
    private readonly TemporaryFile? unpacked;
    private readonly string path = "";
    private readonly DateTime written;

    public FileSource(byte[] content) => (this.content, Length) = (content, content.Length);

    public FileSource(TemporaryFile unpacked) => (this.unpacked, Length) = (unpacked, unpacked.Length);

    public FileSource(string path)
    {
        var file = new FileInfo(path);
        (this.path, Length, written) = (path, file.Length, file.LastWriteTimeUtc);
    }

    public long Length { get; }

    /// <summary>Its first bytes.</summary>
    public byte[] Head(int most)
    {
        using var stream = Open();
        var head = new byte[Math.Min(most, Length)];
        return head[..stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
    }

    /// <summary>A stream over it.</summary>
    /// <exception cref="RefusedFileException">It is not what it was when it was looked at first.</exception>
    public Stream Open()
    {
        CheckUnchanged();
        return content is not null ? new MemoryStream(content, writable: false)
            : unpacked is not null ? unpacked.Open()
            : new FileStream(path, new FileStreamOptions { Options = FileOptions.SequentialScan, BufferSize = 1 << 16 });
    }

    /// <summary>Makes sure that nobody has written into it meanwhile.</summary>
    /// <exception cref="RefusedFileException">Somebody has.</exception>
    public void CheckUnchanged()
    {
        if (content is not null || unpacked is not null)
        {
            return;
        }

        var now = new FileInfo(path);
        if (!now.Exists || now.Length != Length || now.LastWriteTimeUtc != written)
        {
            throw new RefusedFileException("changed", "The file was changed while it was read: nothing of it is taken in. Send it again when it is complete.");
        }
    }

    public string Sha256()
    {
        using var stream = Open();
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
