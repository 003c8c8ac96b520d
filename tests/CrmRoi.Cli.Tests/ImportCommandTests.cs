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

    [Theory]
    [InlineData("import list --last 0", "--last must be 1 or more.", "Try 'crmroi import list --help'.")]
    [InlineData("import undo soon", "'soon' is no number of an import", "Try 'crmroi import undo --help'.")]
    [InlineData("imprt x", "Unrecognized command or argument 'imprt'.", "Try 'crmroi --help'.")]
    [InlineData("import", "Say which files: crmroi import FILE…")]
    [InlineData("import nothing.csv", "There is no file 'nothing.csv'.")]
    [InlineData("import nothing.csv --knid deals", "There is no file 'nothing.csv'.")]
    [InlineData("import --knid deals", "There is no option '--knid', and no file of that name.")]
    [InlineData("import deals.csv --kind deal", "There is no kind 'deal'. Kinds: activities, campaigns,")]
    [InlineData("import folder", "'folder' is a folder: name the files in it.")]
    public async Task What_is_wrong_in_a_call_is_said_in_words_of_whoever_calls(string call, string said, string? then = null)
    {
        using var program = new Crmroi();
        program.Write("deals.csv", "deal id,stage,close date\n1,Won,2026-02-03\n");
        Directory.CreateDirectory(Path.Combine(program.Folder, "folder"));

        var (exit, output, error) = await program.RunAsync(call.Split(' '));

        (exit, output).Should().Be((2, ""));
        error.Should().Contain(said).And.Contain(then ?? said).And.NotContain("System.");
    }

    [Fact]
    public async Task The_result_says_how_to_take_it_back_and_what_is_stored()
    {
        using var program = new Crmroi();
        var good = program.Write("deals.csv", "deal id,stage,close date,amount\n1,Won,2026-02-03,5\n2,Won,2026-02-03\n");
        var bad = program.Write("letter.csv", "%PDF-1.4\n");

        var (_, dry, progress) = await program.RunAsync("import", good, "--dry-run");
        var (_, refused, _) = await program.RunAsync("import", good, bad);
        var (_, done, _) = await program.RunAsync("import", good);
        var (exit, _, _) = await program.RunAsync("import", "undo", "2");

        dry.Should().Contain("Nothing is stored: this was a dry run.");
        progress.Should().NotContain("Storing").And.NotContain("Counting");
        refused.Should().Contain("Nothing is stored: a file was refused.").And.NotContain(" 0 ");
        done.Should().Contain("deals.csv, line 3, '2026-02-03': The row ends after 3 of 4 fields.").And.Contain("This was import 2. To take it back: crmroi import undo 2");
        exit.Should().Be(0);
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
