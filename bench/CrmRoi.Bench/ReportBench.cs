using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace CrmRoi.Bench;

/// <summary>The report in the running program against headless Chromium printing the same content as HTML: tables as tables, charts as SVG.</summary>
internal static class ReportBench
{
    private const string Url = "/reports?handler=Pdf&programme=CRM%20roll-out&language=en&paper=A4&sections=Summary&sections=Costs&sections=Benefits&sections=Bridge&sections=Return&sections=CashFlow&sections=Metrics";
    private const double LargestMemory = 64;
    private const int FreshProcesses = 3;

    // What is prepared in the background is ready by then: the data has to rest for twice four seconds first.
    private const int SecondsToRest = 20;

    /// <summary>What starts this program as one that writes its first report, says how many milliseconds that took, and ends.</summary>
    public const string Switch = "--first-report";

    public static async Task<IEnumerable<BenchFigure>> RunAsync(BenchOptions options)
    {
        await using var app = new BenchApp();
        await app.StartWithExampleAsync();
        using var client = await app.SignInAsync();
        await OverviewBench.TimeAsync(client, Url, options.IsQuick ? 100 : 300);
        var pdf = await client.GetByteArrayAsync(new Uri(Url, UriKind.Relative));
        var pages = Encoding.Latin1.GetString(pdf).Split("/Type /Page ").Length - 1;
        var html = Path.Combine(app.Folder, "report.html");
        await File.WriteAllTextAsync(html, await HtmlAsync(pdf));
        var (warm, cold, rested) = (new List<(double, double)>(), new List<(double, double)>(), new List<(double, double)>());
        for (var round = 0; round < (options.IsQuick ? 5 : 9); round++)
        {
            var printed = await PrintAsync(html, Path.Combine(app.Folder, "printed.pdf"));
            warm.Add((await OverviewBench.TimeAsync(client, Url, 10), printed));
            await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"report: {warm[^1].Item1:0.0} ms warm, {printed:0} ms by Chromium"));
            if (round < FreshProcesses)
            {
                cold.Add((await FirstInFreshProcessAsync(app, afterSeconds: 0), printed));
                rested.Add((await FirstInFreshProcessAsync(app, SecondsToRest), printed));
            }
        }

        var name = string.Create(CultureInfo.InvariantCulture, $"report: {pages} pages");
        return
        [
            BenchFigure.Of($"{name}, warm, against Chromium", warm, "ms", atMost: 0.02),
            BenchFigure.Of($"{name}, the first time, against Chromium", rested, "ms", atMost: 0.2),
            BenchFigure.Of($"{name}, the first time, at once after the start", cold, "ms", atMost: null),
            await MemoryAsync(client, name),
        ];
    }

    /// <summary>In a program that runs so long and holds its figures, but was asked for no report yet.</summary>
    public static async Task<int> FirstAsync(int afterSeconds, string folder, string password)
    {
        await using var app = BenchApp.StartCopy(folder, password);
        using var client = await app.SignInAsync();
        await OverviewBench.TimeAsync(client, "/", 1);
        await Task.Delay(TimeSpan.FromSeconds(afterSeconds));
        Console.WriteLine((await OverviewBench.TimeAsync(client, Url, 1)).ToString(CultureInfo.InvariantCulture));
        return 0;
    }

    private static async Task<double> FirstInFreshProcessAsync(BenchApp app, int afterSeconds)
    {
        var said = await RunAsync(Environment.ProcessPath!, [typeof(ReportBench).Assembly.Location, Switch, afterSeconds.ToString(CultureInfo.InvariantCulture), .. app.Copy()]);
        return double.Parse(said.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1], CultureInfo.InvariantCulture);
    }

    private static async Task<BenchFigure> MemoryAsync(HttpClient client, string name)
    {
        const int Reports = 10;
        var before = GC.GetTotalAllocatedBytes(precise: true);
        await OverviewBench.TimeAsync(client, Url, Reports);
        var megabytes = (GC.GetTotalAllocatedBytes(precise: true) - before) / 1024d / 1024 / Reports;
        return new($"{name}, all that is allocated for one", megabytes, null, "MB", null, string.Create(CultureInfo.InvariantCulture, $"< {LargestMemory} MB"), megabytes < LargestMemory);
    }

    private static async Task<string> HtmlAsync(byte[] pdf)
    {
        var path = Path.GetTempFileName();
        await File.WriteAllBytesAsync(path, pdf);
        var html = ReportHtml.Of(await RunAsync("pdfinfo", "-struct-text", path), await RunAsync("qpdf", "--stream-data=uncompress", path, "-"));
        File.Delete(path);
        return html;
    }

    private static async Task<double> PrintAsync(string html, string pdf)
    {
        var profile = Directory.CreateTempSubdirectory("crmroi-chromium-").FullName;
        var started = Stopwatch.GetTimestamp();
        await RunAsync(
            "chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
            "--disable-sync", $"--user-data-dir={profile}", "--no-pdf-header-footer", $"--print-to-pdf={pdf}", new Uri(html).AbsoluteUri);
        var time = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        Directory.Delete(profile, recursive: true);
        return time;
    }

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {await errors}");
    }
}
