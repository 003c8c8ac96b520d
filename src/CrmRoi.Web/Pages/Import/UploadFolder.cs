using System.Security.Cryptography;
using System.Text.Json;

namespace CrmRoi.Web.Pages.Import;

/// <summary>Files that somebody sent and that are not taken in yet.</summary>
/// <param name="Id">What its pages carry: not to be guessed.</param>
/// <param name="User">Whose it is, by sign-in name; nobody else sees it.</param>
/// <param name="Names">What the files are called where they came from.</param>
public sealed record Upload(string Id, string User, IReadOnlyList<string> Names);

/// <summary>Keeps sent files between preview and import, in a folder that nothing serves. What is forgotten there goes after a day.</summary>
public sealed class UploadFolder(IConfiguration configuration, TimeProvider time)
{
    private const int IdLength = 32;
    private const string Manifest = "upload.json";

    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(1);

    private readonly string root = Path.GetFullPath(configuration["Uploads:Folder"] ?? Path.Combine("data", "uploads"));

    public async Task<Upload> AddAsync(string user, IReadOnlyList<IFormFile> files, CancellationToken cancellationToken)
    {
        RemoveForgotten();
        var upload = new Upload(RandomNumberGenerator.GetHexString(IdLength, lowercase: true), user, [.. files.Select(file => Path.GetFileName(file.FileName))]);
        var folder = Directory.CreateDirectory(FolderOf(upload.Id)).FullName;
        foreach (var (index, file) in files.Index())
        {
            await using var stream = new FileStream(FileOf(folder, index), FileMode.CreateNew);
            await file.CopyToAsync(stream, cancellationToken);
        }

        await File.WriteAllTextAsync(Path.Combine(folder, Manifest), JsonSerializer.Serialize(upload), cancellationToken);
        return upload;
    }

    /// <summary>What somebody sent; none if there is no such thing, or it is another's.</summary>
    public async Task<Upload?> FindAsync(string? id, string user, CancellationToken cancellationToken)
    {
        if (id is not { Length: IdLength } || !id.All(char.IsAsciiHexDigitLower))
        {
            return null;
        }

        var manifest = Path.Combine(FolderOf(id), Manifest);
        var upload = File.Exists(manifest) ? JsonSerializer.Deserialize<Upload>(await File.ReadAllTextAsync(manifest, cancellationToken)) : null;
        return upload?.User == user ? upload : null;
    }

    public Task<byte[]> ReadAsync(Upload upload, int index, CancellationToken cancellationToken) =>
        File.ReadAllBytesAsync(FileOf(FolderOf(upload.Id), index), cancellationToken);

    public void Remove(Upload upload) => Directory.Delete(FolderOf(upload.Id), recursive: true);

    private void RemoveForgotten()
    {
        var oldest = (time.GetUtcNow() - KeptFor).UtcDateTime;
        foreach (var folder in Directory.CreateDirectory(root).GetDirectories().Where(folder => folder.LastWriteTimeUtc < oldest))
        {
            folder.Delete(recursive: true);
        }
    }

    private string FolderOf(string id) => Path.Combine(root, id);

    private static string FileOf(string folder, int index) => Path.Combine(folder, $"{index}.bin");
}
