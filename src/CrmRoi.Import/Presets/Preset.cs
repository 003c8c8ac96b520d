namespace CrmRoi.Import.Presets;

/// <summary>What a CRM's exports look like: data, not code, read from a JSON file.</summary>
public sealed record Preset
{
    /// <summary>Its name on the command line and the source of its records, such as <c>salesforce</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What people call the CRM.</summary>
    public required string Title { get; init; }

    /// <summary>The tables that it exports.</summary>
    public required IReadOnlyList<PresetTable> Tables { get; init; }
}

/// <summary>One of the tables that a CRM exports.</summary>
public sealed record PresetTable
{
    /// <summary>Its name within the preset, by which other tables look things up in it.</summary>
    public required string Name { get; init; }

    /// <summary>What its rows are; none where they only help other tables, or are nothing that counts.</summary>
    public RecordKind? Kind { get; init; }

    /// <summary>What is said of a table without a kind: one English sentence.</summary>
    public string? Note { get; init; }

    /// <summary>Sets of headers: it is this table if the file has all of one set.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Signs { get; init; }

    /// <summary>Whether the headers of a set must be all that the file has.</summary>
    public bool IsExact { get; init; }

    /// <summary>Where each field comes from.</summary>
    public IReadOnlyDictionary<string, FieldRule> Fields { get; init; } = new Dictionary<string, FieldRule>();

    /// <summary>Headers that look like a field and are none.</summary>
    public IReadOnlyList<string> Ignore { get; init; } = [];

    /// <summary>Rows of which one of these says yes were deleted in the CRM, and are passed over.</summary>
    public IReadOnlyList<FieldRule> Drop { get; init; } = [];

    /// <summary>The values of columns of which a row must have one to be read; the others are passed over.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Only { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Which stages are won, lost or open.</summary>
    public IReadOnlyDictionary<string, string> Outcomes { get; init; } = new Dictionary<string, string>();

    /// <summary>Headers of columns that say when a deal entered a stage, with {stage} and, where it has one, {pipeline}.</summary>
    public IReadOnlyList<string> StageColumns { get; init; } = [];
}

/// <summary>Where a field comes from, and how its words are to be understood.</summary>
public sealed record FieldRule
{
    /// <summary>The headers of its column, the best first; several joined with <c> + </c> where they are one thing, such as two parts of a name.</summary>
    public IReadOnlyList<string> From { get; init; } = [];

    /// <summary>The headers of columns with ids, taken where none of those in <see cref="From"/> is there; only what they say is looked up.</summary>
    public IReadOnlyList<string> Ids { get; init; } = [];

    /// <summary>Whether a row that says nothing in the first column is asked in the next ones.</summary>
    public bool Fill { get; init; }

    /// <summary>Words that say nothing, so that the next column is asked.</summary>
    public IReadOnlyList<string> Skip { get; init; } = [];

    /// <summary>How what it says must begin, where a column holds ids of several kinds; other ids say nothing.</summary>
    public IReadOnlyList<string> Starts { get; init; } = [];

    /// <summary>What stands before the part that counts, such as the <c>::::</c> of "Accounts::::Acme".</summary>
    public string? After { get; init; }

    /// <summary>What every row says.</summary>
    public string? Always { get; init; }

    /// <summary>Tables in which what the column says is looked up, one after the other.</summary>
    public IReadOnlyList<LookUp> Through { get; init; } = [];

    /// <summary>Whether what is not found there stays as it is, such as the id of an unknown owner.</summary>
    public bool Keep { get; init; }

    /// <summary>What it means that something was found there, whatever it is.</summary>
    public string? Found { get; init; }

    /// <summary>What words of the CRM mean in ours.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();

    /// <summary>What words mean that are not among those.</summary>
    public string? Otherwise { get; init; }

    /// <summary>What it means to say nothing.</summary>
    public string? Blank { get; init; }

    /// <summary>Whether an id of fifteen letters is one of Salesforce's, and the same as that of eighteen.</summary>
    public bool Lengthen { get; init; }

    /// <summary>What its numbers are multiplied by.</summary>
    public decimal? Scale { get; init; }
}

/// <summary>A step from one table into another.</summary>
public sealed record LookUp
{
    /// <summary>The name of the other table in the preset.</summary>
    public required string Table { get; init; }

    /// <summary>Its column that holds what is looked up.</summary>
    public required string By { get; init; }

    /// <summary>Its column that holds the answer; several joined with <c>+</c>, others in case they are empty after <c>|</c>.</summary>
    public required string Give { get; init; }

    /// <summary>The values of columns of which its row must have one.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Where { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Which of several rows answers.</summary>
    public LookUpChoice Pick { get; init; }
}

/// <summary>Which of several rows answers.</summary>
public enum LookUpChoice
{
    /// <summary>The first in the file.</summary>
    First,

    /// <summary>The last in the file.</summary>
    Last,

    /// <summary>The one with the greatest answer, as the latest of ISO dates.</summary>
    Greatest,

    /// <summary>The one with the smallest answer.</summary>
    Least,
}
