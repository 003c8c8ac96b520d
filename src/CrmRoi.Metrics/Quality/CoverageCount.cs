using CrmRoi.Metrics.Records;

namespace CrmRoi.Metrics.Quality;

/// <summary>Counts in how many records each field says something.</summary>
internal sealed class CoverageCount
{
    private readonly Dictionary<(string Kind, string Field), Dictionary<Month, (long Recorded, long Filled)>> counts = [];

    public void Add(Record record)
    {
        switch (record)
        {
            case Deal deal:
                Add(deal);
                break;
            case Lead lead when !lead.IsDuplicate:
                Add("leads", Month.Of(lead.CreatedAt),
                    ("rep", lead.Rep), ("channel", lead.Channel), ("campaign", lead.Campaign), ("segment", lead.Segment), ("firstContact", lead.FirstContactAt));
                break;
            case Activity { IsCompleted: true, IsSystemMade: false } activity:
                Add("activities", Month.Of(activity.At), ("rep", activity.Rep), ("customer", activity.Customer ?? activity.Deal ?? activity.Lead));
                if (activity.Kind == ActivityKind.Call)
                {
                    Add("activities", Month.Of(activity.At), ("direction", activity.Direction == ActivityDirection.Unknown ? null : activity));
                }

                break;
            case Customer customer:
                Add("customers", customer.Since is { } since ? Month.Of(since) : default,
                    ("segment", customer.Segment), ("region", customer.Region), ("channel", customer.Channel), ("since", customer.Since));
                break;
            case Order { IsCancelled: false } order:
                Add("orders", Month.Of(order.PlacedOn), ("customer", order.Customer), ("cost", order.CostOfGoods), ("rep", order.Rep), ("channel", order.Channel));
                break;
            case Case @case:
                Add("cases", Month.Of(@case.OpenedAt),
                    ("agent", @case.Agent), ("customer", @case.Customer), ("channel", @case.Channel), ("product", @case.Product), ("firstContactResolution", @case.SolvedAtFirstContact));
                break;
            case SurveyAnswer answer:
                Add("surveys", Month.Of(answer.AnsweredOn), ("agent", answer.Agent), ("customer", answer.Customer));
                break;
        }
    }

    public IReadOnlyList<FieldCoverage> Result() =>
    [
        .. counts.Select(field => new FieldCoverage(
            field.Key.Kind, field.Key.Field, [.. field.Value.OrderBy(month => month.Key).Select(month => new CoverageMonth(month.Key, month.Value.Recorded, month.Value.Filled))])),
    ];

    private void Add(Deal deal)
    {
        var day = deal.CreatedOn ?? deal.FirstContactOn ?? deal.ClosedOn;
        var month = day is { } known ? Month.Of(known) : default;
        Add("deals", month,
            ("rep", deal.Rep), ("customer", deal.Customer), ("product", deal.Product), ("channel", deal.Channel), ("campaign", deal.Campaign), ("segment", deal.Segment),
            ("created", deal.CreatedOn ?? deal.FirstContactOn), ("firstContact", deal.FirstContactOn));
        if (deal.Outcome == DealOutcome.Won)
        {
            Add("deals", month, ("value", deal.Value is 0 ? null : deal.Value), ("cost", deal.CostOfGoods));
        }
    }

    private void Add(string kind, Month month, params ReadOnlySpan<(string Field, object? Says)> fields)
    {
        foreach (var (field, says) in fields)
        {
            if (!counts.TryGetValue((kind, field), out var months))
            {
                counts[(kind, field)] = months = [];
            }

            var (recorded, filled) = months.GetValueOrDefault(month);
            months[month] = (recorded + 1, filled + (says is null or "" ? 0 : 1));
        }
    }
}
