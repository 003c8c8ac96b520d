using CrmRoi.Metrics.Reviews;

namespace CrmRoi.Metrics.Tests.Reviews;

public sealed class RecomputationTests
{
    [Fact]
    public void Month_and_team_are_enough_for_the_return()
    {
        var review = ReviewExample.Review;

        (review.Figures["roi"], review.Figures["benefit-total"], review.Figures["cost-total"]).Should().Be((5.25m, 75_000m, 12_000m));
    }

    [Fact]
    public void Frozen_inputs_give_the_frozen_figures_again()
    {
        var again = Recomputation.Of(ReviewExample.Review);

        again.Differences.Should().BeEmpty();
        again.Figures.Should().BeGreaterThan(50, "the metrics of monthly totals are reckoned too");
    }

    [Fact]
    public void A_tampered_input_gives_other_figures()
    {
        var review = ReviewExample.Review;
        var cheaper = review with { Inputs = review.Inputs with { Costs = [review.Inputs.Costs[0] with { Amount = 6_000 }] } };

        var again = Recomputation.Of(cheaper);

        again.Differences.Should().Contain(new FigureDifference("cost-total", FigureSide.Whole, 12_000, 6_000))
            .And.Contain(new FigureDifference("roi", FigureSide.Whole, 5.25m, 11.5m));
    }

    [Fact]
    public void A_tampered_figure_is_not_what_its_inputs_give()
    {
        var review = ReviewExample.Review;
        var better = review with { Figures = review.Figures with { Return = [.. review.Figures.Return.Select(figure => figure.Key == "roi" ? figure with { Value = 9 } : figure)] } };

        Recomputation.Of(better).Differences.Should().Equal(new FigureDifference("roi", FigureSide.Whole, 9, 5.25m));
    }
}
