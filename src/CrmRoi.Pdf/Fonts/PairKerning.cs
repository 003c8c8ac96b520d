using System.Numerics;

namespace CrmRoi.Pdf;

/// <summary>How much nearer or farther two neighbours stand (GPOS lookup type 2 under 'kern'), in font units.</summary>
internal sealed class PairKerning
{
    private const int ExtensionType = 9;
    private const int Kept = 4096;
    private readonly List<List<Subtable>> _lookups;

    // Pairs that were asked for, with what was answered: a text asks for few of them again and again. Each place is one word, so threads need no lock.
    private readonly long[] _known = new long[Kept];

    private PairKerning(List<List<Subtable>> lookups) => _lookups = lookups;

    public static PairKerning Read(FontTable? positions) => new(
        [.. LayoutTable.Lookups(positions, "kern", ExtensionType)
            .Select(lookup => lookup.Where(part => part.Type == 2).Select(part => Subtable.Read(part.Table)).ToList())]);

    public int Between(ushort left, ushort right)
    {
        var pair = ((uint)left << 16) | right;
        ref var place = ref _known[unchecked(pair * 2654435761u) >> 20];
        var known = Volatile.Read(ref place);
        if (known != 0 && (uint)(known >>> 32) == pair)
        {
            return unchecked((int)known);
        }

        var answer = Ask(left, right);
        Volatile.Write(ref place, ((long)pair << 32) | unchecked((uint)answer));
        return answer;
    }

    private int Ask(ushort left, ushort right)
    {
        var sum = 0;
        foreach (var lookup in _lookups)
        {
            foreach (var subtable in lookup)
            {
                if (subtable.Between(left, right) is { } value)
                {
                    sum += value;
                    break;
                }
            }
        }

        return sum;
    }

    private sealed class Subtable
    {
        private const int AdvanceBit = 4;
        private readonly FontTable _table;
        private readonly Dictionary<ushort, int> _coverage;
        private readonly Dictionary<ushort, ushort> _firstClasses = [];
        private readonly Dictionary<ushort, ushort> _secondClasses = [];
        private readonly Dictionary<(int Set, ushort Right), int> _pairs = [];
        private readonly int _recordSize;
        private readonly int _advanceAt;
        private readonly bool _hasAdvance;

        private Subtable(FontTable table)
        {
            _table = table;
            _coverage = LayoutTable.Coverage(table.From(table.U16(2)));
            uint first = table.U16(4);
            _hasAdvance = (first & AdvanceBit) != 0;
            _advanceAt = 2 * BitOperations.PopCount(first & (AdvanceBit - 1));
            _recordSize = 2 * (BitOperations.PopCount(first) + BitOperations.PopCount((uint)table.U16(6)));
        }

        public static Subtable Read(FontTable table)
        {
            var subtable = new Subtable(table);
            if (table.U16(0) == 1)
            {
                subtable.ReadPairs();
                return subtable;
            }

            Copy(LayoutTable.Classes(table.From(table.U16(8))), subtable._firstClasses);
            Copy(LayoutTable.Classes(table.From(table.U16(10))), subtable._secondClasses);
            return subtable;
        }

        /// <summary>The adjustment, or null where this subtable does not speak about the pair.</summary>
        public int? Between(ushort left, ushort right)
        {
            if (!_coverage.TryGetValue(left, out var set))
            {
                return null;
            }

            if (_table.U16(0) == 1)
            {
                return _pairs.TryGetValue((set, right), out var value) ? value : null;
            }

            var row = _firstClasses.GetValueOrDefault(left);
            var column = _secondClasses.GetValueOrDefault(right);
            var record = 16 + (((row * _table.U16(14)) + column) * _recordSize);
            return _hasAdvance ? _table.I16(record + _advanceAt) : 0;
        }

        private void ReadPairs()
        {
            for (var set = 0; set < _table.U16(8); set++)
            {
                var pairs = _table.From(_table.U16(10 + (2 * set)));
                for (var index = 0; index < pairs.U16(0); index++)
                {
                    var at = 2 + (index * (2 + _recordSize));
                    _pairs[(set, pairs.U16(at))] = _hasAdvance ? pairs.I16(at + 2 + _advanceAt) : 0;
                }
            }
        }

        private static void Copy(Dictionary<ushort, ushort> from, Dictionary<ushort, ushort> to)
        {
            foreach (var (glyph, number) in from)
            {
                to[glyph] = number;
            }
        }
    }
}
