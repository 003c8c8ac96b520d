using System.Xml.Linq;

namespace CrmRoi.Data.Tests;

public sealed class ArchitectureTests
{
    // What each project may refer to. Everything points towards Metrics and Pdf, which know nothing of the others.
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["CrmRoi.Metrics"] = [],
        ["CrmRoi.Pdf"] = [],
        ["CrmRoi.Data"] = ["CrmRoi.Metrics"],
        ["CrmRoi.Data.Sqlite"] = ["CrmRoi.Data"],
        ["CrmRoi.Data.SqlServer"] = ["CrmRoi.Data"],
        ["CrmRoi.Data.PostgreSql"] = ["CrmRoi.Data"],
        ["CrmRoi.Import"] = ["CrmRoi.Data", "CrmRoi.Metrics"],
        ["CrmRoi.Reports"] = ["CrmRoi.Metrics", "CrmRoi.Pdf"],
        ["CrmRoi.Web"] = Programs,
        ["CrmRoi.Cli"] = Programs,
    };

    private static string[] Programs =>
    [
        "CrmRoi.Metrics", "CrmRoi.Data", "CrmRoi.Data.Sqlite", "CrmRoi.Data.SqlServer", "CrmRoi.Data.PostgreSql", "CrmRoi.Import", "CrmRoi.Reports",
    ];

    [Fact]
    public void References_between_projects_point_one_way()
    {
        foreach (var project in Projects())
        {
            var name = Path.GetFileNameWithoutExtension(project);

            Allowed.Should().ContainKey(name, "a new project says here what it may refer to");
            ReferencesOf(project).Should().BeSubsetOf(Allowed[name], "of {0}", name);
        }
    }

    [Fact]
    public void No_file_of_the_program_is_longer_than_250_lines()
    {
        var sources = Projects().SelectMany(project => Directory.EnumerateFiles(Path.GetDirectoryName(project)!, "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}Migrations{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .ToList();

        sources.Should().NotBeEmpty();
        sources.Where(file => File.ReadLines(file).Count() > 250).Should().BeEmpty();
    }

    [Fact]
    public void Every_project_of_the_plan_is_there() =>
        Projects().Select(Path.GetFileNameWithoutExtension).Should().BeEquivalentTo(Allowed.Keys);

    [Fact]
    public void Only_the_programs_and_the_data_know_the_web_framework()
    {
        string[] pure = ["CrmRoi.Metrics", "CrmRoi.Pdf", "CrmRoi.Reports"];

        var frameworks = Projects()
            .Where(project => pure.Contains(Path.GetFileNameWithoutExtension(project)))
            .SelectMany(project => XDocument.Load(project).Descendants("FrameworkReference"));

        frameworks.Should().BeEmpty();
    }

    private static string[] Projects() =>
        Directory.GetFiles(Path.Combine(Root(), "src"), "*.csproj", SearchOption.AllDirectories);

    private static IEnumerable<string> ReferencesOf(string project) =>
        XDocument.Load(project).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CrmRoi.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        }

        return folder.FullName;
    }
}
