namespace CrmRoi.Import;

/// <summary>A file is not what it says, so nothing of it is taken in. The message is one sentence for whoever sent it.</summary>
public sealed class RefusedFileException(string code, string message, params IReadOnlyList<string> arguments) : Exception(message)
{
    /// <summary>The stable name of the reason, for translation: "not-text", "empty", "unknown-columns".</summary>
    public string Code { get; } = code;

    /// <summary>A file is something else than a table, such as "a PDF document".</summary>
    internal static RefusedFileException NotText(string what) => new("not-text", $"The file is not CSV but {what}.", what);

    /// <summary>What a translation of the message names, such as a column.</summary>
    public IReadOnlyList<string> Arguments { get; } = arguments;
}
