using System.Globalization;
using CrmRoi.Data;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Snapshots;
using CrmRoi.Pdf;
using CrmRoi.Reports;
using CrmRoi.Web.Hosting;
using CrmRoi.Web.Pages.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrmRoi.Web.Pages.Reports;

/// <summary>The report that a board is given, as a PDF of any programme.</summary>
public sealed class IndexModel(FigureStore store, TimeProvider time, UserManager<User> users) : PageModel
{
    public const string A4 = "A4";

    public const string Letter = "Letter";

    public Figures Figures { get; private set; } = null!;

    public bool IsGerman => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == ReaderLanguage.German;

    public async Task OnGetAsync(CancellationToken cancellationToken) => Figures = await store.LoadAsync(cancellationToken);

    public async Task<IActionResult> OnGetPdfAsync(string programme, string language, string paper, CancellationToken cancellationToken)
    {
        Figures = await store.LoadAsync(cancellationToken);
        if (Figures.Programmes.FirstOrDefault(each => string.Equals(each.Name, programme, StringComparison.OrdinalIgnoreCase)) is not { } chosen)
        {
            return NotFound();
        }

        if (!ReaderLanguage.IsKnown(language) || paper is not (A4 or Letter))
        {
            return BadRequest();
        }

        var now = LocalTime(time.GetUtcNow());
        var input = new ReportInput(
            Figures.Company.Name,
            Figures.SummaryOf(chosen, Filter.None),
            Figures.Cube,
            now,
            (await users.GetUserAsync(User))?.DisplayName ?? User.Identity?.Name ?? "",
            Figures.Version,
            paper == A4 ? PageSize.A4 : PageSize.Letter,
            Figures.Company.FiscalYearStart)
        { HasCostLines = User.IsInRole(Roles.Admin) || User.IsInRole(Roles.Cfo) };
        return File(RoiReport.Write(input, CultureOf(language)), "application/pdf", NameOf(chosen, now));
    }

    private DateTimeOffset LocalTime(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(Figures.Company.TimeZone));

    // The reader's own culture where it speaks the language, so that an Austrian gets Austrian figures.
    private static CultureInfo CultureOf(string language) =>
        CultureInfo.CurrentCulture.TwoLetterISOLanguageName == language ? CultureInfo.CurrentCulture
        : CultureInfo.GetCultureInfo(language == ReaderLanguage.German ? "de-DE" : "en-GB");

    private static string NameOf(Programme programme, DateTimeOffset now)
    {
        var words = string.Concat(programme.Name.ToLowerInvariant().Select(letter => char.IsLetterOrDigit(letter) ? letter : '-'));
        return string.Create(CultureInfo.InvariantCulture, $"roi-report-{words.Trim('-')}-{now:yyyy-MM-dd}.pdf");
    }
}
