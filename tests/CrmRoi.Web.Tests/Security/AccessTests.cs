using System.Net;
using System.Text.RegularExpressions;
using CrmRoi.Data;
using CrmRoi.Web.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CrmRoi.Web.Tests.Security;

public sealed partial class AccessTests(CrmRoiApp app) : IClassFixture<CrmRoiApp>
{
    private const string Nobody = "nobody";

    // Everything that is not listed is for all who are signed in. Written apart from the program's own rules, on purpose.
    private static readonly string[] Open = ["/account/sign-in", "/preferences", "/error", "/setup", "/health"];
    private static readonly string[] ForMoney = ["/admin/costs", "/admin/benefits", "/admin/assumptions"];
    private static readonly string[] DecidedByTheCfo = ["/admin/assumptions"];
    private static readonly string[] ForAdministrators = ["/admin", "/import"];

    [Theory]
    [InlineData(Nobody)]
    [InlineData(Roles.Admin)]
    [InlineData(Roles.Manager)]
    [InlineData(Roles.Cfo)]
    public async Task Every_address_is_open_to_those_who_may_and_to_nobody_else(string who)
    {
        var visitor = who == Nobody ? app.Visit() : await app.SignInAsync(who);
        var wrong = new List<string>();

        foreach (var url in Addresses())
        {
            using var response = await visitor.GetAsync(url);
            var expected = ExpectedOf(who, url);
            if (OutcomeOf(response) != expected)
            {
                wrong.Add($"{url}: {(int)response.StatusCode} {response.Headers.Location}, but {expected} was expected");
            }
        }

        wrong.Should().BeEmpty();
    }

    [Theory]
    [InlineData(Nobody)]
    [InlineData(Roles.Manager)]
    [InlineData(Roles.Cfo)]
    public async Task No_administration_page_takes_a_form_from_those_who_may_not(string who)
    {
        var visitor = who == Nobody ? app.Visit() : await app.SignInAsync(who);

        foreach (var url in Addresses().Where(url => IsIn(url, ForAdministrators) && !(who == Roles.Cfo && IsIn(url, DecidedByTheCfo))))
        {
            using var response = await visitor.Client.PostAsync(new Uri(url, UriKind.Relative), null);

            OutcomeOf(response).Should().Be(who == Nobody ? Outcome.SignIn : Outcome.Refused, url);
        }
    }

    [Fact]
    public void The_addresses_are_found()
    {
        Addresses().Should().Contain(["/account", "/account/sign-in", "/admin/users", "/setup", "/health/ready"]);
    }

    [Fact]
    public async Task A_page_of_another_role_is_refused_in_words()
    {
        var manager = await app.SignInAsync(Roles.Manager);

        using var response = await manager.GetAsync("/admin/users");
        var page = await Visitor.ReadAsync(response);

        response.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        page.QuerySelector("h1")!.TextContent.Should().Be("This page is not for your role");
    }

    [Fact]
    public async Task A_program_that_asks_for_json_is_not_sent_to_a_form()
    {
        using var client = app.CreateClient(new() { AllowAutoRedirect = false });
        client.DefaultRequestHeaders.Accept.ParseAdd("application/json");

        using var response = await client.GetAsync(new Uri("/account", UriKind.Relative));

        response.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task The_session_cookie_is_out_of_reach_of_scripts_and_other_sites()
    {
        using var visitor = app.Visit();

        using var response = await visitor.SignInAsync(CrmRoiApp.EmailOf(Roles.Cfo), CrmRoiApp.Password);

        response.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("crmroi-session=", StringComparison.Ordinal))
            .Should().Contain("httponly").And.Contain("samesite=lax");
    }

    [Fact]
    public async Task Every_form_of_a_page_is_refused_without_its_token()
    {
        var admin = await app.SignInAsync(Roles.Admin);

        foreach (var url in new[] { "/account?handler=Profile", "/account/sign-in", "/account/sign-out", "/admin/users?handler=Invite", "/setup" })
        {
            using var form = new FormUrlEncodedContent([new("Profile.Name", "Forged"), new("Invite.Name", "Forged")]);
            using var response = await admin.Client.PostAsync(new Uri(url, UriKind.Relative), form);

            response.StatusCode.Should().Be(HttpStatusCode.BadRequest, url);
        }
    }

    private enum Outcome
    {
        Answered,
        SignIn,
        Refused,
    }

    private static Outcome ExpectedOf(string who, string url) =>
        IsIn(url, Open) ? Outcome.Answered
        : who == Nobody ? Outcome.SignIn
        : IsIn(url, ForMoney) ? who == Roles.Manager ? Outcome.Refused : Outcome.Answered
        : IsIn(url, ForAdministrators) && who != Roles.Admin ? Outcome.Refused
        : Outcome.Answered;

    // /error/403 answers 403 to everybody: it says what it is asked to say.
    private static Outcome OutcomeOf(HttpResponseMessage response) => response switch
    {
        { StatusCode: HttpStatusCode.Redirect } when response.Headers.Location?.ToString().Contains("/account/sign-in?", StringComparison.Ordinal) == true => Outcome.SignIn,
        { StatusCode: HttpStatusCode.Forbidden } => Outcome.Refused,
        { StatusCode: >= HttpStatusCode.InternalServerError } => throw new InvalidOperationException($"{response.RequestMessage?.RequestUri} failed: {response.StatusCode}"),
        _ => Outcome.Answered,
    };

    private static bool IsIn(string url, string[] folders) => folders.Any(folder => url == folder || url.StartsWith(folder + "/", StringComparison.Ordinal));

    /// <summary>Every address that answers GET, files aside, with samples for its parameters.</summary>
    private List<string> Addresses() =>
    [
        .. app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null || !IsFile(endpoint))
            .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>() is not { } methods || methods.HttpMethods.Contains("GET"))
            .Select(endpoint => "/" + Parameter().Replace(endpoint.RoutePattern.RawText ?? "", match => match.Value.Contains(":int", StringComparison.Ordinal) ? "404" : "sample").TrimStart('/'))
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

    private static bool IsFile(RouteEndpoint endpoint) => endpoint.RoutePattern.RawText?.Contains("{**", StringComparison.Ordinal) == true
        || endpoint.Metadata.Any(metadata => metadata.GetType().Name.Contains("StaticAsset", StringComparison.Ordinal));

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
