using CrmRoi.Metrics.Catalogue;
using CrmRoi.Metrics.Comparing;
using CrmRoi.Metrics.Snapshots;
using CrmRoi.Metrics.Tests.Example;

namespace CrmRoi.Metrics.Tests.Snapshots;

public sealed class CohortBookTests(ExampleFixture fixture) : IClassFixture<ExampleFixture>
{
    private readonly IReadOnlyList<CohortGroup> groups = CohortRules.Build(fixture.Company.Records, new Organisation(fixture.Company.People, fixture.Company.Customers));

    /// <summary>Every metric of waits, for windows and parts of the business, against the waits one by one.</summary>
    [Fact]
    public void Sums_by_month_answer_what_the_rows_do()
    {
        var cube = Cube();
        var rows = groups.SelectMany(group => group.Cohorts).Select(row => new CohortGroup(row.Clock, row.Cell, row.Stage, row.Ending, row.EndMonth, [new(row.Age, row.Count, row.Value)])).ToList();
        var cell = groups.First(group => group.Clock == Clock.DealToClose && group.Cell.Month >= cube.Horizon.To.Plus(-9)).Cell;
        Window[] windows = [cube.Horizon, new(cube.Horizon.To.Plus(-11), cube.Horizon.To), new(cube.Horizon.From.Plus(5), cube.Horizon.From.Plus(5))];
        Filter[] filters = [Filter.None, new() { Team = cell.Team }, new() { Rep = cell.Rep, Product = cell.Product }];
        var answered = 0;

        foreach (var metric in MetricCatalogue.All.OfType<CohortMetric>())
        {
            foreach (var (window, filter) in windows.SelectMany(window => filters.Select(filter => (window, filter))).Where(asked => SnapshotCube.IsOffered(metric, asked.filter)))
            {
                var chosen = rows.Where(row => row.Clock == metric.Clock && filter.Takes(row.Cell) && IsChosen(row, metric, window, cube)).ToList();
                var expected = chosen.Count > 0 ? metric.Read(chosen, cube.AsOf) : metric.Choice == CohortChoice.OpenAtEnd ? new(0, 0, null) : Reading.Undefined;

                cube.Read(metric, window, filter).Should().Be(expected, "{0} in {1} of {2}", metric.Key, window, filter);
                answered += expected.Value is null ? 0 : 1;
            }
        }

        answered.Should().BeGreaterThan(60);
    }

    [Fact]
    public void A_breakdown_reads_the_rows_of_each_member()
    {
        var cube = Cube();
        var metric = FunnelMetrics.ClosingRateCohort;

        var breakdown = Breakdown.Of(cube, metric, Dimensions.Product, cube.Horizon, Filter.None);

        breakdown.Rows.Should().HaveCountGreaterThan(2);
        breakdown.Rows.Should().OnlyContain(row => row.Reading == cube.Read(metric, cube.Horizon, new() { Product = row.Member }));
    }

    [Fact]
    public void Many_parts_of_the_business_are_asked_for_without_keeping_all()
    {
        var cube = Cube();
        var whole = cube.Read(FunnelMetrics.ClosingRateCohort, cube.Horizon, Filter.None);

        var others = Enumerable.Range(0, 300).Select(i => cube.Read(FunnelMetrics.ClosingRateCohort, cube.Horizon, new() { Rep = $"{i}" })).ToList();

        others.Should().OnlyContain(reading => reading == Reading.Undefined);
        cube.Read(FunnelMetrics.ClosingRateCohort, cube.Horizon, Filter.None).Should().Be(whole);
        whole.Value.Should().NotBeNull();
    }

    [Fact]
    public void Deals_by_opening_are_all_deals()
    {
        var deals = Cube().DealsByOpening();

        deals.Sum(opened => opened.Count).Should().Be(groups.Where(group => group.Clock == Clock.DealToClose).Sum(group => group.Count));
        deals.Sum(opened => opened.Value).Should().Be(fixture.Company.Deals.Where(CohortRules.TellsOfWaits).Sum(deal => deal.Value ?? 0));
    }

    private static bool IsChosen(CohortGroup row, CohortMetric metric, Window window, SnapshotCube cube) => metric.Choice switch
    {
        CohortChoice.Begun => window.Contains(row.Cell.Month),
        CohortChoice.BegunAndMatured => window.Contains(row.Cell.Month) && row.Cell.Month.LastDay.AddDays(metric.FollowUp) <= cube.AsOf,
        CohortChoice.Ended => window.Contains(row.EndMonth),
        _ => row.Cell.Month.IsKnown && row.Cell.Month <= window.To && (row.Ending == Ending.Open || row.EndMonth > window.To),
    };

    private SnapshotCube Cube() => new(fixture.Cells, groups, [], fixture.Company.Window.To.LastDay);
}
