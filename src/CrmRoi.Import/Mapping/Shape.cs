using System.Security.Cryptography;
using System.Text;

namespace CrmRoi.Import.Mapping;

/// <summary>Files of one shape have the same headers, whatever they hold: what was said of one is true of the next.</summary>
public static class Shape
{
    /// <summary>The fingerprint of headers, in their order, as they are compared.</summary>
    public static string Of(IEnumerable<string> headers) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', headers.Select(Header.Normal)))));
}
