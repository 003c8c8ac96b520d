using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace CrmRoi.Cli.Tests;

public sealed class KilledImportTests
{
    private const int Rows = 120_000;

    [Fact]
    public async Task An_import_that_is_killed_is_undone_by_the_next_command_and_goes_in_whole_the_next_time()
    {
        using var program = new Crmroi();
        var small = program.Write("small.csv", $"{Headers}{Row(1, "Anna")}{Row(2, "Ben")}");
        await program.JsonAsync("import", small);
        var before = (await program.JsonAsync("rebuild")).ToJsonString();
        var large = program.Write("large.csv", Headers + string.Concat(Enumerable.Range(2, Rows).Select(i => Row(i, $"Rep {i % 20}"))));

        await KillAsync(program, large);
        var after = (await program.JsonAsync("rebuild")).ToJsonString();
        var again = await program.JsonAsync("import", large);
        var counted = (await program.JsonAsync("metrics", "--key", "deals-won")).ToJsonString();
        await program.JsonAsync("rebuild");

        after.Should().Be(before);
        again["files"]![0]!["new"]!.GetValue<int>().Should().Be(Rows - 1);
        again["files"]![0]!["changed"]!.GetValue<int>().Should().Be(1);
        (await program.JsonAsync("metrics", "--key", "deals-won")).ToJsonString().Should().Be(counted);
    }

    [Fact]
    public async Task An_import_is_undone_by_its_number()
    {
        using var program = new Crmroi();
        var first = await program.JsonAsync("import", program.Write("first.csv", $"{Headers}{Row(1, "Anna")}{Row(2, "Ben")}"));
        var before = (await program.JsonAsync("metrics", "--key", "deals-won", "--by", "rep")).ToJsonString();
        var second = await program.JsonAsync("import", program.Write("second.csv", $"{Headers}{Row(2, "Cleo")}{Row(3, "Anna")}"));

        var tooEarly = await program.RunAsync("import", "undo", first["import"]!.ToString());
        var undone = await program.JsonAsync("import", "undo", second["import"]!.ToString());
        var twice = await program.RunAsync("import", "undo", second["import"]!.ToString());

        tooEarly.Exit.Should().Be(1);
        tooEarly.Error.Should().Contain($"changed by import {second["import"]}");
        undone["undone"]!.GetValue<bool>().Should().BeTrue();
        twice.Exit.Should().Be(2);
        (await program.JsonAsync("metrics", "--key", "deals-won", "--by", "rep")).ToJsonString().Should().Be(before);
        var list = (await program.JsonAsync("import", "list"))["files"]!.AsArray();
        list.Select(file => $"{file!["import"]} {file["name"]} {file["kind"]} {file["new"]} {file["changed"]} {file["state"]}").Should().Equal(
            $"{second["import"]} second.csv deals 1 1 undone", $"{first["import"]} first.csv deals 2 0 done");
        (await program.JsonAsync("import", "list", "--last", "1"))["files"]!.AsArray().Should().ContainSingle();
    }

    private const string Headers = "opportunity id,stage,created,close date,amount,owner\n";

    private static string Row(int id, string rep) =>
        string.Create(CultureInfo.InvariantCulture, $"{id},Closed Won,2024-01-{1 + (id % 28):D2},2024-0{2 + (id % 6)}-15,{100 + (id % 900)},{rep}\n");

    // Kills it once some of the file is stored and the rest is not.
    private static async Task KillAsync(Crmroi program, string file)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "crmroi.dll"), "import", file])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ConnectionStrings__CrmRoi"] = $"Data Source={Path.Combine(program.Folder, "crmroi.db")}";
        using var process = Process.Start(start)!;
        var seen = new StringBuilder();
        while (await process.StandardError.ReadLineAsync() is { } line)
        {
            seen.AppendLine(line);
            if (line.Contains(": 50,000 of", StringComparison.Ordinal))
            {
                process.Kill();
                break;
            }
        }

        await process.WaitForExitAsync();
        process.ExitCode.Should().NotBe(0, seen.ToString());
    }
}
