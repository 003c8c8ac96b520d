namespace CrmRoi.Web.Tests.Pages.Import;

/// <summary>A fact about real files in the folder beside the repository; skipped where they are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute(params string[] folder)
    {
        Folder = folder;
        if (PathOf(folder) is null)
        {
            Skip = $"The folder ../shared/data/{string.Join('/', folder)} is not there.";
        }
    }

    public IReadOnlyList<string> Folder { get; }

    public static string? PathOf(params string[] folder)
    {
        var path = Path.GetFullPath(Path.Combine([Repository.Root, "..", "shared", "data", .. folder]));
        return Directory.Exists(path) ? path : null;
    }
}
