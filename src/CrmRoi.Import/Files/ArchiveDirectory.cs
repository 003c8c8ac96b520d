using System.Buffers.Binary;

namespace CrmRoi.Import.Files;

/// <summary>Looks at how long the directory of an archive is before anybody reads all of it into memory.</summary>
internal static class ArchiveDirectory
{
    // A name of a hundred bytes for each of eighty thousand files: far more than an export has, and little to hold.
    private const long Longest = 8_000_000;
    private const int EndLength = 22;
    private const int LongestComment = ushort.MaxValue;
    private const int LocatorLength = 20;
    private const int OffsetInEnd = 16;
    private const int OffsetInLargeEnd = 48;
    private const uint InLargeEnd = uint.MaxValue;
    private static readonly byte[] End = [0x50, 0x4B, 0x05, 0x06];
    private static readonly byte[] Locator = [0x50, 0x4B, 0x06, 0x07];

    /// <returns>Whether there is one.</returns>
    /// <exception cref="RefusedFileException">It is too long.</exception>
    public static bool Check(Stream archive)
    {
        var tail = Read(archive, Math.Max(0, archive.Length - EndLength - LongestComment), EndLength + LongestComment);
        var end = tail.AsSpan().LastIndexOf(End);
        if (end < 0 || end + EndLength > tail.Length)
        {
            return false;
        }

        var offset = (long)BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + OffsetInEnd));
        var length = archive.Length - tail.Length + end - (offset == InLargeEnd ? OffsetOf(archive, tail, end) : offset);
        if (length > Longest)
        {
            throw new RefusedFileException("archive-too-large", $"The archive holds far more than the {Archive.MostEntries} files that are allowed.");
        }

        return true;
    }

    // Large archives say it in a second place, and where that is in a third.
    private static long OffsetOf(Stream archive, byte[] tail, int end)
    {
        var locator = end - LocatorLength;
        if (locator < 0 || !tail.AsSpan(locator).StartsWith(Locator))
        {
            return InLargeEnd;
        }

        var large = Read(archive, BinaryPrimitives.ReadInt64LittleEndian(tail.AsSpan(locator + 8)), OffsetInLargeEnd + sizeof(long));
        return large.Length < OffsetInLargeEnd + sizeof(long) ? InLargeEnd : BinaryPrimitives.ReadInt64LittleEndian(large.AsSpan(OffsetInLargeEnd));
    }

    private static byte[] Read(Stream archive, long from, int most)
    {
        if (from < 0 || from > archive.Length)
        {
            return [];
        }

        archive.Position = from;
        var bytes = new byte[Math.Min(most, archive.Length - from)];
        return bytes[..archive.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
    }
}
