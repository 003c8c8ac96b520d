using CrmRoi.Data;
using CrmRoi.Metrics.Evidence;
using CrmRoi.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace CrmRoi.Web.Tests.Pages.Evidence;

/// <summary>The example company with its evidence on the sales margin, and nothing that reckons in the background.</summary>
public sealed class EvidenceApp : CrmRoiApp
{
    protected override bool IsSetUp => false;

    protected override IEnumerable<(string Key, string Value)> Settings => [(EvidenceWorker.Setting, "false")];

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await SeedAsync(services => services.GetRequiredService<ExampleLoader>().LoadAsync("system", CancellationToken.None));
        foreach (var role in Roles.All)
        {
            await AddUserAsync(EmailOf(role), role);
        }

        await SeedAsync(services => services.GetRequiredService<EvidenceStore>().BringUpToDateAsync([EvidenceSubject.SalesMargin], CancellationToken.None));
    }

    /// <summary>What is stored on the sales margin.</summary>
    public async Task<ProgrammeEvidence> EvidenceAsync()
    {
        var figures = await Services.GetRequiredService<FigureStore>().LoadAsync(CancellationToken.None);
        return figures.EvidenceOf(figures.Programmes[0], EvidenceSubject.SalesMargin)!;
    }
}
