using System.Globalization;

namespace CrmRoi.Reports.Tests;

public sealed class MetricsDocumentTests
{
    [Theory]
    [InlineData("en", "metrics.md")]
    [InlineData("de", "metrics.de.md")]
    public void The_document_is_what_the_catalogue_says(string culture, string file)
    {
        var path = Path.Combine(Root(new DirectoryInfo(AppContext.BaseDirectory)), "docs", file);
        var written = MetricsDocument.Write(CultureInfo.GetCultureInfo(culture));
        if (Environment.GetEnvironmentVariable("CRMROI_WRITE_DOCS") == "1")
        {
            File.WriteAllText(path, written);
        }

        File.ReadAllText(path).ReplaceLineEndings("\n").Should().Be(written, "script/docs writes it anew");
    }

    private static string Root(DirectoryInfo folder) => File.Exists(Path.Combine(folder.FullName, "CrmRoi.sln"))
        ? folder.FullName
        : Root(folder.Parent ?? throw new InvalidOperationException("The tests do not run below the repository."));
}
