using System.Globalization;
using CrmRoi.Metrics;
using CrmRoi.Metrics.Catalogue;
using CrmRoi.Metrics.Evidence;
using CrmRoi.Metrics.Example;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Records;
using CrmRoi.Metrics.Return;
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

    private static readonly Lazy<IReadOnlyList<ProgrammeEvidence>> Reckoned = new(() =>
        [.. new[] { EvidenceSubject.SalesMargin, EvidenceSubject.Of(FunnelMetrics.ClosingRate), EvidenceSubject.Of(MarketingMetrics.CostPerLead) }
            .Select(subject => ProgrammeEvidence.Of(Company.Programme, Cube, subject, Company.OtherCauses))]);

    /// <summary>What the CRM did to the sales margin and to two metrics.</summary>
    public static IReadOnlyList<ProgrammeEvidence> Evidence => Reckoned.Value;

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

    /// <summary>The example with everything: estimate, evidence, assumptions, logo and colours.</summary>
    public static ReportInput Whole()
    {
        var ledger = new Ledger
        {
            Programmes = [Company.Programme],
            Costs = Company.Costs,
            Savings = Company.Savings,
            Benefits = Company.Benefits,
            Assumptions = Company.Assumptions,
            Levers = Company.Levers,
            Estimates = BenefitEstimate.Of(Evidence),
        };
        return Of(ProgrammeSummary.Of(Company.Programme, ReturnCalculation.Of(Company.Programme, ledger, Cube), Cube, Filter.None), Cube) with
        {
            Evidence = Evidence,
            Scenarios = Company.Scenarios,
            ProgramVersion = "1.0.0",
        };
    }

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
