using System.Globalization;
using System.Text.Json;
using CrmRoi.Metrics.Return;

namespace CrmRoi.Metrics.Tests.Return;

/// <summary>A test that needs the figures of other people's libraries, which lie beside the repository.</summary>
public sealed class FinanceOracleFactAttribute : FactAttribute
{
    public FinanceOracleFactAttribute()
    {
        if (!Directory.Exists(FinanceOracle.Folder))
        {
            Skip = "Needs ../shared/data/oracle/finance beside the repository.";
        }
    }
}

internal static class FinanceOracle
{
    public static string Folder { get; } = Path.Combine(Root(), "..", "shared", "data", "oracle", "finance");

    public static string[][] Rows(string file) =>
        [.. File.ReadLines(Path.Combine(Folder, file)).Where(line => line.Length > 0).Select(line => line.Split(','))];

    public static JsonElement Json(string file) => JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, file))).RootElement;

    public static List<DatedAmount> Flow(string file) =>
        [.. Rows(Path.Combine("xirr", file)).Select(row => new DatedAmount(DateOnly.Parse(row[0], CultureInfo.InvariantCulture), Money(row[1])))];

    public static decimal Money(string text) => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    public static decimal[] Amounts(string text) => [.. text.Split(';').Select(Money)];

    public static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    public static double[] Numbers(JsonElement list) => [.. list.EnumerateArray().Select(each => each.GetDouble())];

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CrmRoi.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? AppContext.BaseDirectory;
    }
}
