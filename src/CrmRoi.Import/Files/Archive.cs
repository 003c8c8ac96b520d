using System.Globalization;
using System.IO.Compression;

namespace CrmRoi.Import.Files;

/// <summary>Unpacks a zip archive that somebody sent, with limits on what it may become.</summary>
internal static class Archive
{
    /// <summary>More files than this are no export.</summary>
    public const int MostEntries = 500;

    /// <summary>What an archive may be when unpacked, in bytes.</summary>
    public const long MostBytes = 1_000_000_000;

    // Tables rarely shrink below a fiftieth; a bomb shrinks to a thousandth.
    private const int MostShrunk = 250;
    private const long AlwaysAllowed = 10_000_000;
    private static readonly byte[] Signature = [0x50, 0x4B, 0x03, 0x04];
    private static readonly byte[] OfNothing = [0x50, 0x4B, 0x05, 0x06];

    public static bool Is(ReadOnlySpan<byte> content) => content.StartsWith(Signature) || content.StartsWith(OfNothing);

    /// <summary>What kind of document the archive is; none where it is an archive of files.</summary>
    public static ArchiveKind KindOf(FileSource content)
    {
        using var zip = Open(content);
        var names = zip.Entries.Select(entry => entry.FullName).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return names.Contains("xl/workbook.xml") || names.Contains("xl/workbook.bin") ? ArchiveKind.Workbook
            : names.Contains("[Content_Types].xml") || names.Contains("mimetype") ? ArchiveKind.OtherDocument
            : ArchiveKind.Files;
    }

    /// <summary>The files in it, in their order; nothing of what systems add by themselves.</summary>
    /// <exception cref="RefusedFileException">It is damaged, too large, or names a place outside itself.</exception>
    public static IReadOnlyList<(string Name, TemporaryFile Content)> Unpack(FileSource content)
    {
        var files = new List<(string Name, TemporaryFile Content)>();
        Visit(content, (entry, unpack) =>
        {
            if (entry.Name.Length > 0 && !entry.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal) && entry.Name[0] != '.')
            {
                files.Add((entry.FullName, TemporaryFile.Filled(unpack)));
            }
        });
        return files.Count > 0 ? files : throw new RefusedFileException("empty", "The archive holds no file.");
    }

    /// <summary>Unpacks everything once to show it to somebody, and keeps nothing: what its directory says of sizes may be a lie.</summary>
    /// <exception cref="RefusedFileException">It is damaged, too large, or names a place outside itself.</exception>
    public static void Check(FileSource content, Func<Stream> look) => Visit(content, (_, unpack) =>
    {
        using var target = look();
        unpack(target);
    });

    private static void Visit(FileSource content, Action<ZipArchiveEntry, Action<Stream>> visit)
    {
        using var zip = Open(content);
        if (zip.Entries.Count > MostEntries)
        {
            throw new RefusedFileException("archive-too-large", string.Create(CultureInfo.InvariantCulture, $"The archive holds {zip.Entries.Count:N0} files; {MostEntries} are allowed."));
        }

        var whole = Math.Min(MostBytes, Math.Max(AlwaysAllowed, content.Length * MostShrunk));
        var budget = whole;
        foreach (var entry in zip.Entries)
        {
            CheckName(entry);
            visit(entry, target => budget -= Copy(entry, target, budget, whole));
        }
    }

    private static void CheckName(ZipArchiveEntry entry)
    {
        var parts = entry.FullName.Split('/', '\\');
        if (parts.Contains("..") || entry.FullName.StartsWith('/') || entry.FullName.StartsWith('\\') || entry.FullName.Contains(':', StringComparison.Ordinal))
        {
            throw new RefusedFileException("bad-archive", $"The archive names a file outside itself: '{entry.FullName}'.");
        }

        if (entry.IsEncrypted)
        {
            throw new RefusedFileException("locked", "The archive is locked with a password: pack it without one.");
        }
    }

    private static long Copy(ZipArchiveEntry entry, Stream target, long budget, long wholeBudget)
    {
        try
        {
            using var packed = entry.Open();
            var buffer = new byte[81_920];
            var (length, checksum) = (0L, default(Checksum));
            for (var read = packed.Read(buffer); read > 0; read = packed.Read(buffer))
            {
                length += read;
                if (length > budget)
                {
                    throw TooLarge(wholeBudget);
                }

                checksum.Add(buffer.AsSpan(0, read));
                target.Write(buffer, 0, read);
            }

            return checksum.Value == entry.Crc32 ? length : throw Damaged();
        }
        catch (Exception problem) when (problem is InvalidDataException or NotSupportedException or EndOfStreamException)
        {
            throw Damaged();
        }
    }

    private static RefusedFileException TooLarge(long budget) => new("archive-too-large", budget == MostBytes
        ? "Unpacked, the archive or workbook is larger than 1 GB: send what it holds in several files, or its sheets as CSV."
        : string.Create(CultureInfo.InvariantCulture, $"Unpacked, the archive or workbook grows to more than {MostShrunk} times its size, as no table does: it is not taken in."));

    private static ZipArchive Open(FileSource content)
    {
        try
        {
            var stream = content.Open();
            if (!ArchiveDirectory.Check(stream))
            {
                throw new RefusedFileException("cut-off", "The archive or workbook has no end: it came in part only. Export or download it again.");
            }

            var zip = new ZipArchive(stream, ZipArchiveMode.Read);
            _ = zip.Entries.Count;
            return zip;
        }
        catch (Exception problem) when (problem is InvalidDataException or EndOfStreamException or ArgumentException or NotSupportedException)
        {
            throw Damaged();
        }
    }

    private static RefusedFileException Damaged() => new("bad-archive", "The file is a damaged zip archive or workbook, or packed in an unusual way.");
}

/// <summary>What an archive is.</summary>
internal enum ArchiveKind
{
    /// <summary>Files, packed together.</summary>
    Files,

    /// <summary>An Excel workbook.</summary>
    Workbook,

    /// <summary>A document of another program.</summary>
    OtherDocument,
}
