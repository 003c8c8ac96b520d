using System.Security.Cryptography;
using System.Text.Json;

namespace CrmRoi.Web.Pages.Import;

/// <summary>Files that somebody sent and that are not taken in yet.</summary>
/// <param name="Id">What its pages carry: not to be guessed.</param>
/// <param name="User">Whose it is, by sign-in name; nobody else sees it.</param>
/// <param name="Names">What the files are called where they came from.</param>
public sealed record Upload(string Id, string User, IReadOnlyList<string> Names)
{
    private const int MostNamed = 3;

    /// <summary>The first of their names, for whoever looks for them.</summary>
    public string Named => string.Join(", ", Names.Take(MostNamed)) + (Names.Count > MostNamed ? ", …" : "");
}

/// <summary>Keeps sent files between preview and import, in a folder that nothing serves. What is forgotten there goes after a day.</summary>
public sealed class UploadFolder(IConfiguration configuration, TimeProvider time)
{
    private const int IdLength = 32;
    private const string Manifest = "upload.json";
    private const string Chosen = "chosen.json";

    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(1);

    private readonly string root = Path.GetFullPath(configuration["Uploads:Folder"] ?? Path.Combine("data", "uploads"));

    public async Task<Upload> AddAsync(string user, IReadOnlyList<IFormFile> files, CancellationToken cancellationToken)
    {
        RemoveForgotten();
        var upload = new Upload(RandomNumberGenerator.GetHexString(IdLength, lowercase: true), user, [.. files.Select(file => Path.GetFileName(file.FileName))]);
        var folder = Directory.CreateDirectory(FolderOf(upload.Id)).FullName;
        try
        {
            foreach (var (index, file) in files.Index())
            {
                await using var stream = new FileStream(FileOf(folder, index), FileMode.CreateNew);
                await file.CopyToAsync(stream, cancellationToken);
            }

            await File.WriteAllTextAsync(Path.Combine(folder, Manifest), JsonSerializer.Serialize(upload), cancellationToken);
            return upload;
        }
        catch
        {
            // Half a file is of no use to anybody, and keeps the room that may be what lacks.
            Directory.Delete(folder, recursive: true);
            throw;
        }
    }

    /// <summary>What somebody sent; none if there is no such thing, or it is another's.</summary>
    public async Task<Upload?> FindAsync(string? id, string user, CancellationToken cancellationToken)
    {
        if (!IsId(id))
        {
            return null;
        }

        var manifest = Path.Combine(FolderOf(id!), Manifest);
        var upload = File.Exists(manifest) ? JsonSerializer.Deserialize<Upload>(await File.ReadAllTextAsync(manifest, cancellationToken)) : null;
        return upload?.User == user ? upload : null;
    }

    /// <summary>What somebody sent and did not let in, the last first.</summary>
    public async Task<IReadOnlyList<Upload>> WaitingAsync(string user, CancellationToken cancellationToken)
    {
        RemoveForgotten();
        var waiting = new List<Upload>();
        foreach (var folder in new DirectoryInfo(root).GetDirectories().OrderByDescending(folder => folder.CreationTimeUtc))
        {
            if (await FindAsync(folder.Name, user, cancellationToken) is { } upload && !File.Exists(Path.Combine(folder.FullName, Chosen)))
            {
                waiting.Add(upload);
            }
        }

        return waiting;
    }

    /// <summary>Whether files of that id are here.</summary>
    public bool Holds(string? id) => IsId(id) && File.Exists(Path.Combine(FolderOf(id!), Manifest));

    /// <summary>Where a file lies.</summary>
    public string PathOf(Upload upload, int index) => FileOf(FolderOf(upload.Id), index);

    /// <summary>Keeps what somebody chose for files until they are taken in.</summary>
    public async Task ChooseAsync(Upload upload, ChosenImport chosen, CancellationToken cancellationToken)
    {
        // On a full disk half of it would be written, which nobody can read.
        var path = Path.Combine(FolderOf(upload.Id), Chosen);
        await File.WriteAllTextAsync(path + ".new", JsonSerializer.Serialize(chosen), cancellationToken);
        File.Move(path + ".new", path, overwrite: true);
    }

    /// <summary>What somebody chose for files; none where nobody has said that they are to go in.</summary>
    public async Task<ChosenImport?> ChosenAsync(Upload upload, CancellationToken cancellationToken)
    {
        var path = Path.Combine(FolderOf(upload.Id), Chosen);
        return File.Exists(path) ? JsonSerializer.Deserialize<ChosenImport>(await File.ReadAllTextAsync(path, cancellationToken)) : null;
    }

    public void Remove(Upload upload) => Directory.Delete(FolderOf(upload.Id), recursive: true);

    private static bool IsId(string? id) => id is { Length: IdLength } && id.All(char.IsAsciiHexDigitLower);

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
