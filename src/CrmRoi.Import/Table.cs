namespace CrmRoi.Import;

/// <summary>The cells of a file before anything is understood of them. What reads another format makes one of these.</summary>
/// <param name="Headers">The first row, as written.</param>
/// <param name="Rows">The others that are not blank.</param>
/// <param name="Separator">What parts the columns; a tab for formats that have none.</param>
public sealed record Table(IReadOnlyList<string> Headers, IReadOnlyList<TableRow> Rows, char Separator);

/// <summary>One row of a file.</summary>
/// <param name="Line">The physical line on which it begins, the header being 1.</param>
/// <param name="Cells">What its columns say; there may be fewer than headers.</param>
public sealed record TableRow(int Line, IReadOnlyList<string> Cells)
{
    /// <summary>What a column says, without blanks around it; none where it says nothing.</summary>
    public string? this[int column] => column < Cells.Count && Cells[column].AsSpan().Trim() is { Length: > 0 } text
        ? text.Length == Cells[column].Length ? Cells[column] : text.ToString()
        : null;
}
