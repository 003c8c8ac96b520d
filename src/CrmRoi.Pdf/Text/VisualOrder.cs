using System.Text;

namespace CrmRoi.Pdf;

/// <summary>Puts a line that holds right-to-left text into the order in which it is drawn.</summary>
/// <remarks>
/// A short form of the Unicode bidirectional algorithm: strong letters, numbers and neutrals, without explicit embeddings.
/// </remarks>
internal static class VisualOrder
{
    private const string Open = "()[]{}<>«»‹›";

    private enum Direction
    {
        Neutral,
        Left,
        Right,
        Number,
    }

    public static List<Cluster> Arrange(List<Cluster> clusters)
    {
        if (!clusters.Any(cluster => IsRightToLeft(cluster.Shown)))
        {
            return clusters;
        }

        var levels = Levels([.. clusters.Select(cluster => Of(cluster.Shown))]);
        var order = Enumerable.Range(0, clusters.Count).ToArray();
        for (var level = levels.Max(); level > 0; level--)
        {
            ReverseRuns(order, levels, level);
        }

        return [.. order.Select(index => levels[index] % 2 == 1 ? Mirrored(clusters[index]) : clusters[index])];
    }

    private static int[] Levels(Direction[] directions)
    {
        var paragraph = directions.First(direction => direction is Direction.Left or Direction.Right);
        var levels = new int[directions.Length];
        var strong = paragraph;
        for (var index = 0; index < directions.Length; index++)
        {
            strong = directions[index] is Direction.Left or Direction.Right ? directions[index] : strong;
            if (directions[index] == Direction.Number && strong == Direction.Left)
            {
                directions[index] = Direction.Left;
            }
        }

        for (var index = 0; index < directions.Length; index++)
        {
            var direction = directions[index] == Direction.Neutral ? Surrounding(directions, index, paragraph) : directions[index];
            levels[index] = direction switch
            {
                Direction.Right => 1,
                Direction.Number => 2,
                _ => paragraph == Direction.Right ? 2 : 0,
            };
        }

        return levels;
    }

    /// <summary>A neutral goes with its neighbours where they agree, and between two figures with the number.</summary>
    private static Direction Surrounding(Direction[] directions, int index, Direction paragraph)
    {
        var first = Array.FindLastIndex(directions, index, direction => direction != Direction.Neutral);
        var last = Array.FindIndex(directions, index, direction => direction != Direction.Neutral);
        var before = first < 0 ? paragraph : directions[first];
        var after = last < 0 ? paragraph : directions[last];
        if (before == Direction.Number && after == Direction.Number && last - first == 2)
        {
            return Direction.Number;
        }

        before = before == Direction.Number ? Direction.Right : before;
        after = after == Direction.Number ? Direction.Right : after;
        return before == after ? before : paragraph;
    }

    private static void ReverseRuns(int[] order, int[] levels, int level)
    {
        for (var start = 0; start < order.Length; start++)
        {
            var end = start;
            while (end < order.Length && levels[order[end]] >= level)
            {
                end++;
            }

            Array.Reverse(order, start, end - start);
            start = Math.Max(start, end - 1);
        }
    }

    private static Cluster Mirrored(Cluster cluster)
    {
        var place = cluster.Shown.IsBmp ? Open.IndexOf((char)cluster.Shown.Value, StringComparison.Ordinal) : -1;
        return place < 0 ? cluster : cluster with { Shown = new Rune(Open[place ^ 1]) };
    }

    private static Direction Of(Rune rune) =>
        Rune.IsDigit(rune) ? Direction.Number
        : IsRightToLeft(rune) ? Direction.Right
        : Rune.IsLetter(rune) ? Direction.Left
        : Direction.Neutral;

    private static bool IsRightToLeft(Rune rune) => !Rune.IsDigit(rune) && rune.Value
        is (>= 0x0590 and <= 0x08FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFC)
        or (>= 0x10800 and <= 0x10FFF) or (>= 0x1E800 and <= 0x1EFFF);
}
