using CrmRoi.Import.Csv;

namespace CrmRoi.Import;

/// <summary>A row that cannot be right, and why.</summary>
/// <param name="Line">The physical line on which it begins.</param>
/// <param name="Column">The column's header; empty where it is the row as a whole.</param>
/// <param name="Value">What the column said; its first letters where it says more than anybody wants to see.</param>
/// <param name="Code">The stable name of the reason, for translation: "bad-date", "negative".</param>
/// <param name="Reason">The reason in one English sentence.</param>
public sealed record Refusal(int Line, string Column, string Value, string Code, string Reason)
{
    private const int LongestValue = 500;

    /// <summary>The column's header; empty where it is the row as a whole.</summary>
    public string Column { get; init; } = ZeroByte.Shown(Column);

    /// <summary>What the column said; its first letters where it says more than anybody wants to see.</summary>
    public string Value { get; init; } = ZeroByte.Shown(Value.Length <= LongestValue ? Value : Value[..LongestValue]);

    /// <summary>What a translation of the reason names: the figures and words in the English sentence.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];
}

/// <summary>Something that went in, but that somebody should look at.</summary>
/// <param name="Code">Its stable name, for translation.</param>
/// <param name="Count">How many rows or names it concerns.</param>
/// <param name="Sample">Some of them in English words, with their lines.</param>
/// <param name="Lines">The first lines that it concerns.</param>
public sealed record ImportWarning(string Code, int Count, string Sample, IReadOnlyList<int> Lines)
{
    /// <summary>The same samples in parts, for translation.</summary>
    public IReadOnlyList<WarningDetail> Details { get; init; } = [];

    /// <summary>How many further samples there would be.</summary>
    public int MoreDetails { get; init; }
}

/// <summary>One of the things that a warning is about.</summary>
/// <param name="Arguments">What it names, such as an id or a product; nothing where its lines say all.</param>
/// <param name="Count">How many rows it concerns.</param>
/// <param name="Lines">The first of their lines.</param>
public sealed record WarningDetail(IReadOnlyList<string> Arguments, int Count, IReadOnlyList<int> Lines);
