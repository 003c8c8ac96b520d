namespace CrmRoi.Metrics.Tests;

/// <summary>Data that lies beside the repository, for tests only.</summary>
internal static class SharedData
{
    public static string? PathOf(string relative)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CrmRoi.sln")))
        {
            folder = folder.Parent;
        }

        var path = folder?.Parent is { } parent ? Path.Combine(parent.FullName, "shared", relative) : null;
        return File.Exists(path) ? path : null;
    }

    public static List<string[]> Rows(string relative) =>
        [.. File.ReadLines(PathOf(relative)!).Skip(1).Where(line => line.Length > 0).Select(line => line.Split(','))];
}

/// <summary>A test that reads a file of ../shared, and is skipped where that is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute(string relative)
    {
        Relative = relative;
        Skip = SharedData.PathOf(relative) is null ? $"../shared/{relative} is absent." : null;
    }

    public string Relative { get; }
}
