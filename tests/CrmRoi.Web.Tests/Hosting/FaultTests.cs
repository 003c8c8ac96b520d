using System.Net;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace CrmRoi.Web.Tests.Hosting;

public sealed class FaultTests(CrmRoiApp site) : IClassFixture<CrmRoiApp>
{
    [Fact]
    public async Task A_fault_is_answered_by_the_error_page_with_headers_and_without_its_cause()
    {
        using var broken = site.WithWebHostBuilder(builder => builder.ConfigureTestServices(
            services => services.Configure<MvcOptions>(options => options.Filters.Add(new Fault()))));
        using var client = broken.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

        using var response = await client.GetAsync(new Uri("/preferences", UriKind.Relative));
        var html = await response.Content.ReadAsStringAsync();

        response.StatusCode.Should().Be(HttpStatusCode.InternalServerError);
        response.Headers.Should().Contain(header => header.Key == "Content-Security-Policy");
        html.Should().Contain("<h1>That did not work</h1>").And.NotContain("secret cause");
    }

    private sealed class Fault : IResourceFilter
    {
        public void OnResourceExecuting(ResourceExecutingContext context)
        {
            if (context.HttpContext.Request.Path == "/preferences")
            {
                throw new InvalidOperationException("secret cause");
            }
        }

        public void OnResourceExecuted(ResourceExecutedContext context)
        {
        }
    }
}
