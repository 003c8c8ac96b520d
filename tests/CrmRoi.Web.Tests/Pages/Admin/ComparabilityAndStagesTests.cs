using System.Net;
using CrmRoi.Data;
using CrmRoi.Metrics.Snapshots;
using CrmRoi.Web.Tests.Pages.Metrics;
using Microsoft.EntityFrameworkCore;

namespace CrmRoi.Web.Tests.Pages.Admin;

public sealed class ComparabilityAndStagesTests(MeasuredApp app) : IClassFixture<MeasuredApp>
{
    [Fact]
    public async Task A_statement_is_kept_with_who_and_why_written_down_and_withdrawn()
    {
        var admin = await app.SignInAsync(Roles.Admin);

        using var refused = await admin.SubmitAsync("/admin/comparability", "[data-family=calls] [data-testid=state]", ("Input.Why", " "));
        using var stated = await admin.SubmitAsync("/admin/comparability", "[data-family=calls] [data-testid=state]", ("Input.Why", "The phone system counts"));
        var row = await app.ReadAsync(context => context.ComparabilityStatements.SingleAsync());
        var page = await admin.GetPageAsync("/admin/comparability");
        using var withdrawn = await admin.SubmitAsync("/admin/comparability", "[data-family=calls] form button");

        refused.StatusCode.Should().Be(HttpStatusCode.OK);
        row.Should().BeEquivalentTo(new { Programme = "CRM", Family = "calls", Why = "The phone system counts", StatedBy = CrmRoiApp.EmailOf(Roles.Admin) });
        page.QuerySelector("[data-family=calls]")!.TextContent.Should().Contain("The phone system counts");
        withdrawn.StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await app.ReadAsync(context => context.ComparabilityStatements.CountAsync())).Should().Be(0);
        (await app.ReadAsync(context => context.AuditEntries.Where(entry => entry.Entity == "ComparabilityStatement").CountAsync())).Should().Be(2);
    }

    [Fact]
    public async Task Stages_are_named_placed_and_their_waits_made_anew()
    {
        var admin = await app.SignInAsync(Roles.Admin);

        using var refused = await admin.SubmitAsync("/admin/stages", "[data-testid=save]", ("Rows[0].Order", "many"));
        using var saved = await admin.SubmitAsync("/admin/stages", "[data-testid=save]", ("Rows[0].Standard", "First talk"), ("Rows[0].Order", "1"));

        refused.StatusCode.Should().Be(HttpStatusCode.OK);
        saved.StatusCode.Should().Be(HttpStatusCode.Redirect);
        var stored = await app.ReadAsync(context => context.Stages.SingleAsync());
        (stored.Standard, stored.Order, stored.Kind).Should().Be(("First talk", 1, StageKind.Open));
        var stages = await app.ReadAsync(context => context.Cohorts.Where(row => row.Clock == Clock.Stage).Select(row => row.Stage).Distinct().ToListAsync());
        stages.Should().Contain("First talk").And.NotContain(stored.Name);
        (await admin.GetPageAsync("/sales")).QuerySelector("#stages tbody th")!.TextContent.Trim().Should().Be("First talk");
    }
}
