using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CrmRoi.Pdf;

/// <summary>What one document uses of one font. A glyph gets a code of its own for each text that it stands for.</summary>
/// <remarks>So extraction is never ambiguous, and even the sign for a missing character is not glyph 0, which PDF/A forbids.</remarks>
internal sealed class EmbeddedFont(PdfFont font, string resource)
{
    private const int PerBlock = 100;
    private readonly Dictionary<(ushort Glyph, string Text), ushort> _codes = [];
    private readonly List<ushort> _glyphs = [0];
    private readonly List<string> _texts = [""];

    // The first code of each glyph: most stand for one text only.
    private readonly ushort[] _first = new ushort[font.GlyphCount];

    public string Resource => resource;

    public ushort CodeOf(ushort glyph, string text)
    {
        var first = glyph < _first.Length ? _first[glyph] : (ushort)0;
        if (first > 0 && _texts[first] == text)
        {
            return first;
        }

        if (!_codes.TryGetValue((glyph, text), out var code))
        {
            code = (ushort)_glyphs.Count;
            if (first == 0 && glyph < _first.Length)
            {
                _first[glyph] = code;
            }

            _codes[(glyph, text)] = code;
            _glyphs.Add(glyph);
            _texts.Add(text);
        }

        return code;
    }

    public int Write(ObjectFile file)
    {
        var subset = FontSubset.Write(font, _glyphs);
        var name = PdfSyntax.Name($"{Tag(subset)}+{font.Name}");
        var program = file.AddStream(string.Create(CultureInfo.InvariantCulture, $"/Length1 {subset.Length}"), subset);
        var descriptor = file.Add(
            $"<< /Type /FontDescriptor /FontName {name} /Flags 4 /FontBBox [{Bounds()}] /ItalicAngle 0 " +
            $"/Ascent {Scaled(font.Ascent)} /Descent {Scaled(font.Descent)} /CapHeight {Scaled(font.CapitalHeight)} " +
            $"/StemV {PdfSyntax.Number(50 + Math.Pow(font.Weight / 65.0, 2))} /FontFile2 {PdfSyntax.Reference(program)} >>");
        var descendant = file.Add(
            $"<< /Type /Font /Subtype /CIDFontType2 /BaseFont {name} /CIDToGIDMap /Identity " +
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> " +
            $"/FontDescriptor {PdfSyntax.Reference(descriptor)} /DW {Scaled(font.AdvanceOf(0))} /W [0 [{Widths()}]] >>");
        var unicode = file.AddStream("", Encoding.ASCII.GetBytes(ToUnicode()));
        return file.Add(
            $"<< /Type /Font /Subtype /Type0 /BaseFont {name} /Encoding /Identity-H " +
            $"/DescendantFonts [{PdfSyntax.Reference(descendant)}] /ToUnicode {PdfSyntax.Reference(unicode)} >>");
    }

    private static string Tag(byte[] subset) =>
        string.Concat(SHA256.HashData(subset).Take(6).Select(value => (char)('A' + (value % 26))));

    private string Scaled(int units) => PdfSyntax.Number(font.Thousandths(units));

    private string Bounds() => string.Join(' ', font.Bounds.Select(bound => Scaled(bound)));

    private string Widths() => string.Join(' ', _glyphs.Select(glyph => Scaled(font.AdvanceOf(glyph))));

    private string ToUnicode()
    {
        var map = new StringBuilder(
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n" +
            "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
            "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
        foreach (var block in Enumerable.Range(1, _glyphs.Count - 1).Chunk(PerBlock))
        {
            map.Append(CultureInfo.InvariantCulture, $"{block.Length} beginbfchar\n");
            foreach (var code in block)
            {
                map.Append(CultureInfo.InvariantCulture, $"<{code:X4}> <{PdfSyntax.Utf16(_texts[code])}>\n");
            }

            map.Append("endbfchar\n");
        }

        return map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").ToString();
    }
}
