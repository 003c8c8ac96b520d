using System.Net;
using CrmRoi.Data;
using CrmRoi.Metrics;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Records;
using CrmRoi.Metrics.Snapshots;
using static CrmRoi.Web.Tests.Pages.Metrics.MetricsPageTests;

namespace CrmRoi.Web.Tests.Pages.Service;

/// <summary>
/// Two months before go-live and two after. Before, Anna closes 2 cases on one day, each after 30 hours; after, 4 on two days, each after 2 hours.
/// Service costs 100 a month. Three of four answers are content.
/// </summary>
public sealed class ServedApp : CrmRoiApp
{
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await SeedAsync(
            new Programme { Name = "CRM", Currency = "EUR", GoLive = new Month(2026, 5), BaselineMonths = 2 },
            Cost("service-cost", 600));
        await SeedAsync(new RecordBatch
        {
            Cases =
            [
                Case("1", new(2026, 3, 9, 9, 0, 0), 30), Case("2", new(2026, 3, 9, 9, 0, 0), 30),
                Case("3", new(2026, 5, 11, 9, 0, 0), 2), Case("4", new(2026, 5, 11, 9, 0, 0), 2),
                Case("5", new(2026, 6, 12, 9, 0, 0), 2), Case("6", new(2026, 6, 12, 9, 0, 0), 2),
            ],
            SurveyAnswers = [.. Enumerable.Range(0, 4).Select(i => new SurveyAnswer
            {
                Source = "probe", Id = $"a{i}", Kind = SurveyKind.Satisfaction, Score = i == 0 ? 2 : 5, AnsweredOn = new(2026, 6, 20), Agent = "Anna",
            })],
        });
    }

    private EnteredFigureRow Cost(string measure, decimal value) => new()
    {
        Figure = new EnteredFigure { Measure = measure, Period = new Window(new Month(2026, 3), new Month(2026, 5)), Value = value, SourceNote = "payroll" },
        EnteredBy = "admin@test.example",
        EnteredAt = Clock.Now,
    };

    private static Case Case(string id, DateTime at, int hours) => new()
    {
        Source = "probe",
        Id = id,
        OpenedAt = at,
        ClosedAt = at.AddHours(hours),
        Agent = "Anna",
        SolvedAtFirstContact = true,
    };
}

public sealed class ServicePageTests(ServedApp app) : IClassFixture<ServedApp>
{
    private const string Months = "?from=2026-03&to=2026-06";

    [Fact]
    public async Task An_agent_has_cases_per_day_on_which_there_were_any()
    {
        var page = await (await app.SignInAsync(Roles.Manager)).GetPageAsync("/service" + Months);

        var anna = page.QuerySelector("#people tbody tr")!;

        Written(anna.QuerySelector("th")!).Should().Be("Anna");
        anna.QuerySelectorAll("td").Take(4).Select(Written).Should().Equal("6", "2.00", "66.7 %", "100.0 %");
        Written(anna.QuerySelector("td[data-label='Satisfied']")!).Should().Be("75.0 %");
    }

    [Fact]
    public async Task Cost_per_case_has_its_reason_where_nobody_entered_the_cost()
    {
        var visitor = await app.SignInAsync(Roles.Manager);

        var known = await visitor.GetPageAsync("/service" + Months);
        var unknown = await visitor.GetPageAsync("/service?from=2026-06&to=2026-06");

        Written(known.QuerySelectorAll(".tile strong")[3]).Should().Be("€ 100.00");
        unknown.QuerySelectorAll(".tile")[3].TextContent.Should().Contain("When nobody entered what service cost");
    }

    [Fact]
    public async Task Cases_that_are_solved_faster_open_the_page_with_both_medians()
    {
        var page = await (await app.SignInAsync(Roles.Manager)).GetPageAsync("/service" + Months);

        Written(page.QuerySelector("h1")!).Should().Contain("2 h").And.Contain("30 h");
        page.QuerySelector("#case-waits tbody tr")!.QuerySelectorAll("td").Select(Written).Should().Equal("100.0 %", "100.0 %");
    }

    [Fact]
    public async Task What_there_is_not_is_refused()
    {
        using var response = await (await app.SignInAsync(Roles.Manager)).GetAsync("/service?by=moon");

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }
}
