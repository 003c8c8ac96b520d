using CrmRoi.Web.Pages.Import;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace CrmRoi.Web.Tests.Pages;

public sealed class UploadFolderTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("crmroi-uploads-").FullName;

    [Fact]
    public async Task A_choice_that_finds_no_room_is_none_and_can_be_made_again()
    {
        var uploads = new UploadFolder(new ConfigurationBuilder().AddInMemoryCollection([new("Uploads:Folder", root)]).Build(), TimeProvider.System);
        using var content = new MemoryStream([1, 2, 3]);
        var upload = await uploads.AddAsync("anna@example.com", [new FormFile(content, 0, 3, "files", "deals.csv")], CancellationToken.None);
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        // A device of Linux that has no room, ever, where the choice is written before it counts.
        var draft = Path.Combine(Path.GetDirectoryName(uploads.PathOf(upload, 0))!, "chosen.json.new");
        File.CreateSymbolicLink(draft, "/dev/full");
        var full = () => uploads.ChooseAsync(upload, new([], IsFullLoad: true), CancellationToken.None);

        await full.Should().ThrowAsync<IOException>();
        (await uploads.ChosenAsync(upload, CancellationToken.None)).Should().BeNull();
        File.Delete(draft);
        await full();
        (await uploads.ChosenAsync(upload, CancellationToken.None))!.IsFullLoad.Should().BeTrue();
    }

    public void Dispose() => Directory.Delete(root, recursive: true);
}
