using System.Net;

namespace CrmRoi.Web.Tests.Hosting;

public sealed class HeaderTests(CrmRoiApp site) : IClassFixture<CrmRoiApp>
{
    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/css/site.css")]
    [InlineData("/js/charts.js")]
    [InlineData("/preferences")]
    [InlineData("/there-is-no-such-page")]
    [InlineData("/error/500")]
    public async Task Every_answer_carries_the_security_headers(string path)
    {
        using var response = await site.GetAsync(path);

        Header(response, "Content-Security-Policy").Should().Be(
            "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; frame-ancestors 'none'; form-action 'self'");
        Header(response, "X-Content-Type-Options").Should().Be("nosniff");
        Header(response, "X-Frame-Options").Should().Be("DENY");
        Header(response, "Referrer-Policy").Should().Be("same-origin");
        Header(response, "Cross-Origin-Opener-Policy").Should().Be("same-origin");
        Header(response, "Permissions-Policy").Should().Contain("camera=()");
    }

    [Fact]
    public async Task Trace_is_refused()
    {
        using var client = site.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Trace, "/");

        using var response = await client.SendAsync(request);

        response.StatusCode.Should().Be(HttpStatusCode.MethodNotAllowed);
        Header(response, "X-Content-Type-Options").Should().Be("nosniff");
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        using var client = site.CreateClient(new() { AllowAutoRedirect = false });
        using var form = new FormUrlEncodedContent([new("theme", "dark")]);

        using var response = await client.PostAsync(new Uri("/preferences?handler=Theme", UriKind.Relative), form);

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        response.Headers.TryGetValues("Set-Cookie", out var cookies);
        (cookies ?? []).Should().NotContain(cookie => cookie.StartsWith("crmroi-theme", StringComparison.Ordinal));
    }

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? string.Join(",", values) : null;
}
