using System.Linq.Expressions;
using CrmRoi.Metrics;
using CrmRoi.Metrics.Records;

namespace CrmRoi.Data;

/// <summary>Which records count in a run of months, or tell of a wait that began in it: for the database to pick out.</summary>
internal static class Within
{
    /// <summary>Deals of which nobody knows when they began.</summary>
    public static Expression<Func<Deal, bool>> NoStart { get; } = deal =>
        (deal.CreatedOn == null || deal.ClosedOn < deal.CreatedOn) && (deal.FirstContactOn == null || deal.ClosedOn < deal.FirstContactOn);

    public static Expression<Func<Activity, bool>> Activities(Window run)
    {
        var (from, to) = Times(run);
        return activity => activity.At >= from && activity.At <= to;
    }

    public static Expression<Func<Lead, bool>> Leads(Window run)
    {
        var (from, to) = Times(run);
        var (first, last) = Days(run);
        return lead => (lead.CreatedAt >= from && lead.CreatedAt <= to)
            || (lead.QualifiedOn >= first && lead.QualifiedOn <= last)
            || (lead.ConvertedOn >= first && lead.ConvertedOn <= last);
    }

    /// <remarks>By their own days only, each of which has an index: <see cref="DealsInStages"/> has the others.</remarks>
    public static Expression<Func<Deal, bool>> Deals(Window run)
    {
        var (first, last) = Days(run);
        return deal => (deal.CreatedOn >= first && deal.CreatedOn <= last)
            || (deal.FirstContactOn >= first && deal.FirstContactOn <= last)
            || (deal.QuotedOn >= first && deal.QuotedOn <= last)
            || (deal.ClosedOn >= first && deal.ClosedOn <= last);
    }

    /// <summary>Deals with all by which they count: what they are called and where they stand now is not read.</summary>
    public static IQueryable<Deal> Counted(IQueryable<Deal> deals) => deals.Select(deal => new Deal
    {
        Source = deal.Source,
        Id = deal.Id,
        Rep = deal.Rep,
        Customer = deal.Customer,
        Product = deal.Product,
        Channel = deal.Channel,
        Campaign = deal.Campaign,
        Region = deal.Region,
        Segment = deal.Segment,
        CreatedOn = deal.CreatedOn,
        FirstContactOn = deal.FirstContactOn,
        QuotedOn = deal.QuotedOn,
        ClosedOn = deal.ClosedOn,
        Outcome = deal.Outcome,
        Value = deal.Value,
        CostOfGoods = deal.CostOfGoods,
    });

    public static IQueryable<Deal> DealsInStages(Window run, CrmRoiContext context) => Entered(run, context)
        .Select(change => new { change.Source, Id = change.Deal }).Distinct()
        .Join(context.Deals, key => key, deal => new { deal.Source, deal.Id }, (_, deal) => deal);

    /// <remarks>Every change of a deal that has one of them in the run: how a stage ended is told by the next.</remarks>
    public static IQueryable<StageChange> StageChanges(Window run, CrmRoiContext context) => Entered(run, context)
        .Select(change => new { change.Source, Id = change.Deal }).Distinct()
        .Join(context.StageChanges, key => key, change => new { change.Source, Id = change.Deal }, (_, change) => change);

#pragma warning disable CA1309 // the database compares, in its own order
    /// <summary>The ids of deals that entered stages, in the database's order, so many after one of them.</summary>
    public static IQueryable<string> DealsAfter(string source, string after, int most, CrmRoiContext context) => context.StageChanges
        .Where(change => change.Source == source && string.Compare(change.Deal, after) > 0)
        .GroupBy(change => change.Deal) // not Distinct: that would be found out for all that follow before any is taken
        .Select(changes => changes.Key)
        .OrderBy(id => id)
        .Take(most);

    /// <summary>All changes of the deals from one to another, in the database's order.</summary>
    public static IQueryable<StageChange> ChangesOf(string source, string first, string last, CrmRoiContext context) => context.StageChanges
        .Where(change => change.Source == source && string.Compare(change.Deal, first) >= 0 && string.Compare(change.Deal, last) <= 0);
#pragma warning restore CA1309

    public static Expression<Func<Order, bool>> Orders(Window run)
    {
        var (first, last) = Days(run);
        return order => order.PlacedOn >= first && order.PlacedOn <= last;
    }

    public static Expression<Func<Case, bool>> Cases(Window run)
    {
        var (from, to) = Times(run);
        return @case => (@case.OpenedAt >= from && @case.OpenedAt <= to) || (@case.ClosedAt >= from && @case.ClosedAt <= to);
    }

    public static Expression<Func<SurveyAnswer, bool>> SurveyAnswers(Window run)
    {
        var (first, last) = Days(run);
        return answer => answer.AnsweredOn >= first && answer.AnsweredOn <= last;
    }

    private static IQueryable<StageChange> Entered(Window run, CrmRoiContext context)
    {
        var (first, last) = Days(run);
        return context.StageChanges.Where(change => change.EnteredOn >= first && change.EnteredOn <= last);
    }

    private static (DateOnly First, DateOnly Last) Days(Window run) => (run.From.FirstDay, run.To.LastDay);

    private static (DateTime From, DateTime To) Times(Window run) =>
        (run.From.FirstDay.ToDateTime(TimeOnly.MinValue), run.To.LastDay.ToDateTime(TimeOnly.MaxValue));
}
