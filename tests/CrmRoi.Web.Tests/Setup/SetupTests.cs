using System.Net;
using CrmRoi.Data;
using CrmRoi.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace CrmRoi.Web.Tests.Setup;

public sealed class SetupTests : IAsyncLifetime, IDisposable
{
    private readonly EmptyCrmRoiApp app = new();

    [Fact]
    public async Task Every_page_leads_to_the_set_up_until_there_is_a_user()
    {
        using var visitor = app.Visit();

        foreach (var url in new[] { "/account", "/account/sign-in", "/admin/users" })
        {
            using var response = await visitor.GetAsync(url);

            response.StatusCode.Should().Be(HttpStatusCode.Redirect);
            response.Headers.Location!.OriginalString.Should().Be("/setup");
        }
    }

    [Fact]
    public async Task The_first_administrator_and_the_company_are_there_afterwards_and_the_set_up_is_not()
    {
        using var visitor = app.Visit();

        using var response = await SetUpAsync(visitor, ("Input.Company", "Probe AG"), ("Input.Currency", "CHF"), ("Input.TimeZone", "Europe/Zurich"), ("Input.FiscalYearStart", "7"));
        using var again = await visitor.GetAsync("/setup");
        var users = await visitor.GetPageAsync("/admin/users");

        response.StatusCode.Should().Be(HttpStatusCode.Redirect);
        again.StatusCode.Should().Be(HttpStatusCode.NotFound);
        users.QuerySelector("[data-email='first@test.example']").Should().NotBeNull();
        (await app.ReadAsync(context => context.Company.SingleAsync())).Should().BeEquivalentTo(
            new Company { Name = "Probe AG", Currency = "CHF", TimeZone = "Europe/Zurich", FiscalYearStart = 7 });
    }

    [Fact]
    public async Task The_example_company_is_loaded_whole()
    {
        using var visitor = app.Visit();

        using var response = await SetUpAsync(visitor, ("Input.StartWith", "Example"));

        response.StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await app.ReadAsync(context => context.Company.SingleAsync())).Name.Should().Be(ExampleLoader.CompanyName);
        (await app.ReadAsync(context => context.Programmes.CountAsync())).Should().Be(1);
        (await app.ReadAsync(context => context.Deals.CountAsync())).Should().BeGreaterThan(1_000);
        (await app.ReadAsync(context => context.Snapshots.CountAsync())).Should().BePositive();
    }

    [Theory]
    [InlineData("Input.Company", "", "Input_Company-error", "This is needed.")]
    [InlineData("Input.Currency", "EURO", "Input_Currency-error", "This is not one of the choices.")]
    [InlineData("Input.TimeZone", "Mars/Olympus", "Input_TimeZone-error", "This is not one of the choices.")]
    [InlineData("Input.Password", "short", "Input_Password-error", "A password needs at least 12 characters.")]
    [InlineData("Input.FiscalYearStart", "13", "Input_FiscalYearStart-error", "This must be from 1 to 12.")]
    public async Task What_cannot_be_is_refused_at_its_field_and_nothing_is_kept(string name, string value, string field, string sentence)
    {
        using var visitor = app.Visit();

        using var response = await SetUpAsync(visitor, ("Input.Company", "Probe AG"), (name, value));
        var page = await Visitor.ReadAsync(response);

        page.QuerySelector("#" + field)!.TextContent.Should().Be(sentence);
        (await app.ReadAsync(context => context.Users.CountAsync())).Should().Be(0);
        (await app.ReadAsync(context => context.Company.CountAsync())).Should().Be(0);
    }

    public Task InitializeAsync() => app.InitializeAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)app).DisposeAsync();

    public void Dispose() => app.Dispose();

    private static Task<HttpResponseMessage> SetUpAsync(Visitor visitor, params (string Name, string Value)[] fields)
    {
        (string Name, string Value)[] common =
        [
            ("Input.Name", "Fiona First"), ("Input.Email", "first@test.example"), ("Input.Password", CrmRoiApp.Password),
        ];
        var typed = common.Concat(fields).GroupBy(field => field.Name).Select(group => group.Last()).ToArray();
        return visitor.SubmitAsync("/setup", "[data-testid=set-up]", typed);
    }
}
