using CrmRoi.Metrics.Example;
using CrmRoi.Metrics.Records;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Tests.Example;

public sealed class ExampleRecordsTests(ExampleFixture fixture) : IClassFixture<ExampleFixture>
{
    private readonly ExampleCompany company = fixture.Company;
    private readonly DateOnly lastDay = fixture.Company.Window.To.LastDay;

    [Fact]
    public void Ids_are_unique_within_each_kind_and_every_record_names_its_source()
    {
        IReadOnlyList<Records.Record>[] kinds =
        [
            company.People, company.Products, company.Customers, company.Campaigns, company.Touches, company.Leads, company.Deals, company.StageChanges,
            company.Activities, company.Cases, company.SurveyAnswers, company.Costs, company.Savings,
        ];

        foreach (var kind in kinds)
        {
            kind.Should().NotBeEmpty();
            kind.Select(record => record.Id).Should().OnlyHaveUniqueItems();
            kind.Should().OnlyContain(record => record.Source == "example" && record.Id.Length > 0);
        }
    }

    [Fact]
    public void Names_that_others_refer_to_are_unique()
    {
        company.Customers.Select(customer => customer.Name).Should().OnlyHaveUniqueItems();
        company.Campaigns.Select(campaign => campaign.Name).Should().OnlyHaveUniqueItems();
        company.Products.Select(product => product.Name).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void No_deal_is_closed_before_it_was_opened_nor_after_the_last_day()
    {
        var closed = company.Deals.Where(deal => deal.ClosedOn is not null).ToList();

        closed.Should().OnlyContain(deal => deal.ClosedOn <= lastDay && (deal.CreatedOn == null || deal.CreatedOn <= deal.ClosedOn));
        closed.Should().OnlyContain(deal => deal.QuotedOn == null || (deal.QuotedOn >= deal.CreatedOn && deal.QuotedOn <= deal.ClosedOn));
    }

    [Fact]
    public void A_deal_is_open_exactly_when_it_has_no_closing_day()
    {
        company.Deals.Should().OnlyContain(deal => deal.Outcome == DealOutcome.Open == (deal.ClosedOn == null));
        company.Deals.Count(deal => deal.Outcome == DealOutcome.Open).Should().BeInRange(300, 900);
    }

    [Fact]
    public void Won_deals_and_only_they_have_a_cost_of_goods_below_their_value_in_cents()
    {
        company.Deals.Should().OnlyContain(deal => (deal.Outcome == DealOutcome.Won) == (deal.CostOfGoods != null));
        company.Deals.Should().OnlyContain(deal => deal.Value > 0 && (deal.CostOfGoods == null || (deal.CostOfGoods > 0 && deal.CostOfGoods < deal.Value)));
        company.Deals.Should().OnlyContain(deal => IsInCents(deal.Value) && IsInCents(deal.CostOfGoods));
    }

    [Fact]
    public void Deals_refer_to_what_there_is()
    {
        var customers = company.Customers.Select(customer => customer.Name).ToHashSet();
        var leads = company.Leads.ToDictionary(lead => lead.Id);
        var campaigns = company.Campaigns.Select(campaign => campaign.Name).ToHashSet();
        var products = company.Products.Select(product => product.Name).ToHashSet();

        company.Deals.Should().OnlyContain(deal => customers.Contains(deal.Customer!) && products.Contains(deal.Product!));
        company.Deals.Should().OnlyContain(deal => deal.Campaign == null || campaigns.Contains(deal.Campaign));
        company.Deals.Should().OnlyContain(deal => deal.Lead == null || (leads[deal.Lead].ConvertedOn == deal.CreatedOn && leads[deal.Lead].Rep == deal.Rep));
        company.Leads.Count(lead => lead.ConvertedOn is not null).Should().Be(company.Deals.Count(deal => deal.Lead is not null));
    }

    [Fact]
    public void Stages_are_entered_in_order_while_the_deal_is_open()
    {
        var deals = company.Deals.ToDictionary(deal => deal.Id);

        company.StageChanges.Should().OnlyContain(change =>
            change.EnteredOn >= deals[change.Deal].CreatedOn && change.EnteredOn <= (deals[change.Deal].ClosedOn ?? lastDay));
        company.StageChanges.GroupBy(change => change.Deal).Should().OnlyContain(changes =>
            changes.OrderBy(change => change.Id, StringComparer.Ordinal).Select(change => change.EnteredOn).SequenceEqual(changes.Select(change => change.EnteredOn).Order()));
    }

    [Fact]
    public void Leads_go_forward_in_time_and_end_once()
    {
        company.Leads.Should().OnlyContain(lead => DateOnly.FromDateTime(lead.CreatedAt) >= company.Window.From.FirstDay && DateOnly.FromDateTime(lead.CreatedAt) <= lastDay);
        company.Leads.Should().OnlyContain(lead => lead.FirstContactAt == null || lead.FirstContactAt >= lead.CreatedAt);
        company.Leads.Should().OnlyContain(lead => lead.QualifiedOn == null || lead.QualifiedOn >= DateOnly.FromDateTime(lead.CreatedAt));
        company.Leads.Should().OnlyContain(lead => lead.ConvertedOn == null || (lead.QualifiedOn <= lead.ConvertedOn && lead.DisqualifiedOn == null));
        company.Leads.Should().OnlyContain(lead => lead.DisqualifiedOn == null || lead.DisqualifiedOn >= DateOnly.FromDateTime(lead.CreatedAt));
        company.Leads.Count(lead => lead.IsDuplicate).Should().BePositive();
    }

    [Fact]
    public void Touches_come_from_running_campaigns_and_not_after_the_lead()
    {
        var campaigns = company.Campaigns.ToDictionary(campaign => campaign.Name);
        var leads = company.Leads.ToDictionary(lead => lead.Id);

        company.Touches.Should().OnlyContain(touch => touch.At <= leads[touch.Lead!].CreatedAt);
        company.Touches.GroupBy(touch => touch.Lead!).Should().OnlyContain(lead => leads[lead.Key].Campaign == lead.MaxBy(touch => touch.At)!.Campaign);
        company.Touches.Should().OnlyContain(touch =>
            DateOnly.FromDateTime(touch.At) >= campaigns[touch.Campaign].StartOn && DateOnly.FromDateTime(touch.At) <= campaigns[touch.Campaign].EndOn);
    }

    [Fact]
    public void The_spend_on_campaigns_counts_once_though_parents_repeat_it()
    {
        var parents = company.Campaigns.Select(campaign => campaign.Parent).OfType<string>().ToHashSet();

        var counted = fixture.Total(_ => true).MarketingSpend;

        parents.Should().NotBeEmpty();
        counted.Should().Be(company.Campaigns.Where(campaign => !parents.Contains(campaign.Id)).Sum(campaign => campaign.Spend));
    }

    [Fact]
    public void Activities_cases_and_answers_lie_in_the_window_with_values_that_can_be()
    {
        company.Activities.Should().OnlyContain(activity => company.Window.Contains(Month.Of(activity.At)));
        company.Activities.Should().Contain(activity => activity.IsSystemMade).And.Contain(activity => !activity.IsCompleted);
        company.Cases.Should().OnlyContain(@case => @case.ClosedAt == null || (@case.ClosedAt >= @case.OpenedAt && company.Window.Contains(Month.Of(@case.ClosedAt.Value))));
        company.SurveyAnswers.Should().OnlyContain(answer => answer.AnsweredOn <= lastDay
            && (answer.Kind == SurveyKind.Satisfaction ? answer.Score >= 1 && answer.Score <= 5 : answer.Score >= 0 && answer.Score <= 10));
    }

    [Fact]
    public void Costs_and_savings_are_above_zero_of_every_kind_and_end_after_they_start()
    {
        company.Costs.Should().OnlyContain(cost => cost.Amount > 0 && IsInCents(cost.Amount) && (cost.To == null || cost.To >= cost.From));
        company.Costs.Should().OnlyContain(cost => cost.Cadence == Cadence.PerUserMonth == (cost.Users != null) && cost.Programme == company.Programme.Name);
        company.Costs.Select(cost => cost.Kind).Distinct().Should().BeEquivalentTo(Enum.GetValues<CostKind>().Except([CostKind.Other]));
        company.Savings.Should().OnlyContain(saving => saving.Amount > 0 && saving.Programme == company.Programme.Name && saving.From <= company.Window.To);
    }

    [Fact]
    public void Entered_figures_are_of_measures_that_can_be_entered_and_spread_without_a_rest()
    {
        company.EnteredFigures.Should().OnlyContain(figure => Measure.Find(figure.Measure) != null && figure.Value > 0);
        company.EnteredFigures.Should().OnlyContain(figure => figure.Period.Length == 1 || figure.Period.Length == 3);
        company.EnteredFigures.Should().OnlyContain(figure => figure.Spread().Sum(share => share.Value) == figure.Value);
    }

    private static bool IsInCents(decimal? amount) => amount is null || amount == decimal.Round(amount.Value, 2);
}
