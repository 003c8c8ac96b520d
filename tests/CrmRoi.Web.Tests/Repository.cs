namespace CrmRoi.Web.Tests;

/// <summary>Where the sources lie, found upwards from the test's own folder.</summary>
public static class Repository
{
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    public static string WebRoot => Path.Combine(Root, "src", "CrmRoi.Web", "wwwroot");

    private static string Find(DirectoryInfo folder) =>
        File.Exists(Path.Combine(folder.FullName, "CrmRoi.sln"))
            ? folder.FullName
            : Find(folder.Parent ?? throw new InvalidOperationException("The tests do not run below the repository."));
}
