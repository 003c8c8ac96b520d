using System.Text;

namespace CrmRoi.Import.Tests;

internal static class RefusedRows
{
    /// <summary>The file of refused rows, with its byte order mark.</summary>
    public static async Task<string> FileOf(params (int Line, string Reason, string RawLine)[] rows)
    {
        using var file = new MemoryStream();
        await RefusedRowsFile.WriteAsync(file, rows.ToAsyncEnumerable(), CancellationToken.None);
        return Encoding.UTF8.GetString(file.ToArray());
    }
}
