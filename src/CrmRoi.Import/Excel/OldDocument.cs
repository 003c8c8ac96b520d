using System.Text;
using CrmRoi.Import.Files;

namespace CrmRoi.Import.Excel;

/// <summary>What the files of old Office programs are: a folder of streams in one file (.xls, .doc, .msg, and an .xlsx with a password), or a bare stream of records.</summary>
internal static class OldDocument
{
    /// <summary>How many bytes tell one.</summary>
    public const int HeadLength = 8;

    private const int SectorLength = 512;
    private const int EntryLength = 128;
    private const int LongestName = 64;
    private static readonly byte[] OfFolder = [0xD0, 0xCF, 0x11, 0xE0];

    // The streams by which programs tell their files, and what to call these.
    private static readonly (string Stream, string What)[] Others =
    [
        ("WordDocument", "a Word document"),
        ("PowerPoint Document", "a PowerPoint presentation"),
        ("__properties_version1.0", "an Outlook message"),
        ("VisioDocument", "a Visio drawing"),
    ];

    /// <summary>Whether a file begins like one. Excel 2 to 4, and programs that only write cells, write the records without the folder.</summary>
    public static bool Is(ReadOnlySpan<byte> head) => head.StartsWith(OfFolder)
        || (head.Length >= HeadLength && head[0] == 9 && head[1] is 0 or 2 or 4 or 8 && head[2] is 4 or 6 or 8 or 16 && head[3] == 0);

    public static RefusedFileException Locked() => new("locked", "The workbook is locked with a password: save it without one.");

    /// <summary>Why a file cannot be read that begins like one; none where that is not known.</summary>
    public static RefusedFileException? WhyUnread(FileSource source)
    {
        if (!source.Head(HeadLength).AsSpan().StartsWith(OfFolder))
        {
            return null;
        }

        var streams = Streams(source);
        return streams.Contains("EncryptedPackage") ? Locked()
            : Others.FirstOrDefault(other => streams.Contains(other.Stream)) is { What: { } what } ? RefusedFileException.NotText(what)
            : source.Length % SectorLength != 0 ? new(
                "bytes-lost", "Bytes of the workbook were lost on its way, as when it is sent or kept as text or came in part only: get it again from where it was exported.")
            : null;
    }

    // The names of its streams stand in entries of 128 bytes; where the folder is damaged they are found all the same.
    private static HashSet<string> Streams(FileSource source)
    {
        var names = new HashSet<string>();
        using var stream = source.Open();
        var entry = new byte[EntryLength];
        while (stream.ReadAtLeast(entry, EntryLength, throwOnEndOfStream: false) == EntryLength)
        {
            var length = BitConverter.ToUInt16(entry, LongestName);
            if (length is > 2 and <= LongestName && length % 2 == 0 && entry[LongestName + 2] == 2)
            {
                names.Add(Encoding.Unicode.GetString(entry, 0, length - 2));
            }
        }

        return names;
    }
}
