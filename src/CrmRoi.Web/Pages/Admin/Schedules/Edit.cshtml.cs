using CrmRoi.Data;
using CrmRoi.Reports;
using CrmRoi.Web.Sending;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CrmRoi.Web.Pages.Admin.Schedules;

/// <summary>The form of a schedule.</summary>
public sealed class EditModel(CrmRoiContext context, FigureStore store, Timetable timetable, TimeProvider time, IStringLocalizer<AdminTexts> texts, DomainText words) : EditingPage(context, texts)
{
    [BindProperty]
    public ScheduleInput Input { get; set; } = new();

    public IReadOnlyList<string> Programmes { get; private set; } = [];

    public IReadOnlyList<Reader> Readers { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(long? key, CancellationToken cancellationToken)
    {
        if (key is { } wanted)
        {
            if (await FindAsync(wanted, cancellationToken) is not { } stored)
            {
                return NotFound();
            }

            Input.Fill(stored);
            (Input.Key, Input.Version) = (wanted, Context.VersionOf(stored));
        }

        return await ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (!Programmes.Contains(Input.Programme) || Input.Recipients.Exists(id => Readers.All(reader => reader.Id != id)))
        {
            ModelState.AddModelError("", Texts["The programme or somebody who was chosen is gone: choose again."]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (Input.Key is not { } key)
        {
            Context.Add(Input.ToSchedule());
        }
        else if (await FindAsync(key, cancellationToken) is { } stored)
        {
            Context.Change(stored, Input.ToSchedule(), Input.Version);
        }
        else
        {
            return await ConflictAsync(cancellationToken);
        }

        return await FollowAsync(await SaveAsync(Texts["The schedule is saved."], cancellationToken), cancellationToken);
    }

    public async Task<IActionResult> OnPostDeleteAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        if (Input.Key is not { } key || await FindAsync(key, cancellationToken) is not { } stored)
        {
            return Done(Texts["It is deleted."]);
        }

        Context.Expect(stored, Input.Version);
        Context.Remove(stored);
        return await FollowAsync(await SaveAsync(Texts["It is deleted."], cancellationToken), cancellationToken);
    }

    protected override RedirectToPageResult ToList() => RedirectToPage("/Admin/Schedules/Index");

    protected override async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        return Page();
    }

    protected override async Task<string> TakeUpAsync(CancellationToken cancellationToken)
    {
        var theirs = Input.Key is { } key ? await FindAsync(key, cancellationToken) : null;
        (Input.Key, Input.Version) = (theirs is null ? null : Input.Key, theirs is null ? Guid.Empty : Context.VersionOf(theirs));
        return theirs is null ? Deleted : SavedAs($"{words.Member(theirs.Kind)}, {words.Member(theirs.Cadence)}");
    }

    private async Task<IActionResult> FollowAsync(IActionResult saved, CancellationToken cancellationToken)
    {
        if (saved is RedirectToPageResult)
        {
            await timetable.ApplyAsync(cancellationToken);
        }

        return saved;
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        Programmes = [.. (await store.LoadAsync(cancellationToken)).Programmes.Select(programme => programme.Name)];
        Readers = await Reader.ListAsync(Context, time.GetUtcNow(), cancellationToken);
    }

    private async Task<MailSchedule?> FindAsync(long key, CancellationToken cancellationToken) => await Context.FindAsync<MailSchedule>([key], cancellationToken);
}
