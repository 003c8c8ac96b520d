using CrmRoi.Import.Reading;
using CrmRoi.Metrics.Records;

namespace CrmRoi.Import.Tests;

public sealed class WorkbookTests
{
    private static readonly object?[] Header = ["deal id", "stage", "close date", "amount", "account"];

    private static readonly object?[][] Deals =
    [
        Header,
        ["1", "Won", new DateTime(2026, 1, 15), 12.345, "Müller & Söhne"],
        [2, "Lost", new DateTime(2026, 2, 20, 13, 30, 0), new Formula("D2*2", 24.69), "Acme"],
    ];

    [Fact]
    public void A_workbook_of_one_sheet_is_one_table_with_its_dates_shared_words_and_cached_formulas()
    {
        var deals = Only(Packed.Workbook(("Deals", "visible", Deals, []))).Records<Deal>();

        deals.Select(deal => (deal.Id, deal.ClosedOn, deal.Value, deal.Customer)).Should().Equal(
            ("1", new DateOnly(2026, 1, 15), 12.345m, "Müller & Söhne"),
            ("2", new DateOnly(2026, 2, 20), 24.69m, "Acme"));
    }

    [Fact]
    public void An_old_workbook_is_read_as_well()
    {
        var reading = Only(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Workbooks", "deals.xls")));

        reading.Records<Deal>().Select(deal => (deal.Id, deal.Outcome, deal.ClosedOn, deal.Value, deal.Customer)).Should().Equal(
            ("1", DealOutcome.Won, new DateOnly(2026, 1, 15), 1234.5m, "Müller & Söhne"),
            ("2", DealOutcome.Lost, new DateOnly(2026, 2, 20), 99m, "Acme"));
    }

    [Fact]
    public void Each_shown_sheet_is_a_file_of_its_own_and_one_that_is_no_table_is_set_aside()
    {
        object?[][] people = [["sales agent", "manager", "regional office"], ["Ann", "Bob", "West"]];
        object?[][] notes = [["Exported by Ann"], ["on Monday"]];

        var files = Reads.Together([new("book.xlsx", Packed.Workbook(("Deals", "visible", Deals, []), ("Notes", "visible", notes, []), ("hiddenSheet", "veryHidden", people, []), ("Team", "visible", people, [])))]);

        files.Select(file => (file.File.Name, file.Reading?.Mapping.Kind)).Should().Equal(
            ("book.xlsx/Deals", RecordKind.Deals), ("book.xlsx/Notes", null), ("book.xlsx/Team", RecordKind.People));
        files[1].SetAside!.Code.Should().Be("one-column");
    }

    [Fact]
    public void Headers_are_found_below_a_title_and_lines_are_those_of_the_sheet()
    {
        object?[][] report = [["Pipeline report"], [], Header, ["1", "Won", new DateTime(2026, 1, 15), -5, "Acme"]];

        var refusal = Only(Packed.Workbook(("Report", "visible", report, ["A1:E1"]))).OnlyRefusal();

        (refusal.Line, refusal.Column, refusal.Code).Should().Be((4, "amount", "negative"));
    }

    [Fact]
    public void A_word_merged_over_rows_is_said_of_each_and_an_amount_is_counted_once()
    {
        object?[][] rows = [Header, ["1", "Won", new DateTime(2026, 1, 15), 100, "Acme"], ["2", "Won", new DateTime(2026, 1, 16), null, null]];

        var deals = Only(Packed.Workbook(("Deals", "visible", rows, ["D2:D3", "E2:E3"]))).Records<Deal>();

        deals.Select(deal => (deal.Customer, deal.Value)).Should().Equal(("Acme", 100m), ("Acme", null));
    }

    [Fact]
    public void A_workbook_that_is_damaged_or_holds_an_entity_bomb_is_refused()
    {
        const string Bomb = "<?xml version=\"1.0\"?><!DOCTYPE z [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>";

        Problem(Packed.Workbook(Bomb, ("Deals", "visible", Deals, []))).Should().Be("entities");
        Problem([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0, 0, 0]).Should().Be("bytes-lost");
        Problem([.. Packed.Workbook(("Deals", "visible", Deals, [])).Take(900)]).Should().Be("cut-off");
    }

    private static FileReading Only(byte[] content)
    {
        var file = Reads.Together([new("book.xlsx", content)]).Should().ContainSingle().Subject;
        file.Problem.Should().BeNull();
        return file.Reading!;
    }

    private static string? Problem(byte[] content) => Reads.Together([new("book.xlsx", content)]).Should().ContainSingle().Subject.Problem?.Code;
}
