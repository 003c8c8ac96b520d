using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace CrmRoi.Data;

/// <summary>Tells whether the process that does an import is still alive.</summary>
internal static class ImportWorker
{
    // On another machine nobody can look; so long nothing takes that an import does between two signs of life.
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(30);
    private static readonly ConcurrentDictionary<(string Database, int Job), bool> Going = new();

    /// <summary>This process.</summary>
    public static string Name { get; } = NameOf(Process.GetCurrentProcess());

    /// <summary>From now on this process does an import of a database.</summary>
    public static void Begin(string database, int job) => Going[(database, job)] = true;

    /// <summary>It does no longer.</summary>
    public static void End(string database, int job) => Going.TryRemove((database, job), out _);

    public static bool IsAlive(string database, ImportJob job, DateTimeOffset now)
    {
        if (job.Worker is not { } worker || worker == Name)
        {
            return Going.ContainsKey((database, job.Id));
        }

        var parts = worker.Split(':');
        if (parts[0] != Environment.MachineName)
        {
            return job.SeenAt is { } seen && now - seen < Silence;
        }

        try
        {
            using var process = Process.GetProcessById(int.Parse(parts[1], CultureInfo.InvariantCulture));
            return NameOf(process) == worker;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    // A number of a process is given again one day; with the moment of its start it is not.
    private static string NameOf(Process process) => string.Create(
        CultureInfo.InvariantCulture, $"{Environment.MachineName}:{process.Id}:{process.StartTime.ToUniversalTime().Ticks / TimeSpan.TicksPerSecond}");
}
