using CrmRoi.Data;
using CrmRoi.Metrics.Records;
using CrmRoi.Metrics.Snapshots;
using CrmRoi.Reports;
using Microsoft.Extensions.Localization;

namespace CrmRoi.Web.Pages.Records;

/// <summary>A cell of the list.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Small">What it says more closely.</param>
/// <param name="IsNumber">Whether it is a number, written to the right.</param>
public sealed record RecordCell(string Text, string? Small = null, bool IsNumber = false);

/// <summary>How each kind of record stands in a list.</summary>
public sealed class RecordTable(IStringLocalizer<RecordTable> words, Formats formats, DomainText text)
{
    /// <summary>What stands over the columns of a kind.</summary>
    public IReadOnlyList<RecordCell> HeadsOf(string kind) => kind switch
    {
        "deals" => Heads("Day", "Deal", "Customer", "Rep", "Product", "#Days from start", "#Value"),
        "activities" => Heads("Time", "Activity", "Customer", "Rep", "Channel"),
        "leads" => Heads("Day", "Lead", "Status", "Rep", "Channel", "Campaign"),
        "cases" => Heads("Time", "Case", "Customer", "Agent", "Product", "#Hours to close"),
        "orders" => Heads("Day", "Order", "Customer", "Rep", "Product", "#Revenue"),
        _ => Heads("First bought", "Customer", "Segment", "Region", "Channel"),
    };

    /// <summary>A record's cells, as many as its kind has heads.</summary>
    public IReadOnlyList<RecordCell> CellsOf(ListedRecord listed, string currency)
    {
        var day = formats.Date(DateOnly.FromDateTime(listed.At));
        return listed.Record switch
        {
            Deal deal =>
            [
                new(day), new(deal.Name ?? deal.Id, deal.Name is null ? deal.Source : $"{deal.Id} · {deal.Source}"), new(deal.Customer ?? Formats.Undefined), Who(listed.Cell),
                Of(listed.Cell.Product), new(formats.Days(DaysOf(deal)), null, true), new(formats.Money(deal.Value, currency), null, true),
            ],
            Activity activity =>
            [
                new(day, listed.At.ToString("t", System.Globalization.CultureInfo.CurrentCulture)), new(words[activity.Kind.ToString()], DirectionOf(activity)),
                new(activity.Customer ?? Formats.Undefined), Who(listed.Cell), new(activity.Channel ?? Formats.Undefined),
            ],
            Lead lead =>
            [
                new(day), new(lead.Id, lead.Source), new(lead.Status ?? Formats.Undefined), Who(listed.Cell), Of(listed.Cell.Channel), Of(listed.Cell.Campaign),
            ],
            Case @case =>
            [
                new(day, listed.At.ToString("t", System.Globalization.CultureInfo.CurrentCulture)), new(@case.Id, @case.Source), new(@case.Customer ?? Formats.Undefined),
                Who(listed.Cell), Of(listed.Cell.Product), new(formats.Count((decimal?)(@case.ClosedAt - @case.OpenedAt)?.TotalHours, 1), null, true),
            ],
            Order order =>
            [
                new(day), new(order.Id, order.Source), new(order.Customer ?? Formats.Undefined), Who(listed.Cell), Of(listed.Cell.Product),
                new(formats.Money(order.Revenue, currency), null, true),
            ],
            Customer customer => [new(day), new(customer.Name, customer.Source), Of(listed.Cell.Segment), Of(listed.Cell.Region), Of(listed.Cell.Channel)],
            var other => throw new ArgumentException($"{other.GetType().Name} has no columns.", nameof(listed)),
        };
    }

    private List<RecordCell> Heads(params string[] names) =>
        [.. names.Select(name => new RecordCell(words[name.TrimStart('#')], null, name[0] == '#'))];

    private RecordCell Who(Cell cell) => new(text.MemberOf(cell.Rep), cell.Team == Cell.Unassigned ? null : cell.Team);

    private RecordCell Of(string member) => new(text.MemberOf(member));

    private string? DirectionOf(Activity activity) => activity.Direction == ActivityDirection.Unknown ? null : words[activity.Direction.ToString()].Value;

    private static int? DaysOf(Deal deal) => deal.Outcome == DealOutcome.Open ? null : deal.ClosedOn?.DayNumber - deal.StartedOn?.DayNumber;
}
