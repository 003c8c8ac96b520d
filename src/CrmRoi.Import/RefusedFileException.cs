namespace CrmRoi.Import;

/// <summary>A file is not what it says, so nothing of it is taken in. The message is one sentence for whoever sent it.</summary>
public sealed class RefusedFileException(string code, string message) : Exception(message)
{
    /// <summary>The stable name of the reason, for translation: "not-text", "empty", "unknown-columns".</summary>
    public string Code { get; } = code;
}
