namespace CrmRoi.Import.Mapping;

/// <summary>Finds out by itself what the rows of a file are and what its columns mean.</summary>
public static class MappingGuess
{
    // Below this share of the best score another kind is no rival.
    private const double Rival = 0.9;
    private const double SignalWeight = 3;

    // A date alone is all that some kinds need, and every kind of table has one.
    private const double Fewest = 2;

    /// <summary>The mapping of a file of unknown kind.</summary>
    /// <exception cref="RefusedFileException">It is no kind that is known, or could be two.</exception>
    public static ColumnMapping Of(Table table)
    {
        var found = Fields.All
            .Select(kind => Score(kind, table))
            .OrderByDescending(guess => guess.Score)
            .ToList();
        var likely = found.Where(guess => guess.Mapping.IsSufficient && guess.Score >= Fewest && GuessChecks.SaysEnough(guess.Mapping, table.Headers)).ToList();
        var able = likely.Where(guess => GuessChecks.RepeatedIn(guess.Mapping, table) is null).ToList();
        var isOfPeople = IsOfPeople(table.Headers) && (likely.Count == 0
            ? found.Exists(guess => guess.Mapping.Kind == RecordKind.People && guess.Mapping.IsSufficient)
            : (able.Count == 0 ? likely : able)[0].Mapping.Kind == RecordKind.Customers);
        if (able.Count == 0 && !isOfPeople)
        {
            throw likely.Count == 0 ? Unknown(table.Headers, found[0]) : GuessChecks.Repeated(likely[0].Mapping, table);
        }

        // What a header names the rows to be goes before what a date or two could make of them.
        if (!isOfPeople && able[0].Signs == 0 && found[0].Signs > 0 && !likely.Contains(found[0]) && !GuessChecks.IsLedByItsOwn(able[0].Mapping, table.Headers))
        {
            throw Unknown(table.Headers, found[0]);
        }

        var rivals = able.Where(guess => guess.Score >= able[0].Score * Rival).Select(guess => guess.Mapping.Kind.ToString().ToLowerInvariant()).ToList();
        if (isOfPeople || (rivals.Contains("customers") && IsOfPeople(table.Headers)))
        {
            throw new RefusedFileException("contacts", "The rows are people at customers, and CrmRoi counts customers, leads and deals: if they are leads, say so with --kind.");
        }

        return rivals.Count == 1 ? able[0].Mapping with { Only = RecordTypes.Of(able[0].Mapping.Kind, table) } : throw new RefusedFileException(
            "ambiguous-kind", $"The columns could be {string.Join(" or ", rivals)}: say which with --kind.");
    }

    /// <summary>The mapping of a file whose kind is known, with columns that somebody named taking precedence.</summary>
    /// <exception cref="RefusedFileException">A field that is needed has no column.</exception>
    public static ColumnMapping Of(RecordKind kind, Table table, IReadOnlyDictionary<string, string>? named = null)
    {
        var fields = Fields.Of(kind);
        var mapping = Score(fields, table).Mapping;
        if (named is not null)
        {
            mapping = mapping with { Columns = With(mapping.Columns, fields, table.Headers, named) };
        }

        return Sufficient(mapping) with { Only = RecordTypes.Of(kind, table) };
    }

    /// <summary>The best mapping of a file whose kind is known, whether it is enough or not.</summary>
    internal static ColumnMapping Best(RecordKind kind, Table table) => Score(Fields.Of(kind), table).Mapping;

    /// <summary>A mapping that has all that is needed.</summary>
    /// <exception cref="RefusedFileException">A field that is needed has no column.</exception>
    internal static ColumnMapping Sufficient(ColumnMapping mapping) => mapping.IsSufficient ? mapping : throw new RefusedFileException(
        "missing-columns", $"The file has no column for {string.Join(" and ", mapping.Missing)} of {Importer.NameOf(mapping.Kind)}.", [$"{mapping.Kind}", .. mapping.Missing]);

    /// <summary>Columns with those that somebody named taking precedence.</summary>
    internal static Dictionary<string, int> With(
        IReadOnlyDictionary<string, int> guessed, KindFields fields, IReadOnlyList<string> headers, IReadOnlyDictionary<string, string> named)
    {
        var normal = headers.Select(Header.Normal).ToList();
        var columns = new Dictionary<string, int>(guessed);
        foreach (var (header, name) in named)
        {
            var column = normal.IndexOf(Header.Normal(header));
            var field = name.Length == 0 ? null : fields.Find(name) ?? throw new RefusedFileException(
                "bad-map", $"The map names the field '{name}', which {fields.Kind.ToString().ToLowerInvariant()} do not have.");
            if (column < 0)
            {
                throw new RefusedFileException("bad-map", $"The map names the column '{header}', which the file does not have.");
            }

            foreach (var taken in columns.Where(pair => pair.Value == column).Select(pair => pair.Key).ToList())
            {
                columns.Remove(taken);
            }

            if (field is not null)
            {
                columns[field.Name] = column;
            }
        }

        return columns;
    }

    private static (double Score, int Signs, ColumnMapping Mapping) Score(KindFields kind, Table table)
    {
        var (headers, profile) = (table.Headers, table.Profile);
        var names = headers.Select(header => NameIn(kind, header)).ToList();
        var columns = new Dictionary<string, int>();
        var doubts = new List<Doubt>();
        var score = 0d;
        foreach (var field in kind.Fields)
        {
            var candidates = field.Synonyms
                .Select(synonym => Header.Normal(synonym))
                .Distinct()
                .SelectMany(synonym => Enumerable.Range(0, names.Count).Where(i => names[i] == synonym && !columns.ContainsValue(i) && Fits(field, profile.Columns[i])))
                .ToList();
            if (candidates.Count == 0)
            {
                continue;
            }

            var filled = candidates.Where(i => profile.Rows == 0 || profile.Columns[i].HasText).DefaultIfEmpty(candidates[0]).First();
            columns[field.Name] = filled;
            score += field.Weight;
            doubts.AddRange(candidates.Where(i => i != filled && field.Weight >= 1)
                .Select(i => new Doubt(headers[i], field.Name, headers[filled])));
        }

        var signals = names.Count(name => name is not null && kind.Signals.Contains(name));
        var prefixed = headers.Any(header => PrefixOf(header) is { } prefix && kind.Entities.Contains(prefix, StringComparer.OrdinalIgnoreCase));
        var signs = Math.Min(signals, 4) + (prefixed ? 3 : 0);
        return (score + (SignalWeight * signs), signs, new(kind.Kind, columns, doubts));
    }

    // A customer is a company: who has a first and a last name works for one.
    private static bool IsOfPeople(IReadOnlyList<string> headers)
    {
        var names = headers.Select(Header.Normal).ToHashSet();
        return (names.Contains("firstname") && names.Contains("lastname")) || (names.Contains("vorname") && names.Contains("nachname"));
    }

    // "Closed" may be a flag or a date: what the column says decides.
    private static bool Fits(Field field, ColumnProfile column) => field.Type switch
    {
        FieldType.Flag => column.IsFlag,
        FieldType.Text => true,
        _ => !column.HasText || column.HasDigit,
    };

    // "Deal - Title" is a title in a file of deals, and in no other.
    private static string? NameIn(KindFields kind, string written)
    {
        var header = HeaderUnit.Without(written);
        var prefix = PrefixOf(header);
        if (prefix is null)
        {
            var name = Header.Normal(header);
            return name.StartsWith("property", StringComparison.Ordinal) && name.Length > 8 ? Header.Normal(header[9..]) : name;
        }

        return kind.Entities.Contains(prefix, StringComparer.OrdinalIgnoreCase) ? Header.Normal(header[(prefix.Length + 3)..]) : null;
    }

    private static string? PrefixOf(string header)
    {
        var dash = header.IndexOf(" - ", StringComparison.Ordinal);
        return dash > 0 && Fields.All.SelectMany(kind => kind.Entities).Contains(header[..dash], StringComparer.OrdinalIgnoreCase) ? header[..dash] : null;
    }

    private static RefusedFileException Unknown(IReadOnlyList<string> headers, (double Score, int Signs, ColumnMapping Mapping) best)
    {
        if (headers.Count == 1)
        {
            return new("one-column", $"There is only one column, '{Short(headers[0])}'. What a CRM exports has several; in CSV a comma, semicolon, tab or | parts them.", Short(headers[0]));
        }

        if (best.Mapping.Columns.Count == 0 && GuessChecks.IsOfData(headers))
        {
            return new("no-headers", $"The first line looks like a row and not like the names of columns: {Short(string.Join(", ", headers))}. Put a line with their names above it.");
        }

        if (best.Mapping.IsSufficient && GuessChecks.IsLedByAnother(best.Mapping, headers))
        {
            var (kind, header) = (Importer.NameOf(best.Mapping.Kind), headers[0]);
            return new("led-by-another", $"The file looks like {kind}, but its rows begin with '{header}', so they are something else: say with --kind what they are.", kind, header);
        }

        var isTold = best.Mapping.IsSufficient && GuessChecks.SaysEnough(best.Mapping, headers);
        var lacking = best.Mapping.Missing.Concat(GuessChecks.Lacking(best.Mapping, headers)).ToList();
        var names = Short(string.Join(", ", headers));
        return best.Mapping.Columns.Count == 0 || best.Score < 3 || isTold || lacking.Count == 0
            ? new("unknown-columns", $"No column of the file is known as one of a CRM's export: {names}.", names)
            : new("missing-columns", $"The file looks like {best.Mapping.Kind.ToString().ToLowerInvariant()}, but has no column for {string.Join(" and ", lacking)}.", [$"{best.Mapping.Kind}", .. lacking]);
    }

    private static string Short(string text) => text.Length <= 120 ? text : text[..119] + "…";
}
