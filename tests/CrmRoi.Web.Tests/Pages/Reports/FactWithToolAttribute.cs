using System.Diagnostics;
using System.Text;

namespace CrmRoi.Web.Tests.Pages.Reports;

/// <summary>A fact that another program reads our file; skipped where that program is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FactWithToolAttribute : FactAttribute
{
    public FactWithToolAttribute(string name)
    {
        Name = name;
        if (!(Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, name))))
        {
            Skip = $"The program '{name}' is not on this machine.";
        }
    }

    public string Name { get; }

    /// <summary>What the program writes of a file, whose name it gets after its options.</summary>
    public static string Read(string name, byte[] content, params string[] options)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, content);
            using var process = Process.Start(new ProcessStartInfo(name, [.. options, path, "-"]) { RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8 })!;
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return output;
        }
        finally
        {
            File.Delete(path);
        }
    }
}
