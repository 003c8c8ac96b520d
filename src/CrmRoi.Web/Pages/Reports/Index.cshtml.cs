using System.Globalization;
using CrmRoi.Data;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Snapshots;
using CrmRoi.Reports;
using CrmRoi.Reports.Workbook;
using CrmRoi.Web.Hosting;
using CrmRoi.Web.Pages.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CrmRoi.Web.Pages.Reports;

/// <summary>The report that a board is given, as a PDF, and its arithmetic as a workbook.</summary>
public sealed class IndexModel(FigureStore store, CrmRoiContext context, TimeProvider time, UserManager<User> users) : PageModel
{
    private const int LongestName = 60; // letters: a file system may take 255 bytes
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public Figures Figures { get; private set; } = null!;

    public bool IsGerman => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == ReaderLanguage.German;

    public async Task OnGetAsync(CancellationToken cancellationToken) => Figures = await store.LoadAsync(cancellationToken);

    public Task<IActionResult> OnGetPdfAsync([FromQuery(Name = "")] ReportRequest asked, CancellationToken cancellationToken) =>
        WriteAsync(asked, input => (RoiReport.Write(input, CultureOf(asked.Language!)), "application/pdf", "pdf"), cancellationToken);

    public Task<IActionResult> OnGetXlsxAsync([FromQuery(Name = "")] ReportRequest asked, CancellationToken cancellationToken) =>
        WriteAsync(asked, input => (RoiWorkbook.Write(input, CultureOf(asked.Language!)), Workbook, "xlsx"), cancellationToken);

    private async Task<IActionResult> WriteAsync(
        ReportRequest asked, Func<ReportInput, (byte[] Content, string Type, string Extension)> write, CancellationToken cancellationToken)
    {
        Figures = await store.LoadAsync(cancellationToken);
        if (Figures.Programmes.FirstOrDefault(each => string.Equals(each.Name, asked.Programme, StringComparison.OrdinalIgnoreCase)) is not { } chosen)
        {
            return NotFound();
        }

        if (!asked.IsKnown)
        {
            return BadRequest();
        }

        var now = Figures.Company.ClockOf(time.GetUtcNow());
        var (content, type, extension) = write(await InputAsync(chosen, asked, now, cancellationToken));
        return File(content, type, NameOf(chosen, now, extension));
    }

    private async Task<ReportInput> InputAsync(Programme programme, ReportRequest asked, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var look = await context.CompanyLooks.AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        var by = (await users.GetUserAsync(User))?.DisplayName ?? User.Identity?.Name ?? "";
        var whole = WholeReport.InputOf(Figures, Figures.SummaryOf(programme, Filter.None), look, now, by, User.IsInRole(Roles.Admin) || User.IsInRole(Roles.Cfo));
        return whole with { Size = asked.Size, Options = whole.Options with { Sections = asked.ToSections() } };
    }

    // The reader's own culture where it speaks the language, so that an Austrian gets Austrian figures.
    private static CultureInfo CultureOf(string language) =>
        CultureInfo.CurrentCulture.TwoLetterISOLanguageName == language ? CultureInfo.CurrentCulture
        : CultureInfo.GetCultureInfo(language == ReaderLanguage.German ? "de-DE" : "en-GB");

    private static string NameOf(Programme programme, DateTimeOffset now, string extension)
    {
        var words = string.Concat(programme.Name.ToLowerInvariant().Select(letter => char.IsLetterOrDigit(letter) ? letter : '-'));
        var brief = words[..Math.Min(words.Length, LongestName)].Trim('-');
        return string.Create(CultureInfo.InvariantCulture, $"roi-report-{brief}-{now:yyyy-MM-dd}.{extension}");
    }
}
