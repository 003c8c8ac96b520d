using System.Globalization;
using System.Net;
using System.Text;
using CrmRoi.Data;
using Microsoft.EntityFrameworkCore;

namespace CrmRoi.Web.Tests.Pages.Reports;

public sealed class CompanyLookTests(ReportApp app) : IClassFixture<ReportApp>
{
    // One red point.
    private static readonly byte[] Png = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==");

    [Fact]
    public async Task Logo_and_colours_stand_in_the_report_once_they_are_saved_and_the_logo_can_be_removed()
    {
        var admin = await app.SignInAsync(Roles.Admin);
        var plain = await PdfAsync(admin);

        using var saved = await SendAsync(admin, "#C81E1E", Png, "logo.png");
        var branded = await PdfAsync(admin);
        using var shown = await admin.GetAsync("/admin/company?handler=Logo");
        using var removed = await admin.SubmitAsync("/admin/company", "[formaction*=Remove]");
        var again = await PdfAsync(admin);

        saved.StatusCode.Should().Be(HttpStatusCode.Redirect);
        (plain.Contains("/Subtype /Image", StringComparison.Ordinal), branded.Contains("/Subtype /Image", StringComparison.Ordinal)).Should().Be((false, true));
        (await shown.Content.ReadAsByteArrayAsync()).Should().Equal(Png);
        removed.StatusCode.Should().Be(HttpStatusCode.Redirect);
        again.Should().NotContain("/Subtype /Image");
    }

    [Fact]
    public async Task A_drawing_with_a_script_in_it_is_no_logo()
    {
        var admin = await app.SignInAsync(Roles.Admin);
        var svg = Encoding.UTF8.GetBytes("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>");

        using var response = await SendAsync(admin, "#C81E1E", svg, "logo.png");
        var page = await Visitor.ReadAsync(response);

        page.QuerySelector("#Input_Logo-error")!.TextContent.Should().Be("This file is no PNG and no JPEG.");
        (await app.ReadAsync(context => context.CompanyLooks.AnyAsync(look => look.Logo != null))).Should().BeFalse();
    }

    [Theory]
    [InlineData("#C81E1E", 500, "logo.png", "no PNG and no JPEG")]
    [InlineData("#C81E1E", 40 * 1024 * 1024, "logo.png", "too large: at most 1 MB")]
    [InlineData("red", 0, "logo.png", "#0b7a6f")]
    public async Task What_is_no_logo_or_colour_is_refused_with_its_reason_and_nothing_is_saved(string colour, int bytes, string name, string reason)
    {
        var admin = await app.SignInAsync(Roles.Admin);

        using var response = await SendAsync(admin, colour, bytes == 0 ? Png : new byte[bytes], name);
        var page = await Visitor.ReadAsync(response);

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        page.Body!.TextContent.Should().Contain(reason);
        page.QuerySelector("[data-testid=logo]").Should().BeNull();
    }

    [Theory]
    [InlineData(Roles.Manager)]
    [InlineData(Roles.Cfo)]
    public async Task Only_administrators_change_the_look(string role)
    {
        var visitor = await app.SignInAsync(role);

        using var response = await visitor.GetAsync("/admin/company");

        response.StatusCode.Should().NotBe(HttpStatusCode.OK);
    }

    private static async Task<string> PdfAsync(Visitor visitor)
    {
        using var response = await visitor.GetAsync(string.Create(CultureInfo.InvariantCulture, $"/reports?handler=Pdf&programme=New%20CRM&language=en&paper=A4"));
        return Encoding.Latin1.GetString(await response.Content.ReadAsByteArrayAsync());
    }

    private static async Task<HttpResponseMessage> SendAsync(Visitor visitor, string colour, byte[] logo, string name)
    {
        var page = await visitor.GetPageAsync("/admin/company");
        var token = page.QuerySelector("[data-testid=look-form] input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content = new MultipartFormDataContent
        {
            { new StringContent(token), "__RequestVerificationToken" },
            { new StringContent(page.QuerySelector("#Input_Version")!.GetAttribute("value")!), "Input.Version" },
            { new StringContent(colour), "Input.Colour" },
            { new StringContent(""), "Input.SecondColour" },
            { new ByteArrayContent(logo), "Input.Logo", name },
        };
        return await visitor.Client.PostAsync(new Uri("/admin/company", UriKind.Relative), content);
    }
}
