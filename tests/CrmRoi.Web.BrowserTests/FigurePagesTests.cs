using CrmRoi.Data;
using CrmRoi.Metrics.Evidence;
using CrmRoi.Web.BrowserTests.Pages;
using CrmRoi.Web.Hosting;
using FluentAssertions.Execution;
using Microsoft.Extensions.DependencyInjection;

namespace CrmRoi.Web.BrowserTests;

/// <summary>Every page of figures and of administration, full of the example company.</summary>
public sealed class FigurePagesTests(ExampleBrowserApp app) : BrowserTest(app), IClassFixture<ExampleBrowserApp>
{
    private static readonly (string Url, string Name)[] Pages =
    [
        ("/", "overview"), ("/return", "return"), ("/sales", "sales"), ("/metrics", "metrics"), ("/metrics/closing-rate-cohort", "metric"), ("/import", "import"),
        ("/admin/programme", "programme"), ("/admin/costs", "costs"), ("/admin/baseline", "baseline"), ("/reports", "reports"),
        ("/evidence", "evidence"), ("/marketing", "marketing"), ("/customers", "customers"), ("/service", "service"), ("/breakdown", "breakdown"), ("/plan", "plan"),
        ("/records/deals", "records"), ("/admin/stages", "stages"), ("/admin/comparability", "comparability"), ("/admin/benefits", "benefits"),
        ("/admin/assumptions", "assumptions"), ("/admin/causes", "causes"), ("/admin/targets", "targets"), ("/reviews", "reviews"), ("/admin/schedules", "schedules"),
    ];

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public Task The_pages_of_the_example_company_look_right(int view) => InBrowserAsync(
        async page =>
        {
            await new SignInPage(page).SignInAsAsync(Roles.Admin, "/");

            using var every = new AssertionScope();
            foreach (var (url, name) in Pages)
            {
                await page.GotoAsync(url);
                await LooksRightAsync(page, name, View.All[view]);
            }
        },
        View.All[view]);
}

/// <summary>The program with the example company in it, and a browser.</summary>
public sealed class ExampleBrowserApp : BrowserApp
{
    protected override bool IsSetUp => false;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await SeedAsync(services => services.GetRequiredService<ExampleLoader>().LoadAsync("test", CancellationToken.None));
        await SeedAsync(services => services.GetRequiredService<EvidenceStore>().BringUpToDateAsync(EvidenceSubject.OfReturn, CancellationToken.None));
        await AddUserAsync(EmailOf(Roles.Admin), Roles.Admin);
    }
}
