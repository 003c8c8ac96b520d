using System.Net;
using CrmRoi.Data;
using CrmRoi.Metrics.Planning;
using CrmRoi.Web.Tests.Pages.Metrics;
using Microsoft.EntityFrameworkCore;
using static CrmRoi.Web.Tests.Pages.Metrics.MetricsPageTests;

namespace CrmRoi.Web.Tests.Pages.Plan;

/// <summary>In the company of <see cref="MeasuredApp"/>: in March 2026 North wins 6,000 and South 2,000, with 40 % margin.</summary>
public sealed class PlanPageTests(MeasuredApp app) : IClassFixture<MeasuredApp>
{
    private const string Months = "from=2026-01&to=2026-06";

    [Fact]
    public async Task A_pasted_plan_is_set_against_what_was_won()
    {
        var admin = await app.SignInAsync(Roles.Admin);

        using var response = await admin.SubmitAsync(
            "/admin/targets/paste",
            "[data-testid=plan-form]",
            ("Input.Measure", "Revenue"),
            ("Input.Pasted", "month;team;person;revenue\n2026-03;North;;5,000\n2026-03\tSouth\t\t4000\n2026-03;North;Anna;4,000"));
        var page = await (await app.SignInAsync(Roles.Manager)).GetPageAsync($"/plan?{Months}");
        var people = await (await app.SignInAsync(Roles.Manager)).GetPageAsync($"/plan?by=rep&{Months}");

        response.StatusCode.Should().Be(HttpStatusCode.Redirect);
        Written(page.QuerySelector("h1")!).Should().Be("89 % of the plan is reached: € 8,000 of € 9,000.");
        Words(page, "#people tbody th").Should().Equal("South", "North");
        page.QuerySelectorAll("#people tbody td[data-label=Revenue]").Select(Written).Should().Equal("50.0 % € 2,000 of € 4,000", "120.0 % € 6,000 of € 5,000");
        people.QuerySelectorAll("#people tbody td[data-label=Revenue]").Select(Written).Should().Equal("150.0 % € 6,000 of € 4,000");
    }

    [Fact]
    public async Task A_line_that_cannot_be_planned_is_named_and_nothing_is_stored()
    {
        var admin = await app.SignInAsync(Roles.Admin);

        using var response = await admin.SubmitAsync(
            "/admin/targets/paste", "[data-testid=plan-form]", ("Input.Measure", "Deals"), ("Input.Pasted", "2026-04;North;;3\n2026-13;North;;3\n2026-05;North;;2.5\n2026-06;North"));
        var error = (await Visitor.ReadAsync(response)).QuerySelector("#Input_Pasted-error")!.TextContent;

        error.Should().Contain("Line 2: “2026-13” is no month").And.Contain("Line 3: This counts things").And.Contain("Line 4: A line has month, team, person and figure");
        (await app.ReadAsync(context => context.PlannedFigures.CountAsync(row => row.Figure.Measure == PlannedMeasure.Deals))).Should().Be(0);
    }

    [Fact]
    public async Task A_target_says_where_it_stands_and_that_it_was_set_afterwards()
    {
        var admin = await app.SignInAsync(Roles.Admin);

        using var response = await admin.SubmitAsync(
            "/admin/targets/edit", "[data-testid=target-form]", ("Input.Metric", "margin-rate"), ("Input.Baseline", "30"), ("Input.Goal", "40"), ("Input.Due", "2026-12"), ("Input.Months", "6"));
        var row = (await (await app.SignInAsync(Roles.Cfo)).GetPageAsync($"/plan?{Months}")).QuerySelector("#targets tr[data-metric=margin-rate]")!;

        response.StatusCode.Should().Be(HttpStatusCode.Redirect);
        Written(row.QuerySelector("td[data-label=Now]")!).Should().StartWith("40.0 %");
        row.QuerySelector("td[data-label=Standing]")!.TextContent.Should().Contain("Met");
        row.QuerySelector("td[data-label=Set]")!.TextContent.Should().Contain("after go-live").And.Contain(CrmRoiApp.EmailOf(Roles.Admin));
    }

    [Fact]
    public async Task A_target_without_a_baseline_takes_that_of_the_figures()
    {
        var admin = await app.SignInAsync(Roles.Admin);

        using var response = await admin.SubmitAsync(
            "/admin/targets/edit", "[data-testid=target-form]", ("Input.Metric", "deal-size"), ("Input.Goal", "2500"), ("Input.Due", "2026-12"));
        using var unknown = await admin.SubmitAsync(
            "/admin/targets/edit", "[data-testid=target-form]", ("Input.Metric", "csat"), ("Input.Goal", "80"), ("Input.Due", "2026-12"));

        (await app.ReadAsync(context => context.Targets.Where(row => row.Target.Metric == "deal-size").Select(row => row.Target.Baseline).SingleAsync())).Should().Be(1000);
        (await Visitor.ReadAsync(unknown)).QuerySelector("#Input_Baseline-error")!.TextContent.Should().Be("The figures do not tell a baseline: type one.");
    }

    [Fact]
    public async Task Two_who_change_one_target_do_not_overwrite_each_other_unseen()
    {
        var admin = await app.SignInAsync(Roles.Admin);
        using var made = await admin.SubmitAsync(
            "/admin/targets/edit", "[data-testid=target-form]", ("Input.Metric", "quotes"), ("Input.Baseline", "1"), ("Input.Goal", "2"), ("Input.Due", "2026-12"));
        var id = await app.ReadAsync(context => context.Targets.Where(row => row.Target.Metric == "quotes").Select(row => row.Id).SingleAsync());

        using var stale = await admin.SubmitAsync($"/admin/targets/edit?key={id}", "[data-testid=target-form]", ("Input.Goal", "3"), ("Input.Version", Guid.NewGuid().ToString()));
        var page = await Visitor.ReadAsync(stale);

        page.QuerySelector("[role=alert]")!.TextContent.Should().Contain("Somebody else changed this meanwhile");
        (await app.ReadAsync(context => context.Targets.Where(row => row.Id == id).Select(row => row.Target.Goal).SingleAsync())).Should().Be(2);
    }

    [Theory]
    [InlineData("/plan?by=moon")]
    [InlineData("/plan?of=moon")]
    [InlineData("/plan?of=1")]
    public async Task What_there_is_not_is_refused(string url)
    {
        using var response = await (await app.SignInAsync(Roles.Manager)).GetAsync(url);

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }
}
