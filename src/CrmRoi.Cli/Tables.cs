using Spectre.Console;

namespace CrmRoi.Cli;

/// <summary>Tables for whoever reads the screen.</summary>
internal static class Tables
{
    public static IAnsiConsole Console(TextWriter output)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });

        // Where the output is no screen its width is unknown, and rows must not be broken to fit one.
        if (System.Console.IsOutputRedirected)
        {
            console.Profile.Width = 240;
        }

        return console;
    }

    public static Table Of(params string[] headers)
    {
        var table = new Table().Border(TableBorder.Rounded);
        foreach (var (index, header) in headers.Index())
        {
            table.AddColumn(new TableColumn(Markup.Escape(header)) { Alignment = index == 0 ? Justify.Left : Justify.Right });
        }

        return table;
    }

    public static void Add(this Table table, params string[] cells) => table.AddRow([.. cells.Select(Markup.Escape)]);
}
