namespace CrmRoi.Web.Tests;

/// <summary>A test that reads published data beside the repository; where that is not there it is skipped and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute()
    {
        if (!Directory.Exists(Folder))
        {
            Skip = "The folder ../shared/data is not there.";
        }
    }

    /// <summary>Where that data lies.</summary>
    public static string Folder { get; } = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "data"));
}
