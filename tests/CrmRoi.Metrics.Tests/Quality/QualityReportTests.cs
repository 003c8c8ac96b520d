using CrmRoi.Metrics.Catalogue;
using CrmRoi.Metrics.Quality;
using CrmRoi.Metrics.Records;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Tests.Quality;

/// <summary>Numbers that can be checked by head.</summary>
public sealed class QualityReportTests
{
    private static readonly DateOnly AsOf = new(2026, 6, 30);
    private static readonly DateOnly Start = new(2026, 1, 1);
    private static readonly Window Year = new(new Month(2026, 1), new Month(2026, 12));

    // A hundred deals that took 1, 2, 3 … 100 days: half took 50 at most, 95 of 100 took 95 at most.
    private static readonly IReadOnlyList<Deal> Hundred = [.. Enumerable.Range(1, 100).Select(days => Deal($"h{days}", days % 4 == 0 ? DealOutcome.Lost : DealOutcome.Won, 100, Start, Start.AddDays(days), $"Customer {days}"))];

    [Fact]
    public void What_is_usual_is_told_by_the_middle_and_by_95_of_100()
    {
        var limits = Report(Hundred).Limits;

        (limits.Closed, limits.MedianDays, limits.SlowDays).Should().Be((100, 50, 95));
        limits.LongestOpen.Should().Be(150, "three times the median is more than 95");
    }

    [Fact]
    public void Of_few_deals_nothing_is_usual()
    {
        var limits = Report([.. Hundred.Take(19)]).Limits;

        (limits.MedianDays, limits.LongestOpen, limits.LargestUsual).Should().Be((null, null, null));
    }

    [Fact]
    public void An_open_deal_older_than_the_limit_would_lower_the_closing_rate_if_it_were_lost()
    {
        var old = Deal("old", DealOutcome.Open, 700, AsOf.AddDays(-151), null);
        var young = Deal("young", DealOutcome.Open, 300, AsOf.AddDays(-150), null);
        var records = new RecordSet { Deals = [.. Hundred, old, young] };

        var report = QualityReport.Of(records, AsOf);
        var finding = report.Of(QualityCheck.NeverClosed);
        var effect = finding.EffectOn(FunnelMetrics.ClosingRate, CubeOf(records), Year);

        (finding.Count, finding.Of, finding.Value).Should().Be((1, 2, 700));
        (report.OpenDeals, report.OpenValue).Should().Be((2, 1000));
        finding.Instead.Should().ContainSingle().Which.Month.Should().Be(Month.Of(AsOf), "the 151st day is today");
        effect.Counted.Value.Should().Be(0.75m, "75 of 100 were won");
        effect.Otherwise.Value.Should().Be(75m / 101, "and one more was lost");
    }

    [Fact]
    public void A_deal_that_is_there_twice_counts_twice_until_it_is_removed()
    {
        var first = Deal("1", DealOutcome.Won, 100, Start, Start.AddDays(9), "Acme GmbH");
        var again = Deal("2", DealOutcome.Won, 100, Start, Start.AddDays(9), "ACME-GmbH");
        var lost = Deal("3", DealOutcome.Lost, 100, Start, Start.AddDays(9), "Other");
        var records = new RecordSet { Deals = [first, again, lost, first with { Id = "4", Value = 200 }, first with { Id = "5", CreatedOn = Start.AddDays(1) }] };

        var finding = QualityReport.Of(records, AsOf).Of(QualityCheck.Duplicate);

        finding.Samples.Should().ContainSingle().Which.Should().Be(new QualitySample("crm", "2", "ACME-GmbH", null, Start, Start.AddDays(9), 100, "1"));
        var rate = finding.EffectOn(FunnelMetrics.ClosingRate, CubeOf(records), Year);
        (rate.Counted.Value, rate.Otherwise.Value).Should().Be((4m / 5, 3m / 4));
        var revenue = finding.EffectOn(DealMetrics.WonRevenue, CubeOf(records), Year);
        (revenue.Counted.Value, revenue.Otherwise.Value, revenue.Change).Should().Be((500, 400, -0.2m));
    }

    [Fact]
    public void A_deal_that_two_sources_have_counts_once_whatever_its_days_and_is_told_of_once()
    {
        var old = Deal("1", DealOutcome.Won, 100, Start, Start.AddDays(9), "Acme GmbH") with { Name = "Roll-out" };
        var moved = old with { Source = "new", Id = "A", Customer = "ACME-GmbH", Name = "Rollout", CreatedOn = Start.AddDays(40), ClosedOn = Start.AddDays(41) };
        var sameDay = Deal("2", DealOutcome.Won, 70, Start, Start.AddDays(9), "Other") with { Name = "Pilot" };
        var sameSource = old with { Id = "3", CreatedOn = Start.AddDays(2) };
        var records = new RecordSet { Deals = [old, moved, sameDay, sameDay with { Source = "new", Id = "B" }, sameSource] };

        var report = QualityReport.Of(records, AsOf);
        var revenue = report.Of(QualityCheck.InTwoSources).EffectOn(DealMetrics.WonRevenue, CubeOf(records), Year);

        report.Of(QualityCheck.InTwoSources).Samples.Should().ContainSingle().Which.Should().Be(
            new QualitySample("new", "A", "Rollout", null, Start.AddDays(40), Start.AddDays(41), 100, "crm 1"));
        report.Of(QualityCheck.Duplicate).Samples.Should().ContainSingle().Which.Id.Should().Be("B");
        (revenue.Counted.Value, revenue.Otherwise.Value).Should().Be((440, 340));
    }

    [Fact]
    public void Customers_of_one_name_are_there_twice_in_one_source_and_in_several()
    {
        Customer[] customers =
        [
            new() { Source = "crm", Id = "1", Name = "Müller & Söhne", Since = Start },
            new() { Source = "crm", Id = "2", Name = "Muller Sohne", Since = Start.AddDays(3) },
            new() { Source = "shop", Id = "1", Name = "MÜLLER & SÖHNE", Since = Start.AddDays(4) },
            new() { Source = "crm", Id = "3", Name = "Müller", Since = Start },
            new() { Source = "crm", Id = "4", Name = "!", Since = Start },
            new() { Source = "crm", Id = "5", Name = "?", Since = Start },
        ];
        var records = new RecordSet { Customers = customers };

        var finding = QualityReport.Of(records, AsOf).Of(QualityCheck.CustomerTwice);
        var effect = finding.EffectOn(CustomerMetrics.NewCustomers, CubeOf(records), Year);

        (finding.Count, finding.Of).Should().Be((2, 6));
        finding.Samples.Select(sample => (sample.Source, sample.Id, sample.Like)).Should().BeEquivalentTo([("crm", "2", "crm 1"), ("shop", "1", "crm 1")]);
        (effect.Counted.Value, effect.Otherwise.Value).Should().Be((6, 4));
    }

    [Fact]
    public void Leads_of_one_second_and_origin_are_one_unless_they_were_uploaded_as_a_list()
    {
        var at = new DateTime(2026, 1, 5, 9, 30, 15);
        var one = new Lead { Source = "crm", Id = "1", CreatedAt = at, Channel = "Web" };
        Lead[] leads =
        [
            one, one with { Source = "old", Id = "2", Channel = "web" }, one with { Id = "3", Channel = "Phone" }, one with { Id = "4", IsDuplicate = true },
            one with { Id = "5", CreatedAt = at.Date }, one with { Id = "6", CreatedAt = at.Date },
            .. Enumerable.Range(10, 4).Select(i => one with { Id = $"{i}", CreatedAt = at.AddHours(1) }),
        ];
        var records = new RecordSet { Leads = leads };

        var report = QualityReport.Of(records, AsOf);
        var effect = report.Of(QualityCheck.LeadTwice).EffectOn(FunnelMetrics.Leads, CubeOf(records), Year);

        report.Of(QualityCheck.LeadTwice).Samples.Should().ContainSingle().Which.Like.Should().Be("crm 1");
        (report.LeadsFlaggedAsDuplicates, effect.Counted.Value, effect.Otherwise.Value).Should().Be((1, 9, 8));
    }

    [Fact]
    public void An_outlier_is_more_than_three_ranges_of_quartiles_above_the_third_one_on_the_logarithm()
    {
        // Values 1, 10, 100 … on the logarithm with base ten: five each of 0, 1, 2, 3. Q1 = 0.75 and Q3 = 2.25 by the linear rule, so the limit is 10^6.75.
        var usual = Enumerable.Range(0, 20).Select(i => Deal($"{i}", DealOutcome.Won, (decimal)Math.Pow(10, i / 5), Start, Start.AddDays(9), $"c{i}")).ToList();
        var below = Deal("below", DealOutcome.Won, 5_000_000, Start, Start.AddDays(9), "x");

        Report(usual).Limits.LargestUsual.Should().BeApproximately((decimal)Math.Pow(10, 2.25 + (3 * 1.5)), 1);
        Report([.. usual, below]).Of(QualityCheck.Outlier).Count.Should().Be(0);
        Report([.. usual, below with { Value = 5_000_000_000 }]).Of(QualityCheck.Outlier).Samples.Should().ContainSingle().Which.Id.Should().Be("below");
    }

    [Fact]
    public void Without_its_outlier_the_mean_deal_and_the_margin_are_what_the_others_make()
    {
        // Twenty deals of 90 to 109 with half of it cost, and one of ten million that cost nothing.
        var usual = Enumerable.Range(90, 20).Select(value => Deal($"{value}", DealOutcome.Won, value, Start, Start.AddDays(9), $"c{value}") with { CostOfGoods = value / 2m }).ToList();
        var records = new RecordSet { Deals = [.. usual, Deal("big", DealOutcome.Won, 10_000_000, Start, Start.AddDays(9), "x") with { CostOfGoods = 0 }] };

        var finding = QualityReport.Of(records, AsOf).Of(QualityCheck.Outlier);

        finding.EffectOn(DealMetrics.DealSize, CubeOf(records), Year).Otherwise.Value.Should().Be(99.5m);
        finding.EffectOn(DealMetrics.MarginRate, CubeOf(records), Year).Otherwise.Value.Should().Be(0.5m);
        finding.EffectOn(DealMetrics.DealSize, CubeOf(records), new(new Month(2025, 1), new Month(2025, 12))).Otherwise.Value.Should().BeNull("nothing was won in those months");
    }

    [Fact]
    public void A_source_without_lost_deals_raises_the_closing_rate()
    {
        var whole = Enumerable.Range(0, 4).Select(i => Deal($"w{i}", i == 0 ? DealOutcome.Won : DealOutcome.Lost, 100, Start, Start.AddDays(9), $"w{i}"));
        var half = Enumerable.Range(0, 4).Select(i => Deal($"h{i}", i == 0 ? DealOutcome.Open : DealOutcome.Won, 100, AsOf, i == 0 ? null : AsOf, $"h{i}") with { Source = "odoo" });
        var records = new RecordSet { Deals = [.. whole, .. half] };

        var finding = QualityReport.Of(records, AsOf).Of(QualityCheck.SourceWithoutLost);
        var effect = finding.EffectOn(FunnelMetrics.ClosingRate, CubeOf(records), Year);

        finding.Count.Should().Be(3);
        (effect.Counted.Value, effect.Otherwise.Value).Should().Be((4m / 7, 1m / 4));
    }

    [Fact]
    public void Deals_won_before_the_first_was_lost_are_told_once_there_are_ten()
    {
        var won = Enumerable.Range(0, 10).Select(i => Deal($"w{i}", DealOutcome.Won, 100, Start, Start.AddDays(9), $"w{i}")).ToList();
        var later = new[] { Deal("l", DealOutcome.Lost, 100, Start, Start.AddDays(60), "l"), Deal("m", DealOutcome.Won, 100, Start, Start.AddDays(60), "m") };

        Report([.. won, .. later]).Of(QualityCheck.BeforeLosses).Count.Should().Be(10);
        Report([.. won.Skip(1), .. later]).Of(QualityCheck.BeforeLosses).Count.Should().Be(0);
    }

    [Fact]
    public void A_deal_closed_before_it_was_opened_is_told_and_has_no_cycle()
    {
        var records = new RecordSet { Deals = [Deal("1", DealOutcome.Won, 100, Start.AddDays(30), Start, "a"), Deal("2", DealOutcome.Won, 100, Start, Start.AddDays(10), "b")] };

        var finding = QualityReport.Of(records, AsOf).Of(QualityCheck.ClosedBeforeStart);
        var cycle = finding.EffectOn(DealMetrics.SalesCycle, CubeOf(records), Year);

        finding.Samples.Should().ContainSingle().Which.Id.Should().Be("1");
        (cycle.Counted.Value, cycle.Counted.Denominator).Should().Be((10, 1));
    }

    [Fact]
    public void A_field_is_as_complete_as_the_records_that_say_something_in_it()
    {
        var deals = new[]
        {
            Deal("1", DealOutcome.Won, 100, Start, Start.AddDays(9), "a") with { Rep = "Ada", CostOfGoods = 60 },
            Deal("2", DealOutcome.Won, 100, Start, Start.AddDays(9), "b"),
            Deal("3", DealOutcome.Lost, null, Start.AddDays(31), Start.AddDays(40), null) with { Rep = "Ada" },
        };

        var fields = Report(deals).Fields.ToDictionary(field => (field.Kind, field.Field));

        fields[("deals", "rep")].Months.Should().Equal(new CoverageMonth(new Month(2026, 1), 2, 1), new CoverageMonth(new Month(2026, 2), 1, 1));
        fields[("deals", "rep")].Share(new(new Month(2026, 1), new Month(2026, 1))).Should().Be(0.5m);
        fields[("deals", "cost")].Overall.Should().Be(0.5m, "only won deals have a cost");
        fields[("deals", "customer")].Overall.Should().Be(2m / 3);
        fields[("deals", "rep")].Share(new(new Month(2025, 1), new Month(2025, 1))).Should().BeNull();
    }

    [Fact]
    public void Names_written_in_two_ways_are_told_together()
    {
        var deals = new[] { "GTXPro", "GTX Pro", "gtx pro", "GTX Plus" }.Select((product, i) => Deal($"{i}", DealOutcome.Won, i, Start, Start, "a") with { Product = product });

        var products = Report([.. deals]).Spellings.Single(spellings => spellings.Field == "product");

        (products.Names, products.Keys).Should().Be((3, 2), "capitals never made two of one");
        products.Groups.Should().ContainSingle().Which.Should().BeEquivalentTo("GTXPro", "GTX Pro");
    }

    [Theory]
    [InlineData("=Acme 3,Acme 3,Acme 3", "Acme 3", "=Acme 3")]
    [InlineData("=Acme 3,Acme 3", "Acme 3", "=Acme 3")]
    [InlineData("GTX Pro,GTXPro,GTXPro", "GTXPro", "GTX Pro")]
    public void Of_names_written_in_two_ways_that_is_first_which_most_records_say(string said, string first, string second)
    {
        var deals = said.Split(',').Select((product, i) => Deal($"{i}", DealOutcome.Won, i, Start, Start, "a") with { Product = product });

        Report([.. deals]).Spellings.Single(spellings => spellings.Field == "product").Groups.Should().ContainSingle().Which.Should().Equal(first, second);
    }

    [Theory]
    [InlineData("GTXPro", "GTX Pro", true)]
    [InlineData("GTX Pro", "GTX Prp", true)]
    [InlineData("GTK 500", "GTK 501", false)]
    [InlineData("MG Special", "MG Advanced", false)]
    public void Names_are_alike_when_a_slip_could_explain_them(string left, string right, bool alike)
    {
        NameKey.IsAlike(left, right).Should().Be(alike);
    }

    [Fact]
    public void Names_a_letter_apart_are_suggested_and_short_ones_numbers_and_kinds_of_one_thing_are_not()
    {
        string[] said = ["John Smith", "John Smith", "Jon Smith", "Ann Lee", "Anne Lee", "Bob", "Bop", "Agent 12", "Agent 13", "Team North A", "Team North B", "Phase III", "Phase XIII", "Zane Levy", "zane  levy"];

        var reps = Report([.. said.Select((rep, i) => Deal($"{i}", DealOutcome.Won, i, Start, Start, "a") with { Rep = rep })]).Spellings.Single(spellings => spellings.Field == "rep");

        reps.Near.Select(pair => string.Join(" > ", pair)).Should().Equal("Jon Smith > John Smith", "Anne Lee > Ann Lee");
        reps.Groups.Should().ContainSingle("those are one and the same whatever is merged").Which.Should().BeEquivalentTo("Zane Levy", "zane  levy");
    }

    [Fact]
    public void Of_a_hundred_thousand_names_those_are_compared_that_most_records_say()
    {
        var names = Enumerable.Range(0, 100_000).ToDictionary(i => $"Customer {i:D6} Holding", _ => 2);
        names["Said By Many"] = 4;
        names["Said By Mony"] = 3;
        names["Said By Few"] = 1;
        names["Said By Few People"] = 1;
        names["Said By Few Peaple"] = 1;

        NearNames.Of(names).Select(pair => string.Join(" > ", pair)).Should().Equal("Said By Mony > Said By Many");
    }

    [Fact]
    public void Numbered_names_are_not_compared_with_each_other()
    {
        NearNames.Pairs([.. Enumerable.Range(0, 1000).Select(i => $"customer{i:D3}")]).Should().BeEmpty();
        NearNames.Pairs(["customer12", "custmer12", "customar12", "customer13", "customar13"])
            .Should().BeEquivalentTo([(0, 1), (0, 2), (3, 4)]);
    }

    private static QualityReport Report(IReadOnlyCollection<Deal> deals) => QualityReport.Of(new RecordSet { Deals = deals }, AsOf);

    private static SnapshotCube CubeOf(RecordSet records) => new(
        SnapshotBuilder.Build(records, Organisation.Unknown, SnapshotBuilder.HorizonOf(records)), [.. CohortRules.Build(records, Organisation.Unknown)], [], AsOf);

    private static Deal Deal(string id, DealOutcome outcome, decimal? value, DateOnly created, DateOnly? closed, string? customer = "Acme") => new()
    {
        Source = "crm",
        Id = id,
        Customer = customer,
        CreatedOn = created,
        ClosedOn = closed,
        Outcome = outcome,
        Value = value,
    };
}
