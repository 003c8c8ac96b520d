using System.CommandLine;
using System.Globalization;
using CrmRoi.Pdf;
using CrmRoi.Reports;

namespace CrmRoi.Cli;

/// <summary><c>report</c>: the ROI report as PDF.</summary>
internal sealed class ReportCommand(TextWriter output)
{
    private readonly Option<FileInfo> file = new("--out") { Description = "Where to write it", Required = true };
    private readonly Option<string?> programme = new("--programme") { Description = "Whose return; the only one unless told otherwise" };
    private readonly Option<string> language = new("--language") { Description = "Its language and number formats", DefaultValueFactory = _ => "en-GB" };
    private readonly Option<string> paper = new("--paper") { Description = "A4 or Letter", DefaultValueFactory = _ => "A4" };
    private readonly Option<string?> sections = new("--sections") { Description = $"Only these, parted by commas: {string.Join(", ", Enum.GetNames<ReportSection>())}" };
    private readonly Option<FileInfo?> logo = new("--logo") { Description = "A PNG or JPEG in place of the company's logo" };
    private readonly Option<string?> colours = new("--colours") { Description = "One or two colours in place of the company's: #0b7a6f,#9aa5b5" };
    private readonly Option<bool> json = new("--json") { Description = "Write JSON" };

    public Command Build()
    {
        language.AcceptOnlyFromAmong(ReportInputs.Languages);
        paper.AcceptOnlyFromAmong("A4", "Letter");
        var command = new Command("report", "Write the ROI report as PDF") { file, programme, language, paper, sections, logo, colours, json };
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var path = ReportInputs.PathOf(parsed.GetRequiredValue(file));
        var chosen = parsed.GetValue(sections) is { } names ? SectionsOf(names) : ReportOptions.AllSections;
        var own = BrandOf(parsed.GetValue(logo), parsed.GetValue(colours));
        await using var scope = await Database.OpenAsync(cancellationToken);
        var input = await ReportInputs.ReadAsync(scope, parsed.GetValue(programme), parsed.GetValue(paper) == "Letter" ? PageSize.Letter : PageSize.A4, cancellationToken);
        var stored = input.Options.Brand;
        var brand = new ReportBrand(own.Colour ?? stored.Colour, own.Colour is null ? stored.Second : own.Second, own.Logo ?? stored.Logo);
        var written = RoiReport.Write(input with { Options = new() { Sections = chosen, Brand = brand } }, CultureInfo.GetCultureInfo(parsed.GetValue(language)!));
        await File.WriteAllBytesAsync(path, written, cancellationToken);
        await (parsed.GetValue(json)
            ? output.WriteJsonAsync(new { file = path, bytes = written.Length, programme = input.Summary.Programme.Name, fingerprint = ReportFingerprint.Of(input) })
            : output.WriteLineAsync($"{path}: {written.Length.ToString("N0", CultureInfo.InvariantCulture)} bytes"));
        return CommandLine.Done;
    }

    private static HashSet<ReportSection> SectionsOf(string names) => [.. names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(name => Enum.GetValues<ReportSection>().Where(section => string.Equals(section.ToString(), name, StringComparison.OrdinalIgnoreCase)) is var found && found.Any()
            ? found.First()
            : throw new WrongUseException($"There is no section '{name}': choose from {string.Join(", ", Enum.GetNames<ReportSection>())}."))];

    private static ReportBrand BrandOf(FileInfo? logo, string? colours)
    {
        try
        {
            var parts = colours?.Split(',', StringSplitOptions.TrimEntries) ?? [];
            return new(parts.Length > 0 ? PdfColour.Parse(parts[0]) : null, parts.Length > 1 ? PdfColour.Parse(parts[1]) : null, logo is null ? null : LogoOf(logo));
        }
        catch (FormatException problem)
        {
            throw new WrongUseException(problem.Message);
        }
    }

    private static PdfImage LogoOf(FileInfo file)
    {
        const long Largest = 1024 * 1024;
        return !file.Exists ? throw new WrongUseException($"There is no file '{file.FullName}'.")
            : file.Length > Largest ? throw new WrongUseException("The logo is too large: at most 1 MB.")
            : PdfImage.TryRead(File.ReadAllBytes(file.FullName), out var image, out var problem) ? image
            : throw new WrongUseException($"'{file.Name}' is no PNG or JPEG that a report can hold: {problem}.");
    }
}
