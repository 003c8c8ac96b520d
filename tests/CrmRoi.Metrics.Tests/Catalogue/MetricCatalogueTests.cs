using System.Reflection;
using CrmRoi.Metrics.Catalogue;
using CrmRoi.Metrics.Planning;
using CrmRoi.Metrics.Return;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Tests.Catalogue;

public sealed class MetricCatalogueTests
{
    public static TheoryData<string> Keys => new(MetricCatalogue.All.Select(metric => metric.Key));

    public static TheoryData<string> SnapshotKeys => new(MetricCatalogue.All.OfType<SnapshotMetric>().Select(metric => metric.Key));

    public static TheoryData<string> KeysOfFigures => new(MetricCatalogue.All.Where(metric => metric is not ReturnMetric).Select(metric => metric.Key));

    private static readonly SnapshotCube Nothing = new([], [], [], new DateOnly(2026, 12, 31));

    [Fact]
    public void Every_metric_is_in_the_catalogue_once()
    {
        var fields = typeof(MetricCatalogue).Assembly.GetExportedTypes()
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Where(field => field.FieldType.IsAssignableTo(typeof(Metric)))
            .Select(field => (Metric)field.GetValue(null)!)
            .Concat(ReturnMetrics.OfReturn);

        MetricCatalogue.All.Select(metric => metric.Key).Should().BeEquivalentTo(fields.Select(metric => metric.Key));
        MetricCatalogue.All.Should().Equal(MetricCatalogue.Groups.SelectMany(group => group.Metrics));
    }

    [Fact]
    public void Keys_are_unique()
    {
        MetricCatalogue.All.Select(metric => metric.Key).Should().OnlyHaveUniqueItems();
        MetricCatalogue.All.Select(metric => metric.Name).Should().OnlyHaveUniqueItems();
        MetricCatalogue.Groups.Select(group => group.Key).Should().OnlyHaveUniqueItems();
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_metric_says_what_it_is(string key)
    {
        MetricCatalogue.TryFind(key, out var metric).Should().BeTrue();

        metric!.Key.Should().Be(key).And.MatchRegex("^[a-z]+(-[a-z0-9]+)*$");
        metric.Name.Should().NotBeNullOrWhiteSpace();
        metric.Definition.Should().EndWith(".");
        metric.Undefined.Should().EndWith(".");
    }

    [Theory]
    [MemberData(nameof(KeysOfFigures))]
    public void A_metric_says_what_its_denominator_counts(string key)
    {
        MetricCatalogue.TryFind(key, out var metric);

        var hasDenominator = metric is CustomerMetric customer
            ? customer.Answer(new CustomerCount { Lost = 1, CustomerMonths = 1 }).Denominator is not null
            : metric is not (SnapshotMetric { IsTotal: true } or CreditMetric or CohortMetric { Choice: CohortChoice.OpenAtEnd });

        (metric!.Of is not null).Should().Be(hasDenominator);
    }

    [Theory]
    [MemberData(nameof(KeysOfFigures))]
    public void A_metric_of_nothing_is_undefined_or_zero(string key)
    {
        MetricCatalogue.TryFind(key, out var metric);

        var value = metric switch
        {
            SnapshotMetric snapshot => snapshot.Read(Snapshot.Empty, 12).Value,
            CohortMetric cohort => cohort.Read([], new DateOnly(2026, 1, 31)).Value,
            CreditMetric credit => credit.Read(CrmRoi.Metrics.Attribution.CampaignCredits.None, new Window(new Month(2026, 1), new Month(2026, 1)), Filter.None).Value,
            CustomerMetric customer => customer.Answer(new CustomerCount()).Value,
            PlanMetric plan => Plan.None.Read(Nothing, plan.Measure, new(new(2026, 1), new(2026, 12)), Filter.None).Value,
            TargetMetric => Nothing.Read(metric, new(new(2026, 1), new(2026, 12)), Filter.None).Value,
            CombinedMetric combined => combined.Read([.. combined.Parts.Select(_ => Reading.Undefined)]).Value,
            _ => throw new InvalidOperationException("Unknown kind of metric."),
        };

        (value is null or 0).Should().BeTrue();
    }

    [Theory]
    [MemberData(nameof(SnapshotKeys))]
    public void A_metric_reads_exactly_the_members_that_it_names(string key)
    {
        MetricCatalogue.TryFind(key, out var metric);
        var snapshot = (SnapshotMetric)metric!;

        var ones = SnapshotGenerator.Of([.. Enumerable.Repeat(1, SnapshotGenerator.Members.Count)]);
        var read = SnapshotGenerator.Members.Where(member => new[] { Snapshot.Empty, ones }.Any(start =>
            Probe(snapshot, start) != Probe(snapshot, SnapshotGenerator.With(start, member, 5))));

        read.Select(member => member.Name).Should().BeEquivalentTo(snapshot.Members);
    }

    [Fact]
    public void Calls_per_won_deal_is_not_offered_by_segment()
    {
        ActivityMetrics.CallsPerWonDeal.Dimensions.Should().Be(Dimensions.People);
        MarketingMetrics.CostPerLead.Dimensions.Should().Be(Dimensions.Channel | Dimensions.Campaign);
        DealMetrics.WonRevenue.Dimensions.Should().Be(Dimensions.All);
        DealMetrics.SalesVelocity.Dimensions.Should().Be(Dimensions.All);
    }

    [Fact]
    public void What_flatters_names_a_metric_to_compare_with()
    {
        var flattering = MetricCatalogue.All.Where(metric => metric.CompareBy is not null).ToList();

        flattering.Should().NotBeEmpty().And.OnlyContain(metric => MetricCatalogue.All.Any(other => other.Key == metric.CompareBy && other.CompareBy == null));
    }

    [Fact]
    public void The_funnel_goes_from_inquiries_to_won_deals_with_new_customers_apart()
    {
        MetricCatalogue.Funnel.Select(stage => stage.Measure.Key).Should()
            .Equal("inquiries", "leads", "leads-qualified", "deals-created", "deals-quoted", "deals-won", "new-customers");
        MetricCatalogue.Funnel.Where(stage => stage.IsApart).Select(stage => stage.Measure.Key).Should().Equal("new-customers");

        // Each step divides its stage by the one before.
        foreach (var (before, stage) in MetricCatalogue.Funnel.Zip(MetricCatalogue.Funnel.Skip(1)).Where(pair => !pair.Second.IsApart))
        {
            stage.Step!.Members.Should().Equal(stage.Measure.Member, before.Measure.Member);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("CALLS")]
    public void An_unknown_key_is_not_found(string? key)
    {
        MetricCatalogue.TryFind(key, out var metric).Should().BeFalse();
        metric.Should().BeNull();
    }

    private static (decimal?, decimal?, decimal?) Probe(SnapshotMetric metric, Snapshot snapshot) =>
        (metric.Numerator(snapshot), metric.Denominator?.Invoke(snapshot), metric.Squares?.Invoke(snapshot));
}
