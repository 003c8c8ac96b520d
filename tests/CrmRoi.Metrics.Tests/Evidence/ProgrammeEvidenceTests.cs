using CrmRoi.Metrics.Catalogue;
using CrmRoi.Metrics.Evidence;
using CrmRoi.Metrics.Example;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Tests.Evidence;

public sealed class ProgrammeEvidenceTests
{
    private static readonly ExampleCompany Company = ExampleCompany.Create();
    private static readonly SnapshotCube Cube = CubeOf(Company);
    private static readonly ProgrammeEvidence Margin = ProgrammeEvidence.Of(Company.Programme, Cube, EvidenceSubject.SalesMargin, Company.OtherCauses);

    [Fact]
    public void Every_method_stands_beside_the_official_one()
    {
        Margin.Methods.Select(method => method.Method).Should().Equal(
            EvidenceMethod.OpportunityYield, EvidenceMethod.BeforeAfter, EvidenceMethod.InterruptedTimeSeries, EvidenceMethod.StructuralTimeSeries, EvidenceMethod.DifferenceInDifferences);
        (Margin.Official!.Method, Margin.Rule).Should().Be((EvidenceMethod.OpportunityYield, OfficialRule.ByOpportunities));
        Margin.Differences!.EventStudy.Should().Contain(point => point.At < -1).And.Contain(point => point.At >= 0);
    }

    [Fact]
    public void The_official_interval_of_the_example_holds_its_truth_and_before_after_overstates_it()
    {
        var truth = (double)Company.Truth.IncrementalMargin;
        var (estimate, plain) = (Margin.Official!.Estimate!, Margin.Methods.Single(method => method.Method == EvidenceMethod.BeforeAfter).Estimate!);

        estimate.CumulativeLow.Should().BeLessThan(truth);
        estimate.CumulativeHigh.Should().BeGreaterThan(truth);
        plain.Relative.Should().BeGreaterThan(estimate.Relative!.Value * 1.5);
    }

    [Fact]
    public void The_more_the_level_may_drift_the_less_the_structural_model_can_tell()
    {
        Margin.LevelPriors.Select(prior => prior.LevelPrior).Should().Equal(0.001, 0.01, 0.05, 0.1);
        Width(Margin.LevelPriors[3]).Should().BeGreaterThan(Width(Margin.LevelPriors[1]));

        static double Width(PriorEffect prior) => prior.High - prior.Low;
    }

    [Fact]
    public void Months_that_do_not_vary_at_all_carry_no_figure()
    {
        var programme = Company.Programme with { GoLive = new(2026, 1), Teams = [], RampUpMonths = 0 };
        var flat = new Window(new(2024, 1), new(2026, 12)).Months.Select(month => KeyValuePair.Create(
            new Cell(month), new Snapshot { DealsWon = 1, WonRevenue = month < programme.GoLive ? 100 : 150, CostedRevenue = month < programme.GoLive ? 100 : 150, WonMargin = month < programme.GoLive ? 40 : 60 }));

        var evidence = ProgrammeEvidence.Of(programme, new SnapshotCube(flat, [], [], new(2026, 12, 31)), EvidenceSubject.SalesMargin, []);

        evidence.Verdict.Should().Be(EvidenceVerdict.NotEnoughData);
        evidence.Methods.Where(method => method.Estimate is not null).Should().NotBeEmpty().And.OnlyContain(method => method.Reasons.Contains(EvidenceReason.SpreadFigures));
    }

    [Fact]
    public void A_cause_is_listed_with_what_it_did_to_the_figure()
    {
        var cause = Margin.Causes.Should().ContainSingle().Subject;

        cause.Cause.Kind.Should().Be(CauseKind.PriceChange);
        cause.With.Should().Be(Margin.Official!.Estimate!.Average);
        cause.Without.Should().BeGreaterThan(cause.With!.Value);
    }

    [Fact]
    public void Deals_opened_are_seen_not_to_have_moved_with_the_CRM()
    {
        Margin.ControlCheck!.Low.Should().BeLessThan(0);
        Margin.ControlCheck.High.Should().BeGreaterThan(0);
        Margin.Reasons.Should().NotContain(EvidenceReason.ControlMoved);
    }

    [Fact]
    public void Calls_that_are_only_logged_since_go_live_carry_no_figure()
    {
        var calls = Of("calls");

        calls.Verdict.Should().Be(EvidenceVerdict.NotEnoughData);
        calls.Reasons.Should().Contain([EvidenceReason.ChangedLogging, EvidenceReason.SpreadFigures]);
    }

    [Fact]
    public void Leads_that_the_CRM_does_not_touch_are_not_credited_to_it()
    {
        Of("leads").Verdict.Should().NotBe(EvidenceVerdict.Supported);
    }

    [Fact]
    public void An_admin_may_choose_another_method()
    {
        var settings = new EvidenceSettings { Official = EvidenceMethod.InterruptedTimeSeries, OfficialReason = "the auditor's" };

        var evidence = ProgrammeEvidence.Of(Company.Programme, Cube, EvidenceSubject.SalesMargin, [], settings);

        (evidence.Official!.Method, evidence.Rule).Should().Be((EvidenceMethod.InterruptedTimeSeries, OfficialRule.Overridden));
    }

    [Fact]
    public void Where_deals_opened_may_be_the_CRMs_doing_they_are_not_used()
    {
        var settings = new EvidenceSettings { Untouched = UntouchedSeries.None };

        var evidence = ProgrammeEvidence.Of(Company.Programme, Cube, EvidenceSubject.SalesMargin, [], settings);

        evidence.Methods.Should().NotContain(method => method.Method == EvidenceMethod.OpportunityYield);
        evidence.Opportunities.Should().BeNull();
    }

    [Fact]
    public void The_truth_of_ten_companies_is_told()
    {
        var planted = Enumerable.Range(1, 10).Select(seed => ExampleCompany.Create(seed)).ToList();
        var none = Enumerable.Range(1, 10).Select(seed => ExampleCompany.Create(seed, effects: PlantedEffects.None)).ToList();

        var held = planted.Count(company => Yield(company, 0.9).Estimate is { } estimate
            && estimate.CumulativeLow <= (double)company.Truth.IncrementalMargin && (double)company.Truth.IncrementalMargin <= estimate.CumulativeHigh);
        var supported = none.Count(company => Yield(company, 0.95).Verdict.Verdict == EvidenceVerdict.Supported);

        held.Should().BeGreaterThanOrEqualTo(8);
        supported.Should().BeLessThanOrEqualTo(1);
    }

    private static ProgrammeEvidence Of(string key) => ProgrammeEvidence.Of(
        Company.Programme, Cube, EvidenceSubject.Of((SnapshotMetric)MetricCatalogue.All.Single(metric => metric.Key == key)), Company.OtherCauses);

    private static OpportunityYield Yield(ExampleCompany company, double level) =>
        OpportunityYield.Of(company.Programme, CubeOf(company), company.Window.To, company.OtherCauses, new EvidenceSettings { Level = level });

    private static SnapshotCube CubeOf(ExampleCompany company)
    {
        var organisation = new Organisation(company.People, company.Customers);
        return new(
            SnapshotBuilder.Build(company.Records, organisation, company.Window), [.. CohortRules.Build(company.Records, organisation)],
            company.EnteredFigures, company.Window.To.LastDay);
    }
}
