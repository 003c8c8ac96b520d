using System.Globalization;
using CrmRoi.Metrics;
using CrmRoi.Metrics.Example;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Records;
using CrmRoi.Metrics.Snapshots;
using CrmRoi.Pdf;

namespace CrmRoi.Reports.Tests;

/// <summary>Inputs of reports: the example company, counted once for all tests, and what is changed about it.</summary>
internal static class ReportExample
{
    public const string HostileName = "<script>alert('x')</script> & \"Söhne\" (שלום 123) محمد علي 👩‍💻🚀 \u202Eabc\u202C \\ %PDF endobj";

    public static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");
    public static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");

    private static readonly Lazy<(ExampleCompany Company, SnapshotCube Cube)> Made = new(Make);

    public static ExampleCompany Company => Made.Value.Company;

    public static SnapshotCube Cube => Made.Value.Cube;

    public static ReportInput Input() => Input(Company.Programme, Company.Costs, Company.Savings);

    public static ReportInput Input(Programme programme, IEnumerable<Cost> costs, IEnumerable<Saving> savings) =>
        Of(ProgrammeSummary.Of(programme, costs, savings, Cube, Filter.None), Cube);

    /// <summary>A company that has said when it goes live, and nothing else.</summary>
    public static ReportInput Empty()
    {
        var cube = new SnapshotCube([], [], [], new DateOnly(2026, 10, 31));
        var programme = new Programme { Name = "CRM roll-out", Currency = "EUR", GoLive = new Month(2026, 6) };
        return Of(ProgrammeSummary.Of(programme, [], [], cube, Filter.None), cube);
    }

    public static Cost Cost(int number, string description, decimal amount) => new()
    {
        Source = "test",
        Id = number.ToString("000", CultureInfo.InvariantCulture),
        Programme = Company.Programme.Name,
        Kind = (CostKind)(number % 11),
        Description = description,
        Cadence = number % 3 == 0 ? Cadence.Monthly : Cadence.OneOff,
        Amount = amount,
        From = new Month(2025, 1 + (number % 12)),
    };

    private static ReportInput Of(ProgrammeSummary summary, SnapshotCube cube) => new(
        "Northwind Instruments", summary, cube, new DateTimeOffset(2026, 11, 4, 9, 30, 0, TimeSpan.FromHours(1)), "Ada Berg", 42, PageSize.A4, 1);

    private static (ExampleCompany Company, SnapshotCube Cube) Make()
    {
        var company = ExampleCompany.Create();
        var organisation = new Organisation(company.People, company.Customers);
        var cells = SnapshotBuilder.Build(company.Records, organisation, company.Window);
        return (company, new(cells, [.. CohortRules.Build(company.Records, organisation)], company.EnteredFigures, company.Window.To.LastDay));
    }
}
