using CrmRoi.Data;
using CrmRoi.Data.Sqlite;
using CrmRoi.Metrics;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Records;
using CrmRoi.Metrics.Snapshots;
using Microsoft.EntityFrameworkCore;

namespace CrmRoi.Cli.Tests;

public sealed class ReturnCommandTests
{
    private static readonly Month GoLive = new(2025, 1);

    [Fact]
    public async Task Twelve_thousand_spent_and_seventy_five_thousand_gained_is_525_per_cent()
    {
        using var program = await PaidCompanyAsync();

        var roi = await program.JsonAsync("roi");

        (roi["cost"]!.GetValue<decimal>(), roi["gain"]!.GetValue<decimal>(), roi["roi"]!.GetValue<decimal>()).Should().Be((12_000m, 75_000m, 525m));
        roi["multiple"]!.GetValue<decimal>().Should().Be(6.25m);
        (roi["from"]!.GetValue<string>(), roi["to"]!.GetValue<string>(), roi["verdict"]!.GetValue<string>()).Should().Be(("2025-01", "2025-12", "Paid"));
        (roi["interval"], roi["adjusted"]!.GetValue<bool>()).Should().Be((null, false));
    }

    [Fact]
    public async Task Evidence_on_entered_yearly_totals_is_refused_with_its_reason()
    {
        using var program = await PaidCompanyAsync();

        var evidence = await program.JsonAsync("evidence", "--metric", "sales-margin");

        var subject = evidence["subjects"]!.AsArray().Single()!;
        (subject["subject"]!.GetValue<string>(), subject["verdict"]!.GetValue<string>()).Should().Be(("sales-margin", "NotEnoughData"));
        subject["reasons"]!.AsArray().Should().NotBeEmpty();
    }

    [Fact]
    public async Task Evidence_of_a_metric_that_there_is_not_is_wrong_use()
    {
        using var program = await PaidCompanyAsync();

        var (exit, output, error) = await program.RunAsync("evidence", "--metric", "luck");

        (exit, output).Should().Be((2, ""));
        error.Should().Contain("'luck'");
    }

    [Fact]
    public async Task The_report_is_written_as_pdf_where_it_was_asked_for()
    {
        using var program = await PaidCompanyAsync();
        var path = Path.Combine(program.Folder, "roi.pdf");

        var written = await program.JsonAsync("report", "--out", path, "--language", "de", "--paper", "Letter");

        written["bytes"]!.GetValue<long>().Should().Be(new FileInfo(path).Length);
        (await File.ReadAllTextAsync(path)).Should().StartWith("%PDF-");
    }

    [Fact]
    public async Task A_report_into_a_folder_that_is_not_there_is_wrong_use()
    {
        using var program = new Crmroi();

        var (exit, output, error) = await program.RunAsync("report", "--out", Path.Combine(program.Folder, "nowhere", "roi.pdf"));

        (exit, output).Should().Be((2, ""));
        error.Should().Contain("There is no folder");
    }

    [Fact]
    public async Task Rebuilding_says_how_much_there_is()
    {
        using var program = new Crmroi();
        await program.JsonAsync("import", program.Write("deals.csv", "deal id,deal name,stage,created date,close date,amount\n1,A,Won,2026-01-05,2026-02-01,100\n"));

        var rebuilt = await program.JsonAsync("rebuild");

        (rebuilt["snapshots"]!.GetValue<int>(), rebuilt["cohorts"]!.GetValue<int>()).Should().Be((2, 1));
    }

    // 1,000 of margin a month before go-live and 7,250 after it: 12 × 6,250 are 75,000.
    internal static async Task<Crmroi> PaidCompanyAsync()
    {
        var program = new Crmroi();
        (await program.JsonAsync("migrate"))["provider"]!.GetValue<string>().Should().Be("Sqlite");
        var options = new DbContextOptionsBuilder<CrmRoiContext>().UseCrmRoiSqlite($"Data Source={Path.Combine(program.Folder, "crmroi.db")}").Options;
        await using var context = new CrmRoiContext(options);
        context.Add(new Company { Name = "Probe", Currency = "EUR", TimeZone = "Europe/Berlin" });
        context.Add(new Programme { Name = "CRM", Currency = "EUR", GoLive = GoLive });
        context.Add(new Cost { Source = "test", Id = "1", Programme = "CRM", Description = "Set-up", Amount = 12_000, From = GoLive });
        context.AddRange(Margin(GoLive.Plus(-12), 12_000), Margin(GoLive, 87_000));
        await context.SaveChangesAsync();
        return program;
    }

    private static EnteredFigureRow Margin(Month from, decimal year) => new()
    {
        Figure = new() { Measure = "won-margin", Period = new(from, from.Plus(11)), Value = year, SourceNote = "ledger" },
        EnteredBy = "test",
    };
}
