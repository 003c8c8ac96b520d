using System.Globalization;
using CrmRoi.Data;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace CrmRoi.Web.Sending;

/// <summary>Keeps the scheduler's jobs as the schedules say. Where no scheduler runs it does nothing.</summary>
public sealed class Timetable(IServiceProvider services, CrmRoiContext context)
{
    private const string Group = "mail";

    /// <summary>When a schedule is due, as the scheduler writes it.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="fiscalYearStart">The month in which the fiscal year starts, 1 to 12: quarters begin with it.</param>
    public static string CronOf(MailSchedule schedule, int fiscalYearStart)
    {
        string[] days = ["MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"];
        var months = string.Join(',', Enumerable.Range(0, 4).Select(quarter => ((fiscalYearStart - 1 + (quarter * 3)) % 12) + 1).Order());
        return string.Create(CultureInfo.InvariantCulture, $"0 0 {schedule.Hour} ") + schedule.Cadence switch
        {
            MailCadence.Daily => "* * ?",
            MailCadence.Weekly => $"? * {days[schedule.Day - 1]}",
            MailCadence.Monthly => string.Create(CultureInfo.InvariantCulture, $"{schedule.Day} * ?"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{schedule.Day} {months} ?"),
        };
    }

    /// <summary>Makes the jobs those of the schedules: new ones begin, changed ones follow, others end.</summary>
    public async Task ApplyAsync(CancellationToken cancellationToken)
    {
        if (services.GetService<ISchedulerFactory>() is not { } factory)
        {
            return;
        }

        var scheduler = await factory.GetScheduler(cancellationToken);
        var company = await Company.ReadAsync(context, cancellationToken);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(company.TimeZone);
        var schedules = await context.MailSchedules.AsNoTracking().Where(schedule => schedule.IsOn)
            .Select(schedule => new { Schedule = schedule, Key = EF.Property<long>(schedule, Shadow.Key) }).ToListAsync(cancellationToken);
        await scheduler.DeleteJobs(GroupMatcher<JobKey>.GroupEquals(Group), cancellationToken);
        foreach (var each in schedules)
        {
            var name = each.Key.ToString(CultureInfo.InvariantCulture);
            var job = JobBuilder.Create<MailJob>().WithIdentity(name, Group).UsingJobData(MailJob.Key, name).Build();
            var trigger = TriggerBuilder.Create().WithIdentity(name, Group)
                .WithCronSchedule(CronOf(each.Schedule, company.FiscalYearStart), cron => cron.InTimeZone(zone)).Build();
            await scheduler.ScheduleJob(job, trigger, cancellationToken: cancellationToken);
        }
    }
}
