using CrmRoi.Data;
using CrmRoi.Import;
using CrmRoi.Import.Mapping;
using Microsoft.EntityFrameworkCore;

namespace CrmRoi.Web.Pages.Import;

/// <summary>Remembers what somebody said of the columns of a file, for the next one of the same shape.</summary>
public sealed class MappingMemory(CrmRoiContext context, TimeProvider time)
{
    /// <summary>What was said of files with these headers; nothing where nobody said anything.</summary>
    public async Task<SavedMapping?> FindAsync(IReadOnlyList<string> headers, CancellationToken cancellationToken)
    {
        var shape = Shape.Of(headers);
        return headers.Count == 0 ? null : await context.SavedMappings.AsNoTracking().SingleOrDefaultAsync(saved => saved.Shape == shape, cancellationToken);
    }

    /// <summary>Keeps what was said of each table that did not speak for itself.</summary>
    public async Task KeepAsync(IEnumerable<(ImportFile Table, FileChoice Choice)> tables, string user, CancellationToken cancellationToken)
    {
        foreach (var (table, choice) in tables.Where(table => table.Choice.IsChanged))
        {
            var headers = SentFiles.HeadersOf(table);
            var (shape, content) = (Shape.Of(headers), choice.MapOf(headers).Write());
            var name = table.Name.Length > LongestName ? table.Name[^LongestName..] : table.Name;
            if (await context.SavedMappings.SingleOrDefaultAsync(saved => saved.Shape == shape, cancellationToken) is { } saved)
            {
                (saved.FileName, saved.Content, saved.By, saved.At) = (name, content, user, time.GetUtcNow());
            }
            else
            {
                context.Add(new SavedMapping { Shape = shape, FileName = name, Content = content, By = user, At = time.GetUtcNow() });
            }

            await context.SaveChangesAsync(cancellationToken);
        }
    }

    /// <summary>Forgets what was said of files of a shape.</summary>
    public Task<int> ForgetAsync(string shape, CancellationToken cancellationToken) =>
        context.SavedMappings.Where(saved => saved.Shape == shape).ExecuteDeleteAsync(cancellationToken);

    private const int LongestName = 260;
}
