using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace CrmRoi.Bench;

/// <summary>From starting the published program to the first 200 on /health/ready, against the start of the bare runtime.</summary>
internal static class StartBench
{
    public static async Task<IEnumerable<BenchFigure>> RunAsync(BenchOptions options)
    {
        var folder = Directory.CreateTempSubdirectory("crmroi-start-").FullName;
        try
        {
            await RunToEndAsync("dotnet", "publish", "src/CrmRoi.Web", "-c", "Release", "-o", Path.Combine(folder, "app"), "-v", "quiet", "--nologo");
            var pairs = new List<(double, double)>();
            for (var round = 0; round < (options.IsQuick ? 2 : 5); round++)
            {
                var started = Stopwatch.GetTimestamp();
                await RunToEndAsync("dotnet", "--list-runtimes");
                var bare = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
                pairs.Add((await ReadyAsync(folder), bare));
            }

            return [BenchFigure.Of("published start to ready against the bare host", pairs, "ms", atMost: null)];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<double> ReadyAsync(string folder)
    {
        var port = FreePort();
        var start = new ProcessStartInfo("dotnet", [Path.Combine(folder, "app", "CrmRoi.Web.dll"), "--Urls", $"http://127.0.0.1:{port}"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
        };
        var started = Stopwatch.GetTimestamp();
        using var program = Process.Start(start)!;
        program.BeginOutputReadLine();
        try
        {
            using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(2) };
            while (Stopwatch.GetElapsedTime(started) < TimeSpan.FromMinutes(1))
            {
                if (program.HasExited)
                {
                    throw new InvalidOperationException($"The program ended with {program.ExitCode}.");
                }

                if (await IsReadyAsync(client, port))
                {
                    return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
                }

                await Task.Delay(10);
            }

            throw new InvalidOperationException("The program was not ready within a minute.");
        }
        finally
        {
            program.Kill(entireProcessTree: true);
            await program.WaitForExitAsync();
        }
    }

    private static async Task<bool> IsReadyAsync(HttpClient client, int port)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri($"http://127.0.0.1:{port}/health/ready"));
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false; // not listening yet
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task RunToEndAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        process.BeginOutputReadLine();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"'{program} {string.Join(' ', arguments)}' ended with {process.ExitCode}.");
        }
    }
}
