using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace CrmRoi.Pdf.Tests.Testing;

/// <summary>A file read back through its cross-reference table, object by object.</summary>
internal sealed partial class ProducedFile
{
    private readonly Dictionary<int, (string Body, byte[]? Stream)> _objects = [];

    public ProducedFile(byte[] file)
    {
        var text = Encoding.Latin1.GetString(file);
        var start = int.Parse(StartPattern().Match(text).Groups[1].Value, CultureInfo.InvariantCulture);
        var table = text[start..].Split('\n');
        var count = int.Parse(table[1].Split(' ')[1], CultureInfo.InvariantCulture);
        for (var number = 1; number < count; number++)
        {
            var offset = int.Parse(table[2 + number][..10], CultureInfo.InvariantCulture);
            var header = $"{number} 0 obj\n";
            text.Substring(offset, header.Length).Should().Be(header);
            Read(file, text, number, offset + header.Length);
        }

        Trailer = text[text.LastIndexOf("trailer", StringComparison.Ordinal)..];
    }

    public string Trailer { get; }

    public IEnumerable<string> Bodies => _objects.Values.Select(entry => entry.Body);

    public string Catalogue => Body(Trailer, "Root");

    public static int Reference(string body, string key) =>
        int.Parse(Regex.Match(body, $@"/{key} \[?(\d+) 0 R").Groups[1].Value, CultureInfo.InvariantCulture);

    public string Body(string from, string key) => _objects[Reference(from, key)].Body;

    public byte[] Stream(string from, string key) =>
        _objects[Reference(from, key)].Stream ?? throw new InvalidOperationException($"{key} is no stream.");

    public List<string> OfType(string type) => [.. Bodies.Where(body => body.Contains($"/Type /{type} ", StringComparison.Ordinal))];

    public List<string> Elements(string kind) =>
        [.. OfType("StructElem").Where(body => body.Contains($"/S /{kind} ", StringComparison.Ordinal))];

    public List<string> PageContents() =>
        [.. OfType("Page").Select(page => Encoding.ASCII.GetString(Stream(page, "Contents")))];

    /// <summary>The text of each code of a font, from its ToUnicode map.</summary>
    public Dictionary<int, string> ToUnicode(string type0Font)
    {
        var map = Encoding.ASCII.GetString(Stream(type0Font, "ToUnicode"));
        return BfCharPattern().Matches(map).ToDictionary(
            match => int.Parse(match.Groups[1].Value, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture),
            match => Encoding.BigEndianUnicode.GetString(Convert.FromHexString(match.Groups[2].Value)));
    }

    /// <summary>All text that the pages show, in the order of drawing, by the fonts' ToUnicode maps.</summary>
    public string ShownText()
    {
        var fonts = FontPattern().Matches(Bodies.Single(body => body.Contains("/ExtGState", StringComparison.Ordinal)
                && body.Contains("/Font", StringComparison.Ordinal)))
            .ToDictionary(
                match => match.Groups[1].Value,
                match => ToUnicode(_objects[int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture)].Body));
        var shown = new StringBuilder();
        Dictionary<int, string>? map = null;
        foreach (var line in string.Join('\n', PageContents()).Split('\n'))
        {
            if (line.EndsWith(" Tf", StringComparison.Ordinal))
            {
                map = fonts[line[1..].Split(' ')[0]];
            }
            else if (line.EndsWith(" TJ", StringComparison.Ordinal))
            {
                foreach (var code in HexPattern().Matches(line).SelectMany(match => match.Groups[1].Value.Chunk(4)))
                {
                    shown.Append(map![int.Parse(code, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)]);
                }
            }
        }

        return shown.ToString();
    }

    private void Read(byte[] file, string text, int number, int at)
    {
        var end = text.IndexOf("\nendobj\n", at, StringComparison.Ordinal);
        var streamAt = text.IndexOf("\nstream\n", at, StringComparison.Ordinal);
        if (streamAt < 0 || streamAt > end)
        {
            _objects[number] = (text[at..end], null);
            return;
        }

        var body = text[at..streamAt];
        var length = int.Parse(LengthPattern().Match(body).Groups[1].Value, CultureInfo.InvariantCulture);
        var data = file.AsSpan(streamAt + 8, length).ToArray();
        text.Substring(streamAt + 8 + length, 10).Should().Be("\nendstream");
        _objects[number] = (body, body.Contains("/FlateDecode", StringComparison.Ordinal) ? Inflate(data) : data);
    }

    private static byte[] Inflate(byte[] data)
    {
        using var inflated = new MemoryStream();
        using var zlib = new ZLibStream(new MemoryStream(data), CompressionMode.Decompress);
        zlib.CopyTo(inflated);
        return inflated.ToArray();
    }

    [GeneratedRegex(@"startxref\n(\d+)\n%%EOF\n$")]
    private static partial Regex StartPattern();

    [GeneratedRegex(@"/Length (\d+)")]
    private static partial Regex LengthPattern();

    [GeneratedRegex(@"<([0-9A-F]{4})> <([0-9A-F]+)>\n(?!endcodespacerange)")]
    private static partial Regex BfCharPattern();

    [GeneratedRegex(@"/(F\d+) (\d+) 0 R")]
    private static partial Regex FontPattern();

    [GeneratedRegex("<([0-9A-F]*)>")]
    private static partial Regex HexPattern();
}
