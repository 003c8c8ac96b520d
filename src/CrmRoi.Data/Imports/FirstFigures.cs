using CrmRoi.Metrics;
using CrmRoi.Metrics.Records;
using CrmRoi.Metrics.Snapshots;
using Microsoft.EntityFrameworkCore;

namespace CrmRoi.Data;

/// <summary>Counts records as they come in, where there were none before: what they count as then depends on nothing that is stored, and is not read again.</summary>
/// <remarks>A record that changes one of them, or that says who belongs where, ends that: the figures are then made from what is stored, as always.</remarks>
internal sealed class FirstFigures(CrmRoiContext context)
{
    /// <summary>What was counted; none where it has to be counted from what is stored.</summary>
    public FigureTally? Tally { get; private set; }

    /// <summary>Begins, if nothing is stored that counts or says where something counts.</summary>
    public async Task BeginAsync(Window horizon, CancellationToken cancellationToken)
    {
        var isFirst = horizon.IsEmpty
            && !await context.People.AnyAsync(cancellationToken) && !await context.Customers.AnyAsync(cancellationToken)
            && !await context.Deals.AnyAsync(cancellationToken) && !await context.StageChanges.AnyAsync(cancellationToken);
        Tally = isFirst ? new(Organisation.Unknown, horizon, StageRules.None, null) : null;
    }

    /// <summary>Counts new records of one kind.</summary>
    public void Add<TRecord>(IReadOnlyList<TRecord> records)
        where TRecord : Record
    {
        if (Tally is null || records.Count == 0)
        {
            return;
        }

        switch (records)
        {
            case IReadOnlyList<Deal> deals:
                Tally.Add(new() { Deals = deals });
                break;
            case IReadOnlyList<Activity> activities:
                Tally.Add(new() { Activities = activities });
                break;
            case IReadOnlyList<Lead> leads:
                Tally.Add(new() { Leads = leads });
                break;
            case IReadOnlyList<Order> orders:
                Tally.Add(new() { Orders = orders });
                break;
            case IReadOnlyList<Case> cases:
                Tally.Add(new() { Cases = cases });
                break;
            case IReadOnlyList<SurveyAnswer> answers:
                Tally.Add(new() { SurveyAnswers = answers });
                break;
            default:
                GiveUp();
                break;
        }
    }

    /// <summary>What is stored is no longer just what was counted.</summary>
    public void GiveUp() => Tally = null;
}
