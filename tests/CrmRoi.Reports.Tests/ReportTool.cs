using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace CrmRoi.Reports.Tests;

/// <summary>A test that needs a program of the machine. Where the program is missing, the test is skipped and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ReportFactWithToolAttribute : FactAttribute
{
    public ReportFactWithToolAttribute(string name)
    {
        Name = name;
        if (!(Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, name))))
        {
            Skip = $"The program '{name}' is not on this machine.";
        }
    }

    public string Name { get; }
}

/// <summary>Other people's programs that read our files.</summary>
internal static partial class ReportTool
{
    /// <summary>The text as poppler reads it, row by row or cell by cell, every run of spaces made one.</summary>
    public static string TextOf(byte[] pdf, bool byCell = false)
    {
        var (_, output, errors) = Run("pdftotext", pdf, path => [byCell ? "-raw" : "-layout", path, "-"]);
        errors.Should().BeEmpty();
        return Squeeze(output);
    }

    public static string Squeeze(string text) => Spaces().Replace(text, " ");

    public static (int Exit, string Output, string Errors) Run(string name, byte[] pdf, Func<string, string[]> arguments)
    {
        var folder = Directory.CreateTempSubdirectory("crmroi-report-");
        try
        {
            var path = Path.Combine(folder.FullName, "report.pdf");
            File.WriteAllBytes(path, pdf);
            var start = new ProcessStartInfo(name, arguments(path))
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardOutputEncoding = Encoding.UTF8,
            };
            using var process = Process.Start(start) ?? throw new InvalidOperationException($"{name} did not start.");
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output, errors.GetAwaiter().GetResult());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [GeneratedRegex(@"[\s\u00A0\u202F]+")]
    private static partial Regex Spaces();
}
