using System.Globalization;
using System.Text;

namespace CrmRoi.Pdf;

/// <summary>The operators of a page as they are written: ASCII in one buffer that grows.</summary>
internal sealed class ContentStream
{
    // Beyond this a number is no place on a page, and thousandths of it would not fit.
    private const double Large = 1e12;

    private byte[] _bytes = new byte[4096];
    private int _length;

    public ReadOnlyMemory<byte> Bytes => _bytes.AsMemory(0, _length);

    public ContentStream Append(string? text)
    {
        if (text is not null)
        {
            Room(text.Length);
            _length += Encoding.ASCII.GetBytes(text, _bytes.AsSpan(_length));
        }

        return this;
    }

    public ContentStream Append(char sign)
    {
        Room(1);
        _bytes[_length++] = (byte)sign;
        return this;
    }

    /// <summary>Numbers with spaces between them, each written as <see cref="PdfSyntax.Number"/> writes it.</summary>
    public ContentStream Numbers(params ReadOnlySpan<double> values)
    {
        for (var index = 0; index < values.Length; index++)
        {
            if (index > 0)
            {
                Append(' ');
            }

            Number(values[index]);
        }

        return this;
    }

    public ContentStream Number(double value)
    {
        if (!(Math.Abs(value) < Large))
        {
            return Append(PdfSyntax.Number(value));
        }

        Room(24);
        var thousandths = (long)Math.Round(value * 1000);
        if (thousandths < 0)
        {
            _bytes[_length++] = (byte)'-';
            thousandths = -thousandths;
        }

        var (whole, part) = Math.DivRem(thousandths, 1000);
        whole.TryFormat(_bytes.AsSpan(_length), out var written, default, CultureInfo.InvariantCulture);
        _length += written;
        if (part > 0)
        {
            Part((int)part);
        }

        return this;
    }

    /// <summary>Four hexadecimal digits.</summary>
    public ContentStream Hexadecimal(ushort value)
    {
        Room(4);
        for (var shift = 12; shift >= 0; shift -= 4)
        {
            _bytes[_length++] = (byte)"0123456789ABCDEF"[(value >> shift) & 0xF];
        }

        return this;
    }

    private void Part(int thousandths)
    {
        _bytes[_length++] = (byte)'.';
        for (var place = 100; thousandths > 0; place /= 10)
        {
            _bytes[_length++] = (byte)('0' + (thousandths / place));
            thousandths %= place;
        }
    }

    private void Room(int count)
    {
        if (_length + count > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + count));
        }
    }
}
