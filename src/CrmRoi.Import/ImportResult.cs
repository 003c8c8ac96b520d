using System.Text.Json.Serialization;
using CrmRoi.Import.Files;
using CrmRoi.Import.Mapping;

namespace CrmRoi.Import;

/// <summary>A file that somebody sent.</summary>
public sealed record ImportFile(string Name, byte[] Content)
{
    /// <summary>What its rows are, where that differs from what is said of all files.</summary>
    public RecordKind? Kind { get; init; }

    /// <summary>What somebody says of its columns, in place of what is said of all files.</summary>
    public MapFile? Map { get; init; }

    /// <summary>Whether it came inside another file: what nothing is known of there is set aside, and the others go in.</summary>
    public bool IsPart { get; init; }

    /// <summary>Where it lies, if it is not in memory: it is then read from there, and any size will do.</summary>
    public string? Path { get; init; }

    /// <summary>A file that stays where it is while it is read.</summary>
    public static ImportFile At(string name, string path) => new(name, []) { Path = path };

    /// <summary>Its bytes.</summary>
    internal FileSource Source() => Unpacked is not null ? new(Unpacked) : Path is null ? new(Content) : new(Path);

    /// <summary>What it is, where it was packed into another file.</summary>
    internal TemporaryFile? Unpacked { get; init; }

    /// <summary>Its cells, where they are read already, as those of a workbook's sheet are.</summary>
    internal Table? Table { get; init; }
}

/// <summary>How files are to be taken in.</summary>
public sealed record ImportOptions
{
    /// <summary>What the rows are; found out where nobody says.</summary>
    public RecordKind? Kind { get; init; }

    /// <summary>What somebody says of the columns.</summary>
    public MapFile? Map { get; init; }

    /// <summary>The CRM that the files come from, by its preset's name, or "none" for no preset; found out where nobody says.</summary>
    public string? Preset { get; init; }

    /// <summary>What is called what; what was merged until now where nobody says.</summary>
    public NameBook? Names { get; init; }

    /// <summary>Whether the files hold every record of their kinds: those of the same source that they do not hold are deleted.</summary>
    public bool IsFullLoad { get; init; }

    /// <summary>Whether what was said of earlier files with the same headers is left out of account.</summary>
    public bool IgnoresSaved { get; init; }

    /// <summary>The import that was queued for them by <see cref="CrmRoi.Data.ImportJobs"/>; one of its own where there is none.</summary>
    public int? Job { get; init; }

    /// <summary>Whether only to tell what would happen.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>Who sent them, by sign-in name.</summary>
    public string User { get; init; } = "system";
}

/// <summary>What became of files.</summary>
public sealed record ImportResult(IReadOnlyList<FileResult> Files)
{
    /// <summary>The import, to look at and to undo; none for a dry run.</summary>
    public int? JobId { get; init; }

    /// <summary>Whether a file was refused whole; then nothing of any file is in.</summary>
    public bool IsRefused => Files.Any(file => file.Problem is not null);

    /// <summary>Whether rows were refused and the others are in.</summary>
    public bool IsPartlyRefused => Files.Any(file => file.RefusedRows > 0);
}

/// <summary>What became of a file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What its rows are; none where that could not be told.</param>
/// <param name="Read">How many rows it has below its header.</param>
/// <param name="New">Records that were not there before.</param>
/// <param name="Changed">Records that were there and differed.</param>
/// <param name="Same">Records that were there already.</param>
/// <param name="Refusals">The rows that could not be right; the first of them where they are many.</param>
/// <param name="Warnings">What somebody should look at.</param>
/// <param name="Problem">Why it was refused whole; none if it was not.</param>
public sealed record FileResult(
    string Name, RecordKind? Kind, int Read, int New, int Changed, int Same, IReadOnlyList<Refusal> Refusals, IReadOnlyList<ImportWarning> Warnings, RefusedFile? Problem)
{
    /// <summary>The name of the mapping of a known CRM by which it was read; none where columns were found by themselves.</summary>
    public string? Preset { get; init; }

    /// <summary>The header of the column that each field was mainly taken from, by the field's name.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>();

    /// <summary>What was said of an earlier file with the same headers and was done with this one; none where it speaks for itself.</summary>
    public ReusedMapping? Reused { get; init; }

    /// <summary>Records that the file did not hold and that were deleted for that, where it was said to hold all.</summary>
    public int Deleted { get; init; }

    /// <summary>How many rows were refused, where <see cref="Refusals"/> holds only the first of them.</summary>
    public int RefusedRows
    {
        get => Math.Max(refusedRows, Refusals.Count);
        init => refusedRows = value;
    }

    /// <summary>The stored run, for its refused rows; none for a dry run.</summary>
    public int? RunId { get; init; }

    /// <summary>Why no record was made of its rows although it was not refused, such as that it only gives names to other files.</summary>
    public RefusedFile? SetAside { get; init; }

    /// <summary>The first rows that <see cref="Warnings"/> are about.</summary>
    public WarnedRows Warned { get; init; } = WarnedRows.None;

    /// <summary>All of them, however many; of a result that was kept only the first.</summary>
    [JsonIgnore]
    public IEnumerable<Refusal> AllRefusals
    {
        get => allRefusals ?? Refusals;
        init => allRefusals = value;
    }

    private readonly int refusedRows;
    private readonly IEnumerable<Refusal>? allRefusals;

    /// <summary>A file that was refused whole.</summary>
    public static FileResult Refused(string name, RefusedFile problem) => new(name, null, 0, 0, 0, 0, [], [], problem);
}

/// <summary>What was said on the page of an earlier file with the same headers.</summary>
/// <param name="By">Who said it.</param>
/// <param name="FileName">Of which file.</param>
/// <param name="At">When.</param>
public sealed record ReusedMapping(string By, string FileName, DateTimeOffset At);

/// <summary>Why a file was refused whole: a stable code and one English sentence.</summary>
public sealed record RefusedFile(string Code, string Reason)
{
    /// <summary>What a translation of the sentence names, such as a column.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];
}

/// <summary>What a file would do, before it does.</summary>
/// <param name="Result">What would become of it.</param>
/// <param name="Columns">Each column with the field that it was taken for.</param>
/// <param name="Doubts">What somebody should look at in that.</param>
/// <param name="RowHeaders">What is known of the first records.</param>
/// <param name="Rows">The first records as they were understood.</param>
public sealed record ImportPreview(
    FileResult Result, IReadOnlyList<PreviewColumn> Columns, IReadOnlyList<Doubt> Doubts, IReadOnlyList<string> RowHeaders, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>How the file was found to write its dates.</summary>
    public FoundWriting Found { get; init; } = FoundWriting.None;
}

/// <summary>A column of a file.</summary>
/// <param name="Header">Its header.</param>
/// <param name="Field">The field that it was taken for; none where it is not used.</param>
/// <param name="Samples">The first different things that it says.</param>
public sealed record PreviewColumn(string Header, string? Field, IReadOnlyList<string> Samples)
{
    private const int MostSamples = 3;

    /// <summary>A column that says something.</summary>
    public static PreviewColumn Of(string header, string? field, IEnumerable<string> says) => new(header, field, [.. says.Distinct().Take(MostSamples)]);
}
