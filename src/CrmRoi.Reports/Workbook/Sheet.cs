using System.Globalization;

namespace CrmRoi.Reports.Workbook;

/// <summary>A sheet that is filled row by row.</summary>
/// <param name="name">Its name, at most 31 characters.</param>
/// <param name="widths">The width of each column, in characters.</param>
internal sealed class Sheet(string name, params IReadOnlyList<double> widths)
{
    private readonly List<IReadOnlyList<SheetCell?>> rows = [];

    public string Name => name;

    public IReadOnlyList<double> Widths => widths;

    public IReadOnlyList<IReadOnlyList<SheetCell?>> Rows => rows;

    /// <summary>How many rows stay when it is scrolled.</summary>
    public int FrozenRows { get; set; }

    /// <summary>How many columns stay.</summary>
    public int FrozenColumns { get; set; } = 1;

    public List<NativeChart> Charts { get; } = [];

    /// <summary>The number of the next row.</summary>
    public int Next => rows.Count + 1;

    /// <summary>Adds a row and returns its number.</summary>
    public int Add(params IReadOnlyList<SheetCell?> cells)
    {
        rows.Add(cells);
        return rows.Count;
    }

    /// <summary>Adds the row of headings; it and all above stay when the sheet is scrolled.</summary>
    public void AddHead(params IReadOnlyList<string> headings)
    {
        Add([.. headings.Select((heading, index) => SheetCell.Of(heading, index == 0 ? CellStyle.Head : CellStyle.HeadNumber))]);
        FrozenRows = rows.Count;
    }

    /// <summary>A cell or range of this sheet as other sheets name it: 'Cash flow'!$C$2:$C$25.</summary>
    public string Range(int column, int from, int? to = null)
    {
        var (letter, quoted) = (Letter(column), name.Replace("'", "''", StringComparison.Ordinal));
        var end = to is { } last ? string.Create(CultureInfo.InvariantCulture, $":${letter}${last}") : "";
        return string.Create(CultureInfo.InvariantCulture, $"'{quoted}'!${letter}${from}{end}");
    }

    /// <summary>A cell as its own sheet names it: C2.</summary>
    public static string At(int column, int row) => string.Create(CultureInfo.InvariantCulture, $"{Letter(column)}{row}");

    /// <summary>"A" of 1, "AA" of 27.</summary>
    public static string Letter(int column) => column <= 26
        ? ((char)('A' + column - 1)).ToString()
        : Letter((column - 1) / 26) + Letter(((column - 1) % 26) + 1);
}
