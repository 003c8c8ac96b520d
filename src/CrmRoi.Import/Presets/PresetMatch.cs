using CrmRoi.Import.Mapping;

namespace CrmRoi.Import.Presets;

/// <summary>A file was recognised as a table of a CRM.</summary>
/// <param name="Preset">The CRM.</param>
/// <param name="Table">The table.</param>
/// <param name="Signs">How many headers of the longest set were there: the more, the surer.</param>
/// <param name="Known">How many headers of the table are known in all.</param>
public sealed record PresetMatch(Preset Preset, PresetTable Table, int Signs, int Known)
{
    /// <summary>The table that a file's headers speak for most; none where none is sure, or two presets are equally so.</summary>
    public static PresetMatch? Of(IReadOnlyList<string> headers, IReadOnlyList<Preset> presets, RecordKind? kind)
    {
        var normal = headers.Select(Header.Normal).ToHashSet();
        var prefixed = headers.Where(IsPrefixed).Select(Header.Normal).ToHashSet();
        var found = presets
            .SelectMany(preset => preset.Tables.Where(table => kind is null || table.Kind == kind).Select(table => Score(preset, table, normal, prefixed)))
            .OfType<PresetMatch>()
            .OrderByDescending(match => match.Signs)
            .ThenByDescending(match => match.Known)
            .ToList();
        return found.Count == 0 || (found.Count > 1 && found[0].Preset != found[1].Preset && (found[0].Signs, found[0].Known) == (found[1].Signs, found[1].Known))
            ? null
            : found[0];
    }

    /// <summary>Of a preset that somebody named, the table that knows most of the headers and finds what it needs, signs or not.</summary>
    public static PresetMatch? Closest(IReadOnlyList<string> headers, Preset preset, RecordKind? kind)
    {
        var normal = headers.Select(Header.Normal).ToHashSet();
        return preset.Tables
            .Where(table => table.Kind is { } own && (kind is null || kind == own))
            .Where(table => Fields.Of(table.Kind!.Value).Needed.All(group => group.Any(field => table.Fields.TryGetValue(field, out var rule) && (rule.Always is not null || HeadersOf(rule).Any(normal.Contains)))))
            .Select(table => new PresetMatch(preset, table, 0, KnownIn(table, normal)))
            .MaxBy(match => match.Known);
    }

    // "Deal - Stage" is Pipedrive's, "deal_stage" anybody's.
    private static bool IsPrefixed(string header) => header.Contains(" - ", StringComparison.Ordinal);

    private static PresetMatch? Score(Preset preset, PresetTable table, HashSet<string> headers, HashSet<string> prefixed)
    {
        var signs = table.Signs
            .Where(sign => sign.All(header => (IsPrefixed(header) ? prefixed : headers).Contains(Header.Normal(header))) && (!table.IsExact || sign.Count == headers.Count))
            .Select(sign => sign.Count)
            .DefaultIfEmpty()
            .Max();
        return signs == 0 ? null : new(preset, table, signs, KnownIn(table, headers));
    }

    private static int KnownIn(PresetTable table, HashSet<string> headers) =>
        table.Fields.Values.SelectMany(HeadersOf).Distinct().Count(headers.Contains);

    private static IEnumerable<string> HeadersOf(FieldRule rule) => rule.From.Concat(rule.Ids).SelectMany(way => way.Split(" + ")).Select(Header.Normal);
}
