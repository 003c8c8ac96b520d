using System.Globalization;
using CrmRoi.Data;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace CrmRoi.Web.Sending;

/// <summary>Writes what a schedule sends when it is due.</summary>
[DisallowConcurrentExecution]
public sealed class MailJob(CrmRoiContext database, Outbox outbox) : IJob
{
    /// <summary>The name of the schedule's key among the job's data.</summary>
    public const string Key = "schedule";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var key = long.Parse(context.MergedJobDataMap.GetString(Key)!, CultureInfo.InvariantCulture);
        if (await database.MailSchedules.AsNoTracking().SingleOrDefaultAsync(schedule => EF.Property<long>(schedule, Shadow.Key) == key, cancellationToken) is { IsOn: true } schedule)
        {
            await outbox.WriteAsync(schedule, cancellationToken);
            await outbox.SendAsync(cancellationToken);
        }
    }
}

/// <summary>Tries every minute what waits.</summary>
[DisallowConcurrentExecution]
public sealed class OutboxJob(Outbox outbox) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await outbox.SendAsync(cancellationToken);
}
