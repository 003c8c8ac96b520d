using System.Diagnostics;

namespace CrmRoi.Pdf.Tests.Testing;

/// <summary>A test that needs a program of the machine. Where the program is missing, the test is skipped and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FactIfToolAttribute : FactAttribute
{
    public FactIfToolAttribute(string name)
    {
        Name = name;
        if (Tool.Find(name) is null)
        {
            Skip = $"The program '{name}' is not on this machine.";
        }
    }

    public string Name { get; }
}

internal static class Tool
{
    public static string? Find(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, name))
        .FirstOrDefault(File.Exists);

    public static (int Exit, string Output, string Errors) Run(string name, byte[] pdf, Func<string, string[]> arguments)
    {
        var folder = Directory.CreateTempSubdirectory("crmroi-pdf-");
        try
        {
            var path = Path.Combine(folder.FullName, "file.pdf");
            File.WriteAllBytes(path, pdf);
            var start = new ProcessStartInfo(name, arguments(path))
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardOutputEncoding = System.Text.Encoding.UTF8,
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
}
