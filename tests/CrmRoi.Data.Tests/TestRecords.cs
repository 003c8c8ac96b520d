using CrmRoi.Metrics;
using CrmRoi.Metrics.Records;

namespace CrmRoi.Data.Tests;

/// <summary>Records as tests need them.</summary>
internal static class TestRecords
{
    public static Deal Deal(string id, string created = "2024-01-10", string? closed = "2024-02-20", decimal? value = 1000) => new()
    {
        Source = "test",
        Id = id,
        Rep = "Anna",
        Customer = "Acme",
        CreatedOn = Day(created),
        ClosedOn = closed is null ? null : Day(closed),
        Outcome = closed is null ? DealOutcome.Open : DealOutcome.Won,
        Value = value,
    };

    public static Person Person(string name, string team) => new() { Source = "test", Id = name, Name = name, Team = team };

    public static Cost Cost(string id = "1", decimal amount = 100) => new()
    {
        Source = "form",
        Id = id,
        Programme = "CRM",
        Description = "Licences",
        Amount = amount,
        From = new Month(2024, 1),
    };

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
