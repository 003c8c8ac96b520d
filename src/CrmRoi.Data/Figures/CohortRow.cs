using System.Globalization;
using System.Text;
using CrmRoi.Metrics;
using CrmRoi.Metrics.Snapshots;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmRoi.Data;

/// <summary>A stored <see cref="CohortGroup"/>: waits that began in one cell and ended alike.</summary>
public sealed class CohortRow
{
    public long Id { get; init; }

    public Clock Clock { get; init; }

    /// <summary>The month in which they began; unknown when nobody recorded it.</summary>
    public required Month Month { get; init; }

    public required string Rep { get; init; }

    public required string Team { get; init; }

    public required string Region { get; init; }

    public required string Segment { get; init; }

    public required string Channel { get; init; }

    public required string Campaign { get; init; }

    public required string Product { get; init; }

    public required string Stage { get; init; }

    public Ending Ending { get; init; }

    public Month EndMonth { get; init; }

    /// <summary>How many waits have which age: "age:count:value" for each age, parted by semicolons; values in ten thousandths.</summary>
    public required string Ages { get; init; }

    /// <summary>What it stores.</summary>
    public CohortGroup Group => new(Clock, Cell, Stage, Ending, EndMonth, [.. AgesText.Read(Ages)]);

    private Cell Cell => new()
    {
        Month = Month,
        Rep = Rep,
        Team = Team,
        Region = Region,
        Segment = Segment,
        Channel = Channel,
        Campaign = Campaign,
        Product = Product,
    };

    internal static CohortRow Of(CohortGroup cohort) => new()
    {
        Clock = cohort.Clock,
        Month = cohort.Cell.Month,
        Rep = cohort.Cell.Rep,
        Team = cohort.Cell.Team,
        Region = cohort.Cell.Region,
        Segment = cohort.Cell.Segment,
        Channel = cohort.Cell.Channel,
        Campaign = cohort.Cell.Campaign,
        Product = cohort.Cell.Product,
        Stage = cohort.Stage,
        Ending = cohort.Ending,
        EndMonth = cohort.EndMonth,
        Ages = AgesText.Write(cohort.Ages),
    };
}

/// <summary>The text of <see cref="CohortRow.Ages"/>.</summary>
internal static class AgesText
{
    private const char Part = ':';
    private const char Next = ';';

    public static string Write(IReadOnlyList<AgeSum> ages)
    {
        var text = new StringBuilder(ages.Count * 16);
        foreach (var (age, count, value) in ages)
        {
            text.Append(CultureInfo.InvariantCulture, $"{age}{Part}{count}{Part}{Amounts.Scale(value)}{Next}");
        }

        return text.ToString(0, Math.Max(0, text.Length - 1));
    }

    public static IEnumerable<AgeSum> Read(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            yield return new((int)Number(text, ref at, Part), Number(text, ref at, Part), Number(text, ref at, Next) / 10_000m);
        }
    }

    // Reads to the mark, and stands behind it.
    private static long Number(string text, ref int at, char mark)
    {
        var end = text.IndexOf(mark, at) is var found and >= 0 ? found : text.Length;
        var number = long.Parse(text.AsSpan(at, end - at), CultureInfo.InvariantCulture);
        at = end + 1;
        return number;
    }
}

internal sealed class CohortRowConfiguration : IEntityTypeConfiguration<CohortRow>
{
    public void Configure(EntityTypeBuilder<CohortRow> builder)
    {
        builder.ToTable("Cohorts");
        builder.Ignore(row => row.Group);
        builder.HasIndex(row => row.Month);
        builder.HasMembers(nameof(CohortRow.Rep), nameof(CohortRow.Team), nameof(CohortRow.Region), nameof(CohortRow.Segment),
            nameof(CohortRow.Channel), nameof(CohortRow.Campaign), nameof(CohortRow.Product), nameof(CohortRow.Stage));
    }
}
