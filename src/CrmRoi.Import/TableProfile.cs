using CrmRoi.Import.Parsing;

namespace CrmRoi.Import;

/// <summary>What the columns of a table say as a whole, found by going through its rows once.</summary>
/// <param name="Rows">How many rows there are.</param>
/// <param name="Columns">Its columns.</param>
internal sealed record TableProfile(int Rows, IReadOnlyList<ColumnProfile> Columns)
{
    private const int Part = 500;

    // A row may say a million letters.
    private const int LettersAtOnce = 1_000_000;

    /// <summary>The line of the last row that has more than one cell: what stands alone below it is a note.</summary>
    public int LastWide { get; private init; }

    /// <summary>The line of the last row of which more than one cell says something.</summary>
    public int LastTold { get; private init; }

    /// <summary>The lines of rows with one cell above headers that are there again: the names of groups.</summary>
    public IReadOnlySet<int> Titles { get; private init; } = new HashSet<int>();

    public static TableProfile Of(Table table)
    {
        var columns = table.Headers.Select(_ => new ColumnProfile()).ToArray();
        var (count, wide, told, looking) = (0, 0, 0, Task.CompletedTask);
        var (titles, above) = (new HashSet<int>(), default(TableRow?));
        foreach (var part in Parts(table.Rows))
        {
            looking.GetAwaiter().GetResult(); // while some rows are looked at the next are read
            looking = Task.Run(() => Add(part, columns));
            count += part.Count;
            wide = part.FindLast(row => row.Cells.Count > 1)?.Line ?? wide;
            above = AddTitles(part, above, table.Headers, titles);
            told = part.FindLast(row => row.Cells.Count(cell => cell.Length > 0) > 1)?.Line ?? told;
        }

        looking.GetAwaiter().GetResult();
        return new(count, columns) { LastWide = wide, LastTold = told, Titles = titles };
    }

    private static TableRow? AddTitles(List<TableRow> part, TableRow? above, IReadOnlyList<string> headers, HashSet<int> titles)
    {
        foreach (var row in part)
        {
            if (above is not null && headers.Count > 3 && row[0] == headers[0].Trim() && row[1] == headers[1].Trim() && above.Cells.Count(cell => !string.IsNullOrWhiteSpace(cell)) == 1)
            {
                titles.Add(above.Line);
            }

            above = row;
        }

        return above;
    }

    private static IEnumerable<List<TableRow>> Parts(IEnumerable<TableRow> rows)
    {
        var (part, letters) = (new List<TableRow>(Part), 0);
        foreach (var row in rows)
        {
            part.Add(row);
            for (var i = 0; i < row.Cells.Count; i++)
            {
                letters += row.Cells[i].Length;
            }

            if (part.Count == Part || letters > LettersAtOnce)
            {
                yield return part;
                (part, letters) = (new(Part), 0);
            }
        }

        if (part.Count > 0)
        {
            yield return part;
        }
    }

    private static void Add(List<TableRow> rows, ColumnProfile[] columns)
    {
        foreach (var row in rows)
        {
            for (var i = 0; i < columns.Length; i++)
            {
                if (row[i] is { } value)
                {
                    columns[i].Add(value);
                }
            }
        }
    }
}

/// <summary>What a column says as a whole.</summary>
internal sealed class ColumnProfile
{
    private const int Kept = 1_000;
    private const int LongestKept = 200;
    private readonly List<string> first = [];
    private bool isFlag = true;
    private string? last;

    /// <summary>The first values.</summary>
    public IReadOnlyList<string> First => first;

    /// <summary>Whether it says anything.</summary>
    public bool HasText => first.Count > 0;

    /// <summary>Whether everything that it says is yes or no.</summary>
    public bool IsFlag => isFlag;

    /// <summary>Whether anything that it says has a digit.</summary>
    public bool HasDigit { get; private set; }

    /// <summary>What it says about how numbers are written.</summary>
    public NumberVotes Numbers { get; private set; }

    /// <summary>What it says about how dates are written.</summary>
    public DateVotes Dates { get; private set; }

    public void Add(string value)
    {
        if (first.Count < Kept)
        {
            first.Add(value.Length <= LongestKept ? value : value[..LongestKept]);
        }

        if (!ReferenceEquals(value, last))
        {
            HasDigit = HasDigit || value.AsSpan().ContainsAnyInRange('0', '9');
            isFlag = isFlag && Flags.Parse(value) is not null;
            last = value;
        }

        Numbers += NumberFormat.VoteOf(value);
        Dates += DateFormat.VoteOf(value);
    }
}
