namespace CrmRoi.Data.Sqlite;

/// <summary>A day as SQLite keeps it: "2026-01-31" in ten bytes.</summary>
internal static class Utf8Day
{
    public const int Length = 10;

    public static void Write(DateOnly day, Span<byte> bytes)
    {
        var (year, month, of) = (day.Year, day.Month, day.Day);
        bytes[0] = Digit(year / 1000);
        bytes[1] = Digit(year / 100 % 10);
        bytes[2] = Digit(year / 10 % 10);
        bytes[3] = Digit(year % 10);
        bytes[4] = bytes[7] = (byte)'-';
        bytes[5] = Digit(month / 10);
        bytes[6] = Digit(month % 10);
        bytes[8] = Digit(of / 10);
        bytes[9] = Digit(of % 10);
    }

    public static DateOnly Read(ReadOnlySpan<byte> bytes) => new(
        (Digit(bytes[0]) * 1000) + (Digit(bytes[1]) * 100) + (Digit(bytes[2]) * 10) + Digit(bytes[3]),
        (Digit(bytes[5]) * 10) + Digit(bytes[6]),
        (Digit(bytes[8]) * 10) + Digit(bytes[9]));

    private static byte Digit(int value) => (byte)('0' + value);

    private static int Digit(byte character) => character - '0';
}
