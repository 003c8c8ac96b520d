using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace CrmRoi.Data;

/// <summary>Makes the database ready before anything reads it.</summary>
public sealed class DatabaseStart(IDbContextFactory<CrmRoiContext> contexts, DatabaseOptions options, TimeProvider time)
{
    /// <summary>Migrates if the settings say so; otherwise makes sure that nothing is left to migrate. Undoes imports in the middle of which the program was killed.</summary>
    /// <exception cref="SettingsException">The database cannot be reached, or is not as new as the program.</exception>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);

            // Whoever migrates waits for whoever writes, even where nothing is left to migrate: readers must not wait for an import.
            if ((await context.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
            {
                if (!options.Migrates)
                {
                    throw new SettingsException("The database is older than this program: back it up, then start once with Database:Migrate set to true.");
                }

                await context.Database.MigrateAsync(cancellationToken);
            }

            await new ImportJobs(context, new SnapshotStore(context, time), time).RecoverAsync(cancellationToken);
        }
        catch (Exception exception) when (DiskFull.Is(exception))
        {
            throw new SettingsException($"The disk of the {options.Provider} database is full: make room, then start again. An import that broke off is taken back then.", exception);
        }
        catch (DbException exception)
        {
            throw new SettingsException($"The {options.Provider} database cannot be used: {exception.Message.TrimEnd('.')}.", exception);
        }
    }
}
