namespace CrmRoi.Import.Csv;

/// <summary>The NUL byte, which texts of some exports hold here and there and which not every database keeps.</summary>
internal static class ZeroByte
{
    // What stands for it where a refused row is kept: refused like itself, so that it does not go in when it is sent again unmended.
    private const char Symbol = '\u2400';

    /// <summary>Whether a text holds one.</summary>
    public static bool IsIn(string text) => text.AsSpan().ContainsAny('\0', Symbol);

    /// <summary>A text as it can be kept and shown.</summary>
    public static string Shown(string text) => text.Replace('\0', Symbol);
}
