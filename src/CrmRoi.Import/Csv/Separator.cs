namespace CrmRoi.Import.Csv;

/// <summary>Finds what parts the columns: the character that gives the first lines the same number of columns, and the most.</summary>
internal static class Separator
{
    private const int LinesRead = 50;
    private static readonly char[] Candidates = [',', ';', '\t', '|'];

    public static char Of(string text) => Candidates
        .Select(candidate => (candidate, counts: Counts(text, candidate)))
        .MaxBy(found => Score(found.counts)).candidate;

    // Columns of the header, or of most lines where that is only a title, times the share of lines that have as many: a comma inside amounts is not consistent.
    private static double Score(List<int> counts)
    {
        var columns = counts.Count == 0 ? 1 : counts[0] > 1 ? counts[0] : counts.GroupBy(count => count).MaxBy(group => group.Count())!.Key;
        return columns == 1 ? 0 : columns * Math.Pow((double)counts.Count(count => count == columns) / counts.Count, 2);
    }

    private static List<int> Counts(string text, char separator)
    {
        var counts = new List<int>();
        var (columns, quoted, any) = (1, false, false);
        foreach (var character in text)
        {
            if (character == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && character == separator)
            {
                columns++;
            }
            else if (!quoted && character is '\n' or '\r')
            {
                if (any)
                {
                    counts.Add(columns);
                }

                (columns, any) = (1, false);
                if (counts.Count == LinesRead)
                {
                    return counts;
                }

                continue;
            }

            any = true;
        }

        if (any)
        {
            counts.Add(columns);
        }

        return counts;
    }
}
