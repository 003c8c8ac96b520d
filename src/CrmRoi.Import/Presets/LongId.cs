namespace CrmRoi.Import.Presets;

/// <summary>Salesforce's ids: fifteen letters in its reports, and everywhere else the same with three more that say which of them are capitals.</summary>
internal static class LongId
{
    private const int Short = 15;
    private const int Part = 5;
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

    /// <summary>An id with its last three letters; whatever is no short id as it is.</summary>
    public static string Of(string id)
    {
        if (id.Length != Short || !id.All(char.IsAsciiLetterOrDigit))
        {
            return id;
        }

        var ends = id.Chunk(Part).Select(part => Letters[part.Select((letter, place) => char.IsAsciiLetterUpper(letter) ? 1 << place : 0).Sum()]);
        return id + string.Concat(ends);
    }
}
