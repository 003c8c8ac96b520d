using CrmRoi.Data;
using CrmRoi.Metrics.Evidence;
using CrmRoi.Web.Pages.Reviews;
using Microsoft.EntityFrameworkCore;

namespace CrmRoi.Web.Sending;

/// <summary>What waits to be sent: written once, tried again with longer and longer rests, and kept as the log of what was sent.</summary>
public sealed partial class Outbox(
    CrmRoiContext context, FigureStore store, EvidenceStore evidence, ReviewReminders reminders, MailWriter writer, Postman postman, MailOptions options, TimeProvider time, ILogger<Outbox> log)
{
    private const int Batch = 20;

    /// <summary>The rests after each failure; after the last one it is given up.</summary>
    public static IReadOnlyList<TimeSpan> Rests { get; } =
        [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(8), TimeSpan.FromHours(24)];

    /// <summary>Writes what a schedule sends, a message for each reader who may still sign in.</summary>
    /// <returns>How many were written.</returns>
    public async Task<int> WriteAsync(MailSchedule schedule, CancellationToken cancellationToken)
    {
        await evidence.BringUpToDateAsync(EvidenceSubject.OfReturn, cancellationToken);
        var figures = await store.LoadAsync(cancellationToken);
        if (figures.Programmes.FirstOrDefault(each => each.Name == schedule.Programme) is not { } programme)
        {
            return 0;
        }

        var readers = (await Reader.ListAsync(context, time.GetUtcNow(), cancellationToken)).Where(reader => schedule.Recipients.Contains(reader.Id)).ToList();
        if (schedule.Kind == MailKind.ReviewReminder)
        {
            var due = (await reminders.DueAsync(figures, cancellationToken)).Where(each => each.Plan.Programme == programme.Name).Select(each => each.Next).FirstOrDefault();
            context.AddRange(due is null ? [] : readers.Select(reader => writer.Remind(programme, due, reader)));
        }
        else
        {
            var look = await context.CompanyLooks.AsNoTracking().SingleOrDefaultAsync(cancellationToken);
            context.AddRange(readers.Select(reader => writer.Write(schedule.Kind, figures, programme, look, reader)));
        }

        return await context.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Tries to send what is due.</summary>
    /// <returns>How many were sent.</returns>
    public async Task<int> SendAsync(CancellationToken cancellationToken)
    {
        if (!options.IsSet)
        {
            return 0;
        }

        var now = time.GetUtcNow();
        var due = await context.MailMessages.Where(message => message.NextAt != null && message.NextAt <= now).OrderBy(message => message.NextAt).Take(Batch).ToListAsync(cancellationToken);
        var sent = 0;
        foreach (var message in due)
        {
            var failure = await postman.DeliverAsync(message, cancellationToken);
            Note(message, failure);
            sent += failure is null ? 1 : 0;
            await context.SaveChangesAsync(cancellationToken); // each by itself: what was sent is not sent again
        }

        return sent;
    }

    /// <summary>Lets a message be tried at once.</summary>
    public void Again(MailMessage message) => (message.Attempts, message.NextAt) = (0, time.GetUtcNow());

    private void Note(MailMessage message, string? failure)
    {
        message.Attempts++;
        message.Failure = failure;
        var now = time.GetUtcNow();
        if (failure is null)
        {
            // What was said is no part of the log, and reports are large.
            (message.SentAt, message.NextAt, message.Text, message.Html, message.File) = (now, null, "", "", null);
            LogSent(message.Kind, message.Id);
        }
        else
        {
            message.NextAt = message.Attempts > Rests.Count ? null : now + Rests[message.Attempts - 1];
            LogFailed(message.Kind, message.Id, message.Attempts, failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Sent {Kind} as message {Id}")]
    private partial void LogSent(MailKind kind, long id);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Kind}, message {Id}, was not sent at attempt {Attempt}: {Failure}")]
    private partial void LogFailed(MailKind kind, long id, int attempt, string failure);
}
