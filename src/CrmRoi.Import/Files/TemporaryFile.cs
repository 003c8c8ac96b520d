using Microsoft.Win32.SafeHandles;

namespace CrmRoi.Import.Files;

/// <summary>Bytes that are too many for memory, in a file without a name in the system's folder for such: it goes when nobody holds it any more, also when the program is killed.</summary>
internal sealed class TemporaryFile
{
    private readonly SafeFileHandle handle;

    private TemporaryFile(SafeFileHandle handle) => this.handle = handle;

    public long Length => RandomAccess.GetLength(handle);

    /// <summary>A file with what somebody writes.</summary>
    public static TemporaryFile Filled(Action<Stream> fill)
    {
        var file = New();
        using var stream = file.Write();
        fill(stream);
        stream.Flush();
        return file;
    }

    /// <summary>An empty file.</summary>
    public static TemporaryFile New()
    {
        var path = Path.Combine(Path.GetTempPath(), $"crmroi-{Path.GetRandomFileName()}");
        var handle = File.OpenHandle(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, FileOptions.DeleteOnClose);
        if (!OperatingSystem.IsWindows())
        {
            // Here a file lives on without its name for as long as it is open.
            File.Delete(path);
        }

        return new(handle);
    }

    /// <summary>A stream that writes from the beginning.</summary>
    public Stream Write() => new BufferedStream(new HandleStream(handle), 1 << 16);

    /// <summary>A stream over it; several may be open at once.</summary>
    public Stream Open() => new BufferedStream(new HandleStream(handle), 1 << 16);

    private sealed class HandleStream(SafeFileHandle handle) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => true;

        public override long Length => RandomAccess.GetLength(handle);

        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var read = RandomAccess.Read(handle, buffer, Position);
            Position += read;
            return read;
        }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            RandomAccess.Write(handle, buffer, Position);
            Position += buffer.Length;
        }

        public override long Seek(long offset, SeekOrigin origin) => Position = offset + origin switch
        {
            SeekOrigin.Begin => 0,
            SeekOrigin.Current => Position,
            _ => Length,
        };

        public override void SetLength(long value) => RandomAccess.SetLength(handle, value);

        public override void Flush()
        {
        }
    }
}
