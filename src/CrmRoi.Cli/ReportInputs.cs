using CrmRoi.Data;
using CrmRoi.Metrics.Evidence;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Return;
using CrmRoi.Metrics.Snapshots;
using CrmRoi.Pdf;
using CrmRoi.Reports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrmRoi.Cli;

/// <summary>Gathers what a report or workbook says, with evidence that is up to date.</summary>
internal static class ReportInputs
{
    public static readonly string[] Languages = ["en", "en-GB", "en-US", "de", "de-DE", "de-AT", "de-CH"];

    /// <summary>The path of a file to be written, into a folder that there is.</summary>
    public static string PathOf(FileInfo file) => Directory.Exists(Path.GetDirectoryName(file.FullName))
        ? file.FullName
        : throw new WrongUseException($"There is no folder '{Path.GetDirectoryName(file.FullName)}'.");

    public static async Task<ReportInput> ReadAsync(AsyncServiceScope scope, string? programme, PageSize size, CancellationToken cancellationToken)
    {
        await scope.ServiceProvider.GetRequiredService<EvidenceStore>().BringUpToDateAsync(EvidenceSubject.OfReturn, cancellationToken);
        var figures = await scope.ServiceProvider.GetRequiredService<FigureStore>().LoadAsync(cancellationToken);
        var chosen = figures.ProgrammeOf(programme);
        var look = await scope.ServiceProvider.GetRequiredService<CrmRoiContext>().CompanyLooks.AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        return new ReportInput(
            figures.Company.Name,
            ProgrammeSummary.Of(chosen, ReturnCalculation.Of(chosen, figures.Ledger, figures.Cube), figures.Cube, Filter.None),
            figures.Cube,
            figures.Company.ClockOf(scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow()),
            "crmroi",
            figures.Version,
            size,
            figures.Company.FiscalYearStart)
        {
            Evidence = figures.EvidenceOf(chosen),
            Scenarios = figures.ScenariosOf(chosen),
            Options = new() { Brand = ReportBrand.Of(look?.Colour, look?.SecondColour, look?.Logo) },
        };
    }
}
