using System.Globalization;
using CrmRoi.Reports;
using CrmRoi.Web.Pages.Metrics;
using CrmRoi.Web.Pages.Records;
using CrmRoi.Web.Pages.Shared;
using CrmRoi.Web.Tables;
using CrmRoi.Web.TagHelpers;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace CrmRoi.Web.Hosting;

public static class InterfaceExtensions
{
    private static readonly string[] Cultures = ["en-US", "en-GB", "de-DE", "de-AT", "de-CH", "en", "de"];

    // Less than the 1,000 of what a page says of itself: otherwise [IgnoreAntiforgeryToken] would be overruled, and every failed POST be a 400.
    private const int BeforePages = 900;

    /// <summary>Pages in the reader's language; every form carries its token.</summary>
    public static void AddInterface(this IServiceCollection services)
    {
        services.AddLocalization(options => options.ResourcesPath = "Resources");
        services.AddRazorPages(options => options.Conventions
                .ConfigureFilter(new AutoValidateAntiforgeryTokenAttribute { Order = BeforePages })
                .Add(new PagePolicies()))
            .AddViewLocalization()
            .AddDataAnnotationsLocalization(options => options.DataAnnotationLocalizerProvider = FormTexts.For);
        services.AddTransient<IConfigureOptions<MvcOptions>, BindingSentences>();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "crmroi-form";
            options.SuppressXFrameOptionsHeader = true; // said by UseSecurity, for every answer
        });
        services.AddHealthChecks();
        services.AddScoped(provider => new Formats(CultureInfo.CurrentCulture, isPlain: TableFile.AskedBy(provider.GetRequiredService<IHttpContextAccessor>().HttpContext) is not null));
        services.AddScoped(_ => new DomainText(CultureInfo.CurrentUICulture));
        services.AddScoped<MoneyCharts>();
        services.AddScoped<BridgeChart>();
        services.AddScoped<Pages.Plan.PlanCharts>();
        services.AddScoped<Pages.Evidence.EvidenceCharts>();
        services.AddScoped<MetricCharts>();
        services.AddScoped<RecordTable>();
        services.AddScoped<Pages.Return.OutlookCharts>();
        services.AddScoped<Pages.Reviews.ReviewTable>();
        services.AddScoped<Pages.Reviews.ReviewReminders>();
        services.AddSingleton<Pages.Reviews.ReviewMemory>();
        services.AddScoped<Pages.Admin.Assumptions.AssumptionHistory>();
    }

    /// <summary>Language and number formats: the cookie that the reader set, or else what the browser asks for.</summary>
    public static void UseReaderCulture(this WebApplication app)
    {
        var options = new RequestLocalizationOptions { ApplyCurrentCultureToResponseHeaders = true }
            .SetDefaultCulture("en-US")
            .AddSupportedCultures(Cultures)
            .AddSupportedUICultures(Cultures);
        options.RequestCultureProviders = [new CookieRequestCultureProvider(), new AcceptLanguageHeaderRequestCultureProvider()];

        app.UseRequestLocalization(options);
    }
}
