using System.Text.Encodings.Web;
using System.Text.Json;

namespace CrmRoi.Cli;

/// <summary>How results are written for other programs: names in camel case, undefined as null.</summary>
internal static class Json
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DictionaryKeyPolicy = null,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Task WriteJsonAsync<T>(this TextWriter output, T value) => output.WriteLineAsync(JsonSerializer.Serialize(value, Options));
}
