using CrmRoi.Import.Reading;
using CrmRoi.Metrics.Records;

namespace CrmRoi.Import.Tests;

/// <summary>Rows that make one record together are read in little memory, wherever they stand.</summary>
public sealed class RowGroupsTests
{
    [Fact]
    public void A_group_ends_with_its_last_row_and_rows_without_a_key_end_none()
    {
        var groups = RowGroups.Of(["a", "b", null, "a", "c", "b"], 6);

        Enumerable.Range(0, 6).Where(groups.EndsAt).Should().Equal(3, 4, 5);
        groups.Turns.Should().Be(1);
    }

    [Fact]
    public void What_would_be_too_much_to_hold_at_once_is_read_in_turns()
    {
        string[] apart = [.. Enumerable.Range(0, 2).SelectMany(_ => Enumerable.Range(0, 1_000).Select(i => $"{i}"))];
        string[] together = [.. apart.Order(StringComparer.Ordinal)];

        var groups = RowGroups.Of(apart, apart.Length, mostHeld: 500);

        groups.Turns.Should().BeGreaterThan(3);
        apart.Select(groups.TurnOf).Distinct().Should().HaveCount(groups.Turns);
        RowGroups.Of(together, together.Length, mostHeld: 500).Turns.Should().Be(1);
    }

    [Fact]
    public void Lines_of_orders_far_apart_make_the_same_orders_in_one_turn_and_in_many()
    {
        var lines = Enumerable.Range(0, 3).SelectMany(line => Enumerable.Range(0, 400).Select(i => $"O{i},2026-01-{1 + (i % 28):00},{line + 1},{i}.5"));
        var table = Csv.CsvTable.Read(System.Text.Encoding.UTF8.GetBytes($"order id,order date,quantity,unit price\n{string.Join('\n', lines)}\nO7,2026-01-08,x,1\n"));
        var sheet = new Sheet(table, Mapping.MappingGuess.Of(table), new("csv", "EUR", TimeZoneInfo.Utc, new(2026, 11, 21), null, new()));

        var (once, refusedOnce) = Read(RowGroups.MostHeld);
        var (often, refusedOften) = Read(50);

        once.Should().HaveCount(399);
        once.Sum(order => order.Revenue).Should().Be(Enumerable.Range(0, 400).Where(i => i != 7).Sum(i => 6 * (i + 0.5m)));
        often.OrderBy(order => order.Id, StringComparer.Ordinal).Should().Equal(once.OrderBy(order => order.Id, StringComparer.Ordinal));
        refusedOnce.Should().Be(4, "all lines of an order are refused with one of them");
        refusedOften.Should().Be(4);

        (List<Order> Orders, int Refused) Read(int mostHeld)
        {
            var refusals = new RefusalList();
            var parts = GroupedRows.Parts(sheet, new OrderReading(sheet, refusals, new()), 100, mostHeld).ToList();
            parts.Sum(part => part.Rows).Should().Be(1_201);
            return ([.. parts.SelectMany(part => part.Records).Select(read => (Order)read.Record)], refusals.Count);
        }
    }
}
