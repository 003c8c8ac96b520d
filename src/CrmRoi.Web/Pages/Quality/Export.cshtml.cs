using System.Globalization;
using CrmRoi.Data;
using CrmRoi.Import.Csv;
using CrmRoi.Metrics.Quality;
using CrmRoi.Web.Pages.Metrics;
using CrmRoi.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CrmRoi.Web.Pages.Quality;

/// <summary>The tables of the page on data quality as CSV, with every digit and without a reader's language.</summary>
public sealed class ExportModel(FigureStore store, QualityStore quality, MetricCharts charts) : MeasuringPage(store, charts)
{
    public async Task<IActionResult> OnGetAsync(string? table, QualityCheck? check, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return BadRequest();
        }

        return await quality.FindAsync(cancellationToken) is { Report: { } report } && TableOf(report, table, check) is var (headers, rows)
            ? File(CsvFile.Write(headers, rows), "text/csv; charset=utf-8", $"quality-{table}.csv")
            : NotFound();
    }

    private (string[] Headers, IEnumerable<object?[]> Rows)? TableOf(QualityReport report, string? table, QualityCheck? check) => table switch
    {
        "effects" => (["check", "deals", "of", "value", "metric", "counted", "otherwise", "change"], report.Findings.SelectMany(RowsOf)),
        "deals" when check is { } one => (["source", "id", "name", "rep", "opened", "closed", "value", "like"], report.Of(one).Samples.Select(RowOf)),
        "fields" => (["kind", "field", "month", "records", "complete"], report.Fields.SelectMany(RowsOf)),
        "logging" => (["logged", "a_month_before", "a_month_after", "changed", "metrics", "compared"], LoggedOtherwise.Of(Figures, Programme).Select(RowOf)),
        "names" => (["names_of", "name", "like"], report.Spellings.SelectMany(RowsOf)),
        _ => null,
    };

    private IEnumerable<object?[]> RowsOf(QualityFinding finding) => FoundDeals.Of(finding, Cube, Window, null).Figures.Select(figure => new object?[]
    {
        finding.Check.ToString(), finding.Count, finding.Of, finding.Value, figure.InMonths.Metric.Key, figure.InMonths.Counted.Value, figure.InMonths.Otherwise.Value, figure.InMonths.Change,
    });

    private static object?[] RowOf(QualitySample sample) => [sample.Source, sample.Id, sample.Name, sample.Rep, sample.From?.ToString("O", CultureInfo.InvariantCulture), sample.To?.ToString("O", CultureInfo.InvariantCulture), sample.Value, sample.Like];

    private static IEnumerable<object?[]> RowsOf(FieldCoverage field) =>
        field.Months.Select(month => new object?[] { field.Kind, field.Field, month.Month.IsKnown ? month.Month.ToString() : null, month.Recorded, month.Filled });

    private static object?[] RowOf(LoggedOtherwise logged) =>
    [
        logged.Line.Family, logged.Line.OfCompany.Before, logged.Line.OfCompany.After, logged.Line.IsChanged ? "yes" : "no", logged.Metrics.Count, logged.IsRefused ? "no" : "yes",
    ];

    private static IEnumerable<object?[]> RowsOf(Spellings spellings) =>
        spellings.Groups.SelectMany(group => group.Skip(1).Select(name => new object?[] { spellings.Field, name, group[0] }));
}
