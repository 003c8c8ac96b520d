using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CrmRoi.Cli;

/// <summary>How results are written for other programs: names in camel case, undefined as null.</summary>
internal static class Json
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DictionaryKeyPolicy = null,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes a value while it is read: what lists millions of things holds none of them.</summary>
    public static async Task WriteJsonAsync<T>(this TextWriter output, T value)
    {
        await using (var stream = new TextStream(output))
        {
            await JsonSerializer.SerializeAsync(stream, value, Options);
        }

        await output.WriteLineAsync();
    }

    /// <summary>Bytes of UTF-8 on their way into a writer.</summary>
    private sealed class TextStream(TextWriter output) : Stream
    {
        private readonly Decoder decoder = Encoding.UTF8.GetDecoder();

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Write(byte[] buffer, int offset, int count)
        {
            var letters = new char[decoder.GetCharCount(buffer, offset, count)];
            output.Write(letters, 0, decoder.GetChars(buffer, offset, count, letters, 0));
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Flush()
        {
        }
    }
}
