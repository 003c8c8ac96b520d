using System.Linq.Expressions;
using CrmRoi.Metrics.Records;
using CrmRoi.Metrics.Snapshots;
using Microsoft.EntityFrameworkCore;

namespace CrmRoi.Data;

/// <summary>The records behind a figure, page by page, the latest first.</summary>
/// <remarks>
/// The database picks by the indexed day, by rep and by what is cheap; the counting rules, which made the figure, decide. So the list agrees
/// with the figure by construction, teams as at that time included, and a page reads no more than its batches, however many records there are.
/// </remarks>
public sealed class RecordList(CrmRoiContext context)
{
    private const int Batch = 200;

    /// <summary>The kinds of records, with the measures that count them, the first of them when none is named.</summary>
    public static readonly IReadOnlyList<(string Kind, IReadOnlyList<string> Members)> Kinds =
    [
        ("deals", [nameof(Snapshot.DealsWon), nameof(Snapshot.DealsLost), nameof(Snapshot.DealsCreated), nameof(Snapshot.DealsQuoted)]),
        ("activities",
        [
            nameof(Snapshot.Calls), nameof(Snapshot.OutboundCalls), nameof(Snapshot.InboundCalls), nameof(Snapshot.Emails), nameof(Snapshot.Meetings),
            nameof(Snapshot.Quotes), nameof(Snapshot.Inquiries),
        ]),
        ("leads", [nameof(Snapshot.Leads), nameof(Snapshot.LeadsQualified), nameof(Snapshot.LeadsConverted)]),
        ("cases", [nameof(Snapshot.CasesOpened), nameof(Snapshot.CasesClosed), nameof(Snapshot.CasesClosedSameDay)]),
        ("orders", [nameof(Snapshot.Orders)]),
        ("customers", [nameof(Snapshot.NewCustomers)]),
    ];

    /// <summary>A page of the records that a question asks for.</summary>
    /// <param name="question">Which.</param>
    /// <param name="reps">Everybody by name, in every spelling that records have.</param>
    /// <param name="after">Where it begins; none for the first page.</param>
    /// <param name="size">How many records it has at most.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ArgumentException">The measure counts no records one by one.</exception>
    public async Task<RecordPage> ReadAsync(
        RecordQuestion question, IReadOnlyList<string> reps, RecordCursor? after, int size, CancellationToken cancellationToken)
    {
        var people = await RecordReader.PeopleAsync(context, cancellationToken);
        var names = NamesOf(question.Filter, people, reps);
        var reader = new RecordListReader(context, question, people, after, size, Batch);
        return question.Measure.Member switch
        {
            nameof(Snapshot.DealsWon) => await DealsAsync(deal => deal.ClosedOn, deal => deal.Outcome == DealOutcome.Won),
            nameof(Snapshot.DealsLost) => await DealsAsync(deal => deal.ClosedOn, deal => deal.Outcome == DealOutcome.Lost),
            nameof(Snapshot.DealsCreated) => await DealsAsync(deal => deal.CreatedOn, deal => true),
            nameof(Snapshot.DealsQuoted) => await DealsAsync(deal => deal.QuotedOn, deal => true),
            nameof(Snapshot.Calls) or nameof(Snapshot.OutboundCalls) or nameof(Snapshot.InboundCalls) => await ActivitiesAsync(ActivityKind.Call),
            nameof(Snapshot.Emails) => await ActivitiesAsync(ActivityKind.Email),
            nameof(Snapshot.Meetings) => await ActivitiesAsync(ActivityKind.Meeting),
            nameof(Snapshot.Quotes) => await ActivitiesAsync(ActivityKind.Quote),
            nameof(Snapshot.Inquiries) => await ActivitiesAsync(ActivityKind.Inquiry),
            nameof(Snapshot.Leads) => await reader.ReadAsync(Leads(), lead => lead.CreatedAt, CountingRules.Of, cancellationToken),
            nameof(Snapshot.LeadsQualified) => await reader.ReadAsync(Leads(), lead => lead.QualifiedOn, CountingRules.Of, cancellationToken),
            nameof(Snapshot.LeadsConverted) => await reader.ReadAsync(Leads(), lead => lead.ConvertedOn, CountingRules.Of, cancellationToken),
            nameof(Snapshot.CasesOpened) => await reader.ReadAsync(Cases(), @case => @case.OpenedAt, CountingRules.Of, cancellationToken),
            nameof(Snapshot.CasesClosed) or nameof(Snapshot.CasesClosedSameDay) =>
                await reader.ReadAsync(Cases(), @case => @case.ClosedAt, CountingRules.Of, cancellationToken),
            nameof(Snapshot.Orders) => await reader.ReadAsync(Orders(), order => order.PlacedOn, CountingRules.Of, cancellationToken),
            nameof(Snapshot.NewCustomers) => await reader.ReadAsync(context.Customers, customer => customer.Since, CountingRules.Of, cancellationToken),
            var other => throw new ArgumentException($"{other} counts no records one by one.", nameof(question)),
        };

        Task<RecordPage> DealsAsync(Expression<Func<Deal, DateOnly?>> day, Expression<Func<Deal, bool>> which)
        {
            var deals = names is null ? context.Deals : context.Deals.Where(deal => names.Contains(deal.Rep!));
            return reader.ReadAsync(deals.Where(which), day, CountingRules.Of, cancellationToken);
        }

        Task<RecordPage> ActivitiesAsync(ActivityKind kind)
        {
            var activities = names is null ? context.Activities : context.Activities.Where(activity => names.Contains(activity.Rep!));
            return reader.ReadAsync(
                activities.Where(activity => activity.Kind == kind && activity.IsCompleted && !activity.IsSystemMade), activity => activity.At, CountingRules.Of, cancellationToken);
        }

        IQueryable<Lead> Leads() => names is null ? context.Leads : context.Leads.Where(lead => names.Contains(lead.Rep!));

        IQueryable<Case> Cases() => names is null ? context.Cases : context.Cases.Where(@case => names.Contains(@case.Agent!));

        IQueryable<Order> Orders() => names is null ? context.Orders : context.Orders.Where(order => names.Contains(order.Rep!));
    }

    // Who was ever in a team, in every spelling; what belongs to no rep or team cannot be picked by name.
    private static List<string>? NamesOf(Filter filter, IReadOnlyList<Person> people, IReadOnlyList<string> reps)
    {
        if (filter is { Rep: { } rep } && rep != Cell.Unassigned)
        {
            return [rep];
        }

        if (filter.Team is null or Cell.Unassigned)
        {
            return null;
        }

        var members = people.Where(person => Cell.MemberOf(person.Team) == filter.Team).Select(person => person.Name.Trim()).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. reps.Where(members.Contains)];
    }
}
