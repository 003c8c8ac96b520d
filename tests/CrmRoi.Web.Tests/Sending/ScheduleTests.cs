using System.Net;
using CrmRoi.Data;
using CrmRoi.Web.Sending;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace CrmRoi.Web.Tests.Sending;

/// <summary>The scheduler itself, with its store in the program's own database.</summary>
public sealed class ScheduleTests(ScheduleTests.SchedulingApp app) : IClassFixture<ScheduleTests.SchedulingApp>
{
    [Fact]
    public async Task A_schedule_is_a_job_of_the_scheduler_for_as_long_as_it_is_there()
    {
        var admin = await app.SignInAsync(Roles.Admin);
        var recipient = await app.ReadAsync(context => context.Users.Where(user => user.Email == CrmRoiApp.EmailOf(Roles.Cfo)).Select(user => user.Id).SingleAsync());

        using var added = await admin.SubmitAsync(
            "/admin/schedules/edit", "[data-testid=schedule-form]", ("Input.Kind", "Digest"), ("Input.Cadence", "Weekly"), ("Input.Day", "5"), ("Input.Hour", "6"), ("Input.Recipients", recipient));
        var trigger = await TriggerAsync();
        var page = await admin.GetPageAsync("/admin/schedules");
        var link = page.QuerySelector("[data-testid=schedule] a")!.GetAttribute("href")!;
        using var deleted = await admin.SubmitAsync(link, "[data-testid=delete]");

        added.StatusCode.Should().Be(HttpStatusCode.Redirect);
        trigger!.CronExpressionString.Should().Be("0 0 6 ? * FRI");
        trigger.TimeZone.Id.Should().Be("Europe/Berlin");
        deleted.StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await TriggerAsync()).Should().BeNull();
    }

    [Fact]
    public async Task With_its_programme_a_schedule_ends_and_the_page_says_so()
    {
        await app.SeedAsync(
            new CrmRoi.Metrics.Programmes.Programme { Name = "Old CRM", Currency = "EUR", GoLive = new(2024, 1) },
            new MailSchedule { Programme = "Old CRM", Cadence = MailCadence.Daily },
            new MailSchedule { Programme = "Old CRM", Cadence = MailCadence.Weekly },
            new ReviewPlan { Programme = "Old CRM", Cadence = CrmRoi.Metrics.Reviews.ReviewCadence.Monthly, Since = new(2026, 1), Days = 10 });
        await app.SeedAsync(services => services.GetRequiredService<Timetable>().ApplyAsync(CancellationToken.None));
        var key = await app.ReadAsync(context => context.Programmes.Where(each => each.Name == "Old CRM").Select(each => EF.Property<long>(each, "Key")).SingleAsync());
        var before = await KeysAsync();
        var admin = await app.SignInAsync(Roles.Admin);
        var warning = (await admin.GetPageAsync($"/admin/programme?key={key}")).QuerySelector("[data-testid=programme-form]")!.TextContent;

        using var deleted = await admin.SubmitAsync($"/admin/programme?key={key}", "[data-testid=delete]");
        var page = await admin.GetPageAsync("/admin/programme");

        before.Should().HaveCount(2);
        warning.Should().Contain("also deletes the 2 schedules");
        deleted.StatusCode.Should().Be(HttpStatusCode.Redirect);
        page.QuerySelector("[role=status]")!.TextContent.Should().Contain("“Old CRM” is deleted, and with it what was sent of it by itself: 2.");
        (await KeysAsync()).Should().BeEmpty();
        (await app.ReadAsync(context => context.MailSchedules.CountAsync(schedule => schedule.Programme == "Old CRM"))).Should().Be(0);
        (await app.ReadAsync(context => context.ReviewPlans.CountAsync(plan => plan.Programme == "Old CRM"))).Should().Be(0);
    }

    [Fact]
    public async Task Nobody_gets_nothing()
    {
        var admin = await app.SignInAsync(Roles.Admin);

        using var response = await admin.SubmitAsync("/admin/schedules/edit", "[data-testid=schedule-form]", ("Input.Cadence", "Weekly"), ("Input.Day", "9"));
        var page = await Visitor.ReadAsync(response);

        page.Body!.TextContent.Should().Contain("Somebody has to get it.").And.Contain("A week has days 1");
    }

    private async Task<IReadOnlyCollection<TriggerKey>> KeysAsync()
    {
        var scheduler = await app.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();
        return [.. await scheduler.GetTriggerKeys(GroupMatcher<TriggerKey>.GroupEquals("mail"))];
    }

    private async Task<ICronTrigger?> TriggerAsync()
    {
        var scheduler = await app.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();
        var keys = await KeysAsync();
        return keys.Count == 0 ? null : (ICronTrigger?)await scheduler.GetTrigger(keys.Single());
    }

    public sealed class SchedulingApp : CrmRoiApp
    {
        protected override IEnumerable<(string Key, string Value)> Settings => [(SendingExtensions.Setting, "true")];

        public override async Task InitializeAsync()
        {
            await base.InitializeAsync();
            await SeedAsync(new CrmRoi.Metrics.Programmes.Programme { Name = "New CRM", Currency = "EUR", GoLive = new(2026, 1) });
        }
    }
}
