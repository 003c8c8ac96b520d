using System.Globalization;
using System.Text.Json.Nodes;

namespace CrmRoi.Cli.Tests;

/// <summary>The whole way of a file, from its bytes to the figures, on one database as on the other.</summary>
public sealed class DatabaseImportTests
{
    private const int Deals = 400;
    private const string Orders = "order id,order date,customer,product,quantity,price\n";

    [PostgreSqlFact]
    public async Task What_becomes_of_files_does_not_depend_on_the_database()
    {
        var onSqlite = await ToldAsync(onPostgreSql: false);
        var onPostgreSql = await ToldAsync(onPostgreSql: true);

        onSqlite[1].ToJsonString().Should().Contain("\"refused\":2").And.Contain("NUL byte").And.Contain("2026-02-30").And.Contain("repeated-lines");
        onSqlite[6].ToJsonString().Should().Contain("\"undone\"").And.Contain("\"done\"");
        foreach (var (sqlite, postgreSql) in onSqlite.Zip(onPostgreSql))
        {
            JsonNode.DeepEquals(sqlite, postgreSql).Should().BeTrue("{0} is to be {1}", postgreSql, sqlite);
        }
    }

    private static async Task<List<JsonNode>> ToldAsync(bool onPostgreSql)
    {
        using var program = new Crmroi(onPostgreSql);
        await program.RunAsync("migrate");
        var deals = program.Write("deals.csv", DealsUntil(Deals));
        var orders = program.Write("orders.csv", Orders + "1,2026-01-05,Acme,\"A \"\"small\"\" one\",2,10\n1,2026-01-05,Acme,\"A \"\"small\"\" one\",2,10\n2,2026-02-31,Bär,Two,1,5\n");
        List<string[]> calls =
        [
            ["import", deals, orders, "--dry-run"],
            ["import", deals, orders],
            ["metrics"],
            ["import", program.Write("more.csv", DealsUntil(Deals + 3).Replace("Closed Won", "Closed Lost", StringComparison.Ordinal)), "--full"],
            ["import", "undo", "2"],
            ["metrics"],
            ["import", "list"],
        ];
        List<JsonNode> told = [];
        foreach (var call in calls)
        {
            told.Add(WithoutTimes(await program.JsonAsync(call)));
        }

        JsonNode.DeepEquals(told[5], told[2]).Should().BeTrue("what is undone leaves nothing");
        return told;
    }

    // A NUL byte where it is kept and where it is not, a lone backslash, a tab, a letter beyond the first plane, and days that no calendar has.
    private static string DealsUntil(int count) => "opportunity id,stage,created,close date,amount,owner,account,notes\n" + string.Concat(Enumerable.Range(1, count).Select(i => string.Create(
        CultureInfo.InvariantCulture,
        $"{i},{(i % 3 == 0 ? "Closed Lost" : "Closed Won")},2026-01-{1 + (i % 28):D2},{(i == 17 ? "2026-02-30" : "2026-03-15")},{100 + i}.5,Rep {i % 5},{AccountOf(i)},\"said{(i == 9 ? "\0" : "")} this, and much that is not kept here\"\n")));

    private static string AccountOf(int deal) => deal switch
    {
        7 => "Ac\0me",
        8 => "C:\\new\\table",
        9 => "a\tb",
        10 => "Smile 😀 & Söhne",
        _ => "Acme",
    };

    private static JsonNode WithoutTimes(JsonNode told)
    {
        foreach (var file in told["files"] as JsonArray ?? [])
        {
            file!.AsObject().Remove("started");
        }

        return told;
    }
}
