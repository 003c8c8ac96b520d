using CrmRoi.Data;
using CrmRoi.Reports;
using CrmRoi.Web.Sending;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace CrmRoi.Web.Pages.Admin.Schedules;

/// <summary>The form of a schedule.</summary>
public sealed class EditModel(CrmRoiContext context, FigureStore store, Timetable timetable, TimeProvider time, IStringLocalizer<AdminTexts> texts, DomainText words)
    : RowPage<MailSchedule, long, ScheduleInput>(context, texts)
{
    public IReadOnlyList<string> Programmes { get; private set; } = [];

    public IReadOnlyList<Reader> Readers { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(long? key, CancellationToken cancellationToken) => OpenAsync(key, cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (!Programmes.Contains(Input.Programme) || Input.Recipients.Exists(id => Readers.All(reader => reader.Id != id)))
        {
            ModelState.AddModelError("", Texts["The programme or somebody who was chosen is gone: choose again."]);
        }

        return ModelState.IsValid
            ? await FollowAsync(await StoreAsync(_ => Input.ToSchedule(), Texts["The schedule is saved."], cancellationToken), cancellationToken)
            : Page();
    }

    public override async Task<IActionResult> OnPostDeleteAsync(CancellationToken cancellationToken) =>
        await FollowAsync(await base.OnPostDeleteAsync(cancellationToken), cancellationToken);

    protected override string Describe(MailSchedule stored) => $"{words.Member(stored.Kind)}, {words.Member(stored.Cadence)}";

    protected override RedirectToPageResult ToList() => RedirectToPage("/Admin/Schedules/Index");

    protected override async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        return Page();
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
}
