using System.Globalization;
using CrmRoi.Metrics.Lifetime;

namespace CrmRoi.Metrics.Tests.Lifetime;

public sealed class BgNbdTests
{
    private const string Cdnow = "data/oracle/clv/cdnow_customers_summary.csv";
    private static readonly BgNbd Published = new(0.243, 4.414, 0.793, 2.426);

    [SharedDataFact(Cdnow)]
    public void The_parameters_of_cdnow_are_the_published_ones()
    {
        var fit = BgNbd.Fit(Histories());

        fit.Refusal.Should().Be(LifetimeRefusal.None);
        fit.LogLikelihood.Should().BeApproximately(-9582.4256, 1e-4);
        fit.Model!.R.Should().BeApproximately(0.24259, 0.24259 * 1e-3);
        fit.Model.Alpha.Should().BeApproximately(4.41353, 4.41353 * 1e-3);
        fit.Model.A.Should().BeApproximately(0.79289, 0.79289 * 1e-3);
        fit.Model.B.Should().BeApproximately(2.42575, 2.42575 * 1e-3);
    }

    [SharedDataFact(Cdnow)]
    public void The_unit_of_time_changes_nothing_but_alpha()
    {
        var days = Histories().Select(history => history with { Recency = history.Recency * 7, Age = history.Age * 7 }).ToList();

        var fit = BgNbd.Fit(days);

        fit.Model!.R.Should().BeApproximately(0.24259, 0.24259 * 1e-3);
        fit.Model.Alpha.Should().BeApproximately(4.41353 * 7, 4.41353 * 7e-3);
    }

    [Fact]
    public void The_first_customer_of_cdnow_is_expected_to_buy_1_226_times_in_39_weeks() =>
        Published.ExpectedPurchases(new(2, 30.43, 38.86), 39).Should().BeApproximately(1.2260, 5e-5);

    [Fact]
    public void Customers_who_bought_once_cannot_be_seen_to_have_left() =>
        Published.ProbabilityAlive(new(0, 0, 38.86)).Should().Be(1);

    [Fact]
    public void Who_came_often_and_then_no_more_has_left_more_surely_than_who_came_rarely()
    {
        var often = Published.ProbabilityAlive(new(20, 10, 40));
        var rarely = Published.ProbabilityAlive(new(1, 10, 40));

        often.Should().BeLessThan(0.01);
        rarely.Should().BeGreaterThan(0.4);
    }

    [Fact]
    public void A_thousand_purchases_do_not_overflow()
    {
        var expected = Published.ExpectedPurchases(new(3000, 401, 401), 52);

        // 3,000 in 401 weeks are 389 in 52; a few of the customers leave.
        expected.Should().BeInRange(340, 389);
    }

    [Fact]
    public void At_a_of_one_the_expectation_is_that_of_its_neighbours()
    {
        var history = new PurchaseHistory(2, 30.43, 38.86);

        var at = (Published with { A = 1 }).ExpectedPurchases(history, 39);

        at.Should().BeApproximately((Published with { A = 1.001 }).ExpectedPurchases(history, 39), 2e-3);
        at.Should().BeApproximately((Published with { A = 0.999 }).ExpectedPurchases(history, 39), 2e-3);
    }

    [Fact]
    public void What_cannot_carry_a_model_is_refused_with_the_reason()
    {
        PurchaseHistory once = new(0, 0, 30), twice = new(1, 10, 30);

        BgNbd.Fit([]).Refusal.Should().Be(LifetimeRefusal.NoCustomers);
        BgNbd.Fit([.. Enumerable.Repeat(once, 100)]).Refusal.Should().Be(LifetimeRefusal.NoRepeatBuyers);
        BgNbd.Fit([.. Enumerable.Repeat(once, 100), twice]).Refusal.Should().Be(LifetimeRefusal.TooFewRepeatBuyers);
        BgNbd.Fit([.. Enumerable.Repeat(twice, 100)]).Refusal.Should().Be(LifetimeRefusal.NoSpread);
        BgNbd.Fit([.. Enumerable.Repeat(twice, 100), new(3, 40, 30)]).Refusal.Should().Be(LifetimeRefusal.Impossible);
        BgNbd.Fit([]).Model.Should().BeNull();
    }

    [Fact]
    public void Customers_who_all_buy_to_the_last_day_have_no_highest_likelihood()
    {
        var loyal = Enumerable.Range(1, 200).Select(i => new PurchaseHistory(10 + (i % 5), 52, 52)).ToList();

        BgNbd.Fit(loyal).Refusal.Should().Be(LifetimeRefusal.NoMaximum);
    }

    [Fact]
    public void Several_purchases_on_one_day_are_one_and_later_ones_are_left_out()
    {
        DateOnly first = new(2026, 1, 1);

        var history = PurchaseHistory.Of([first.AddDays(14), first, first, first.AddDays(99)], first.AddDays(28));

        history.Should().Be(new PurchaseHistory(1, 2, 4));
        PurchaseHistory.Of([first], first.AddDays(-1)).Should().BeNull();
    }

    internal static List<PurchaseHistory> Histories() =>
        [.. SharedData.Rows(Cdnow).Select(row => new PurchaseHistory(int.Parse(row[1], CultureInfo.InvariantCulture), Number(row[2]), Number(row[3])))];

    internal static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
