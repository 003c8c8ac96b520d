using CrmRoi.Metrics.Records;

namespace CrmRoi.Import.Reading;

/// <summary>Rows of customers, people and products: those that deals and orders name.</summary>
internal static class PartyReading
{
    public static Customer Customer(RowReader row, WarningList warnings)
    {
        var name = row.Needed("name");
        var (since, ended) = (row.Day("since"), row.Day("ended"));
        CheckOrder(row, "ended", since, ended);
        return new Customer
        {
            Source = row.Settings.Source,
            Id = row.Id(row.Written("name")),
            Name = name,
            Segment = row.Text("segment"),
            Region = row.Text("region"),
            Channel = row.Text("channel"),
            Since = since,
            Ended = ended,
        };
    }

    public static Person Person(RowReader row, WarningList warnings)
    {
        var name = row.Needed("name");
        var (from, to) = (row.Day("from"), row.Day("to"));
        CheckOrder(row, "to", from, to);

        // Who changes teams has a row for each time, so the id alone does not tell one from another.
        var id = row.Id(row.Written("name"));
        return new Person
        {
            Source = row.Settings.Source,
            Id = from is { } day ? $"{id}@{day:O}" : id,
            Name = name,
            Team = row.Text("team"),
            Region = row.Text("region"),
            From = from,
            To = to,
        };
    }

    public static Product Product(RowReader row, WarningList warnings)
    {
        var name = row.Needed("name");
        return new Product
        {
            Source = row.Settings.Source,
            Id = row.Id(row.Written("name")),
            Name = name,
            Series = row.Text("series"),
            ListPrice = row.Money("price"),
        };
    }

    private static void CheckOrder(RowReader row, string field, DateOnly? from, DateOnly? to)
    {
        if (to < from)
        {
            row.Refuse("ends-before-start", field, $"It ends before it starts on {from:O}.");
        }
    }
}
