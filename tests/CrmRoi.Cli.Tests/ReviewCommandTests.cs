using System.Globalization;
using Microsoft.Data.Sqlite;

namespace CrmRoi.Cli.Tests;

public sealed class ReviewCommandTests
{
    [Fact]
    public async Task A_review_is_made_listed_and_proved_and_a_tampered_one_is_found()
    {
        using var program = await ReturnCommandTests.PaidCompanyAsync();

        var made = await program.JsonAsync("review", "make", "--programme", "CRM");
        var id = made["id"]!.GetValue<int>().ToString(CultureInfo.InvariantCulture);
        var listed = await program.JsonAsync("review", "list");
        var proved = await program.JsonAsync("review", "verify", id);
        await TamperAsync(program.Folder);
        var (exit, output, _) = await program.RunAsync("review", "verify", id);

        made["roi"]!.GetValue<decimal>().Should().Be(525m);
        listed["reviews"]!.AsArray().Single()!["fingerprint"]!.GetValue<string>().Should().Be(made["fingerprint"]!.GetValue<string>());
        (proved["whole"]!.GetValue<bool>(), proved["differences"]!.AsArray().Count).Should().Be((true, 0));
        exit.Should().Be(1);
        output.Should().Contain("NOT what it was").And.Contain("cost-total");
    }

    [Fact]
    public async Task A_review_that_there_is_not_is_wrong_use()
    {
        using var program = await ReturnCommandTests.PaidCompanyAsync();

        var (exit, output, error) = await program.RunAsync("review", "verify", "7");

        (exit, output).Should().Be((2, ""));
        error.Should().Contain("no review 7");
    }

    private static async Task TamperAsync(string folder)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "crmroi.db")};Pooling=false");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "UPDATE ReviewContents SET Content = replace(Content, '\"Amount\":12000', '\"Amount\":11000')";
        (await command.ExecuteNonQueryAsync()).Should().Be(1);
    }
}
