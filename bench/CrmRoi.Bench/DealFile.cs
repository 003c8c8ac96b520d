using System.Globalization;

namespace CrmRoi.Bench;

/// <summary>A pipeline of any length as a CRM exports it, the same each time.</summary>
internal static class DealFile
{
    private const int Seed = 7;
    private const int Days = 1_300;

    public static string Write(string folder, int deals)
    {
        var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"deals-{deals}.csv"));
        var random = new Random(Seed);
        var first = new DateOnly(2022, 1, 1);
        using var writer = new StreamWriter(path);
        writer.Write("opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value\n");
        for (var i = 0; i < deals; i++)
        {
            var (start, kind) = (first.AddDays(random.Next(Days)), random.NextDouble());
            var closed = start.AddDays(1 + random.Next(140));
            var (stage, end, value) = kind < 0.5 ? ("Won", Day(closed), (50 + random.Next(9_000)).ToString(CultureInfo.InvariantCulture))
                : kind < 0.85 ? ("Lost", Day(closed), "0")
                : ("Engaging", "", "");
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"OPP-{i:D8},Rep {random.Next(35):D2},Product {random.Next(7)},Account {random.Next(500)},{stage},{Day(start)},{end},{value}\n"));
        }

        return path;
    }

    private static string Day(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
