namespace CrmRoi.Import.Files;

/// <summary>The checksum of zip archives, CRC-32: one that says less than it packed, or was cut or damaged, is told by it.</summary>
internal struct Checksum
{
    private const uint Polynomial = 0xEDB88320;
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(value => OfByte((uint)value))];

    public uint Value { get; private set; }

    public void Add(ReadOnlySpan<byte> bytes)
    {
        var now = ~Value;
        foreach (var each in bytes)
        {
            now = Table[(now ^ each) & 0xFF] ^ (now >> 8);
        }

        Value = ~now;
    }

    private static uint OfByte(uint value)
    {
        for (var bit = 0; bit < 8; bit++)
        {
            value = (value & 1) == 0 ? value >> 1 : (value >> 1) ^ Polynomial;
        }

        return value;
    }
}
