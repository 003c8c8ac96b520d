using CrmRoi.Import.Mapping;
using Microsoft.Data.Sqlite;

namespace CrmRoi.Cli.Tests;

/// <summary>What the command says, where, and how it ends.</summary>
public sealed class ImportCommandTests
{
    private const string Unknown = "nr,wer,wann,wieviel,stand\n1,Ann,2026-02-03,5,Handschlag\n";

    [Fact]
    public async Task A_file_is_read_as_somebody_said_on_the_page_of_one_with_the_same_headers()
    {
        using var program = new Crmroi();
        var file = program.Write("zweite.csv", Unknown);
        var (exit, _, error) = await program.RunAsync("import", file);
        Say(program, ["nr", "wer", "wann", "wieviel", "stand"]);

        var reused = await program.JsonAsync("import", file, "--dry-run");
        var (alone, _, _) = await program.RunAsync("import", file, "--ignore-saved");

        (exit, alone).Should().Be((1, 1));
        error.Should().Contain("No column of the file is known");
        var told = reused["files"]![0]!;
        (told["kind"]!.GetValue<string>(), told["new"]!.GetValue<int>(), told["savedMapping"]!["by"]!.GetValue<string>()).Should().Be(("deals", 1, "ann@example.com"));
        told["columns"]!["rep"]!.GetValue<string>().Should().Be("wer");
    }

    [Fact]
    public async Task Progress_goes_to_standard_error_and_nothing_but_the_result_to_standard_output()
    {
        using var program = new Crmroi();
        var file = program.Write("deals.csv", "deal id,stage,close date\n1,Won,2026-02-03\n");

        var (exit, output, error) = await program.RunAsync("import", file, "--json");

        exit.Should().Be(0);
        error.Should().Contain("Looking at deals.csv").And.Contain("1 of 1 rows");
        output.TrimStart().Should().StartWith("{");
        System.Text.Json.Nodes.JsonNode.Parse(output)!["import"]!.GetValue<int>().Should().Be(1);
    }

    // What the import page keeps when somebody said what the columns of a file mean.
    private static void Say(Crmroi program, IEnumerable<string> headers)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(program.Folder, "crmroi.db")}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "insert into SavedMappings (Shape, FileName, Content, \"By\", \"At\") values ($shape, 'erste.csv', $content, 'ann@example.com', '2026-11-20 10:00:00')";
        command.Parameters.AddWithValue("$shape", Shape.Of(headers));
        command.Parameters.AddWithValue("$content", """{"kind":"deals","columns":{"nr":"id","wer":"rep","wann":"closed","wieviel":"value","stand":"stage"},"outcomes":{"Handschlag":"Won"}}""");
        command.ExecuteNonQuery();
    }
}
