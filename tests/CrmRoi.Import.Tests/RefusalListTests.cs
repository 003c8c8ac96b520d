using CrmRoi.Import.Reading;

namespace CrmRoi.Import.Tests;

public sealed class RefusalListTests
{
    [Fact]
    public void Refusals_come_back_by_line_whole_and_in_the_order_of_finding_whether_they_are_held_or_lie_in_a_file()
    {
        var refusals = new RefusalList(mostHeld: 3);
        Refusal[] all = [.. new[] { 9, 2, 70_000, 5, 9, 4, 3, 8 }.Select((line, found) => new Refusal(line, "Betrag €", $"-{found}", found % 2 == 0 ? "negative" : "bad-date", $"Reason {found}.") { Arguments = [$"{found}", "ü"] })];

        foreach (var refusal in all)
        {
            refusals.Add(refusal);
        }

        refusals.Should().BeEquivalentTo(all.OrderBy(refusal => refusal.Line), options => options.WithStrictOrdering());
        refusals.Should().HaveCount(8, "they can be gone through again");
        (refusals.Count, refusals.CountOf("negative"), refusals.CountOf("missing")).Should().Be((8, 4, 0));
        (refusals.Holds(70_000), refusals.Holds(6), refusals.Holds(80_000)).Should().Be((true, false, false));
    }

    [Fact]
    public async Task Rows_are_parted_again_as_they_were_joined()
    {
        string[] headers = ["a,b", "line\nbreak", "\"said\"", ""];
        var raw = RefusedRowsFile.RawLine(new Table(headers, [], ','), new TableRow(2, ["1\r\n2", "\"", "x\"\"y,", "äöü"]));

        var file = await RefusedRows.FileOf((2, "No.", raw), (2, "Again.", raw), (7, "No.", raw));

        var row = "\"1\r\n2\",\"\"\"\",\"x\"\"\"\"y,\",äöü";
        file.Should().Be($"\uFEFFCrmRoi line,CrmRoi reason,\"a,b\",\"line\nbreak\",\"\"\"said\"\"\",\r\n2,No.,{row}\r\n7,No.,{row}\r\n");
    }
}
