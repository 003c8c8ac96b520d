using System.Text;

namespace CrmRoi.Pdf;

/// <summary>One TrueType font file, read: it measures text and can be embedded in any number of documents.</summary>
public sealed class PdfFont
{
    /// <summary>Characters below this are looked up without a search: all that most text consists of.</summary>
    private const int Common = 0x2300;

    private readonly Dictionary<string, FontTable> _tables;
    private readonly Dictionary<int, ushort> _characters;
    private readonly ushort[] _common = new ushort[Common];
    private readonly double[] _advances;
    private readonly FontTable _metrics;
    private readonly int _metricCount;
    private readonly bool _longOffsets;
    private readonly Lazy<ushort[]> _tabular;
    private readonly Lazy<PairKerning> _kerning;

    private PdfFont(Dictionary<string, FontTable> tables)
    {
        _tables = tables;
        var head = Required("head");
        var hhea = Required("hhea");
        UnitsPerEm = head.U16(18);
        Bounds = [head.I16(36), head.I16(38), head.I16(40), head.I16(42)];
        _longOffsets = head.I16(50) == 1;
        Ascent = hhea.I16(4);
        Descent = hhea.I16(6);
        _metricCount = hhea.U16(34);
        _metrics = Required("hmtx");
        GlyphCount = Required("maxp").U16(4);
        _characters = Table("cmap") is { } cmap ? CharacterMap.Read(cmap) : [];
        CapitalHeight = Table("OS/2") is { } os2 && os2.U16(0) >= 2 ? os2.I16(88) : Ascent;
        Weight = Table("OS/2") is { } weights ? weights.U16(4) : 400;
        Name = FontNames.PostScriptName(Table("name"));
        _tabular = new(Tabular);
        _kerning = new(() => PairKerning.Read(Table("GPOS")));
        if (UnitsPerEm == 0 || _metricCount == 0 || GlyphCount == 0)
        {
            throw new InvalidDataException("The font is damaged: it has no glyphs or no size.");
        }

        foreach (var (character, glyph) in _characters.Where(each => each.Key < Common))
        {
            _common[character] = glyph;
        }

        _advances = new double[GlyphCount];
        for (var glyph = 0; glyph < GlyphCount; glyph++)
        {
            _advances[glyph] = Thousandths(AdvanceOf((ushort)glyph));
        }
    }

    /// <summary>The font's PostScript name.</summary>
    public string Name { get; }

    public int UnitsPerEm { get; }

    /// <summary>Height above the baseline, in font units.</summary>
    public int Ascent { get; }

    /// <summary>Depth below the baseline, in font units, negative.</summary>
    public int Descent { get; }

    /// <summary>Height of capitals, in font units.</summary>
    public int CapitalHeight { get; }

    public int GlyphCount { get; }

    internal int Weight { get; }

    internal short[] Bounds { get; }

    /// <exception cref="InvalidDataException">The bytes are no TrueType font with outlines, or a damaged one.</exception>
    public static PdfFont Parse(byte[] file)
    {
        var whole = new FontTable(file, 0, file.Length);
        if (file.Length < 12 || whole.U32(0) is not (0x00010000 or 0x74727565))
        {
            throw new InvalidDataException("This is not a TrueType font.");
        }

        var tables = new Dictionary<string, FontTable>(StringComparer.Ordinal);
        for (var index = 0; index < whole.U16(4); index++)
        {
            var at = 12 + (16 * index);
            tables[Encoding.ASCII.GetString(whole.Span(at, 4))] = whole.Part(whole.Offset(at + 8), whole.Offset(at + 12));
        }

        return new PdfFont(tables);
    }

    public bool Has(Rune character) => GlyphOf(character) != 0;

    /// <summary>The glyph of a character; 0, the visible "missing" glyph, where the font has none.</summary>
    public ushort GlyphOf(Rune character) => character.Value < Common ? _common[character.Value] : _characters.GetValueOrDefault(character.Value);

    /// <summary>How far a glyph moves the pen, in font units.</summary>
    public int AdvanceOf(ushort glyph) => _metrics.U16(4 * Math.Min(glyph, _metricCount - 1));

    /// <summary>The same in thousandths of the size.</summary>
    internal double ThousandthsOf(ushort glyph) => glyph < _advances.Length ? _advances[glyph] : Thousandths(AdvanceOf(glyph));

    /// <summary>The glyph of the same width as all figures; 0 where there is none.</summary>
    internal ushort TabularOf(ushort glyph) => glyph < _tabular.Value.Length ? _tabular.Value[glyph] : (ushort)0;

    internal short SideBearingOf(ushort glyph) => glyph < _metricCount
        ? _metrics.I16((4 * glyph) + 2)
        : _metrics.I16((4 * _metricCount) + (2 * (glyph - _metricCount)));

    internal int KerningBetween(ushort left, ushort right) => _kerning.Value.Between(left, right);

    /// <summary>Font units as thousandths of the size, as PDF counts them.</summary>
    internal double Thousandths(int units) => units * 1000.0 / UnitsPerEm;

    internal FontTable? Table(string tag) => _tables.TryGetValue(tag, out var table) ? table : null;

    internal FontTable Required(string tag) =>
        Table(tag) ?? throw new InvalidDataException($"The font has no table '{tag}'.");

    private ushort[] Tabular()
    {
        var glyphs = new ushort[GlyphCount];
        foreach (var (glyph, tabular) in SingleSubstitution.Read(Table("GSUB"), "tnum").Where(each => each.Key < GlyphCount))
        {
            glyphs[glyph] = tabular;
        }

        return glyphs;
    }

    internal ReadOnlySpan<byte> OutlineOf(ushort glyph)
    {
        var loca = Required("loca");
        var from = _longOffsets ? loca.Offset(4 * glyph) : 2 * loca.U16(2 * glyph);
        var to = _longOffsets ? loca.Offset(4 * (glyph + 1)) : 2 * loca.U16(2 * (glyph + 1));
        return Required("glyf").Span(from, to - from);
    }
}
