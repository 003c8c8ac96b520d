using CrmRoi.Data;

namespace CrmRoi.Web.Tests.Pages.Import;

public sealed class WaitingTests(CrmRoiApp app) : IClassFixture<CrmRoiApp>
{
    [Fact]
    public async Task An_import_says_that_it_waits_only_if_another_goes_first()
    {
        var admin = await app.SignInAsync(Roles.Admin);
        var (first, second) = (Queued("first.csv"), Queued("second.csv"));
        await app.SeedAsync(first);
        await app.SeedAsync(second);

        var alone = await admin.GetPageAsync($"/import/jobs/{first.Id}");
        var waiting = await admin.GetPageAsync($"/import/jobs/{second.Id}");

        alone.QuerySelector("h1")!.TextContent.Should().Be("It begins in a moment");
        waiting.QuerySelector("h1")!.TextContent.Should().Be("It waits its turn: another import goes on");
        waiting.QuerySelector("[aria-current=step]")!.TextContent.Should().Be("Being imported");
    }

    // Nobody takes it up: there are no files to it.
    private static ImportJob Queued(string file) => new() { User = "admin@test.example", Files = file, State = ImportState.Queued, QueuedAt = DateTimeOffset.UnixEpoch };
}
