using AngleSharp;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Mvc.Testing;

namespace CrmRoi.Web.Tests;

/// <summary>The site in memory, as it starts outside development.</summary>
public sealed class CrmRoiSite : WebApplicationFactory<Program>
{
    protected override void ConfigureWebHost(Microsoft.AspNetCore.Hosting.IWebHostBuilder builder) =>
        builder.UseSetting("environment", "Production");

    public async Task<HttpResponseMessage> GetAsync(string path, string language = "en-US")
    {
        using var client = CreateClient(new() { AllowAutoRedirect = false });
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        return await client.GetAsync(new Uri(path, UriKind.Relative));
    }

    public async Task<IDocument> PageAsync(string path, string language = "en-US")
    {
        using var response = await GetAsync(path, language);
        var html = await response.Content.ReadAsStringAsync();
        return await BrowsingContext.New().OpenAsync(request => request.Content(html));
    }
}
