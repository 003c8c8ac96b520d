using CrmRoi.Metrics;
using CrmRoi.Metrics.Records;
using CrmRoi.Metrics.Snapshots;
using Microsoft.EntityFrameworkCore;

namespace CrmRoi.Data;

/// <summary>Counts records as they come in, where there were none before: what they count as then depends on nothing that is stored, and is not read again.</summary>
/// <remarks>A record that changes one of them, or that says who belongs where, ends that: the figures are then made from what is stored, as always.</remarks>
internal sealed class FirstFigures(CrmRoiContext context)
{
    private FigureTally? tally;
    private Task counting = Task.CompletedTask;

    /// <summary>Begins, if nothing is stored that counts or says where something counts.</summary>
    public async Task BeginAsync(Window horizon, CancellationToken cancellationToken)
    {
        var isFirst = horizon.IsEmpty
            && !await context.People.AnyAsync(cancellationToken) && !await context.Customers.AnyAsync(cancellationToken)
            && !await context.Deals.AnyAsync(cancellationToken) && !await context.StageChanges.AnyAsync(cancellationToken);
        tally = isFirst ? new(Organisation.Unknown, horizon, StageRules.None, null) : null;
    }

    /// <summary>Counts new records of one kind, while their rows are written.</summary>
    public async Task AddAsync<TRecord>(List<TRecord> records)
        where TRecord : Record
    {
        if (tally is not { } counts || records.Count == 0)
        {
            return;
        }

        await counting;
        if (SetOf(records) is { } set)
        {
            counting = Task.Run(() => counts.Add(set));
        }
        else
        {
            GiveUp();
        }
    }

    /// <summary>What is stored is no longer just what was counted.</summary>
    public void GiveUp() => tally = null;

    /// <summary>What was counted; none where it has to be counted from what is stored.</summary>
    public async Task<FigureTally?> FinishAsync()
    {
        await counting;
        return tally;
    }

    // Nothing where the records say who belongs where.
    private static RecordSet? SetOf<TRecord>(List<TRecord> records)
        where TRecord : Record => records switch
        {
            List<Deal> deals => new() { Deals = deals },
            List<Activity> activities => new() { Activities = activities },
            List<Lead> leads => new() { Leads = leads },
            List<Order> orders => new() { Orders = orders },
            List<Case> cases => new() { Cases = cases },
            List<SurveyAnswer> answers => new() { SurveyAnswers = answers },
            _ => null,
        };
}
