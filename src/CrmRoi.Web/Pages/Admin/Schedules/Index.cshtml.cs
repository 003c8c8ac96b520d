using CrmRoi.Data;
using CrmRoi.Web.Sending;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CrmRoi.Web.Pages.Admin.Schedules;

/// <summary>What is sent by itself, and what became of everything that was written.</summary>
public sealed class IndexModel(CrmRoiContext context, Outbox outbox, MailOptions options, TimeProvider time, IStringLocalizer<AdminTexts> texts) : PageModel
{
    private const int MostMessages = 100;

    public IReadOnlyList<(long Key, MailSchedule Schedule)> Schedules { get; private set; } = [];

    /// <summary>The latest messages; without what they say.</summary>
    public IReadOnlyList<MailMessage> Messages { get; private set; } = [];

    /// <summary>The names of those who get something, by their ids.</summary>
    public IReadOnlyDictionary<string, string> Names { get; private set; } = new Dictionary<string, string>();

    public MailOptions Options => options;

    /// <summary>How many of them cannot be sent any more without somebody who tries again.</summary>
    public int GivenUp => Messages.Count(message => message is { SentAt: null, NextAt: null });

    [TempData]
    public string? StatusMessage { get; set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var schedules = await context.MailSchedules.AsNoTracking().OrderBy(schedule => schedule.Programme).ThenBy(schedule => schedule.Kind)
            .Select(schedule => new { Schedule = schedule, Key = EF.Property<long>(schedule, Shadow.Key) }).ToListAsync(cancellationToken);
        Schedules = [.. schedules.Select(each => (each.Key, each.Schedule))];
        Names = (await Reader.ListAsync(context, time.GetUtcNow(), cancellationToken)).ToDictionary(reader => reader.Id, reader => reader.Name);
        Messages = await context.MailMessages.AsNoTracking().OrderByDescending(message => message.Id).Take(MostMessages)
            .Select(message => new MailMessage
            {
                Id = message.Id,
                Programme = message.Programme,
                Kind = message.Kind,
                To = message.To,
                Name = message.Name,
                Subject = message.Subject,
                Text = "",
                Html = "",
                WrittenAt = message.WrittenAt,
                Attempts = message.Attempts,
                NextAt = message.NextAt,
                SentAt = message.SentAt,
                Failure = message.Failure,
            }).ToListAsync(cancellationToken);
    }

    /// <summary>Sends what a schedule sends, now.</summary>
    public async Task<IActionResult> OnPostSendAsync(long key, CancellationToken cancellationToken)
    {
        if (await context.MailSchedules.FindAsync([key], cancellationToken) is not { } schedule)
        {
            return NotFound();
        }

        var written = await outbox.WriteAsync(schedule, cancellationToken);
        var sent = await outbox.SendAsync(cancellationToken);
        StatusMessage = written + sent == 0 ? texts["There was nothing to send."] : texts["{0} written, {1} sent.", written, sent];
        return RedirectToPage();
    }

    /// <summary>Tries a message again at once.</summary>
    public async Task<IActionResult> OnPostAgainAsync(long id, CancellationToken cancellationToken)
    {
        if (await context.MailMessages.SingleOrDefaultAsync(message => message.Id == id && message.SentAt == null, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        outbox.Again(found);
        await context.SaveChangesAsync(cancellationToken);
        var sent = await outbox.SendAsync(cancellationToken);
        StatusMessage = texts["{0} sent.", sent];
        return RedirectToPage();
    }
}
