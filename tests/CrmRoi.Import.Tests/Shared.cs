namespace CrmRoi.Import.Tests;

/// <summary>The folder of real files beside the repository; tests that need it skip where it is absent.</summary>
internal static class Shared
{
    public static string? Find(params string[] parts)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "CrmRoi.sln")))
            {
                var path = Path.Combine([folder.Parent?.FullName ?? "", "shared", "data", .. parts]);
                return Path.Exists(path) ? path : null;
            }
        }

        return null;
    }
}

/// <summary>A fact about the real files.</summary>
internal sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute()
    {
        if (Shared.Find() is null)
        {
            Skip = "The folder ../shared/data is not there.";
        }
    }
}

/// <summary>A theory about the real files.</summary>
internal sealed class SharedTheoryAttribute : TheoryAttribute
{
    public SharedTheoryAttribute()
    {
        if (Shared.Find() is null)
        {
            Skip = "The folder ../shared/data is not there.";
        }
    }
}
