namespace CrmRoi.Import;

/// <summary>The cells of a file before anything is understood of them. What reads another format makes one of these.</summary>
/// <param name="Headers">The first row, as written.</param>
/// <param name="Rows">The others that are not blank. They may be read from the file each time: go through them as seldom as can be.</param>
/// <param name="Separator">What parts the columns; a tab for formats that have none.</param>
public sealed record Table(IReadOnlyList<string> Headers, IReadOnlyCollection<TableRow> Rows, char Separator)
{
    private TableProfile? profile;

    /// <summary>What its columns say as a whole: every row is looked at once.</summary>
    internal TableProfile Profile => profile ??= TableProfile.Of(this);

    /// <summary>The same, once every row was looked at.</summary>
    /// <exception cref="RefusedFileException">One of them is no row.</exception>
    internal Table Checked()
    {
        _ = Profile;
        return this;
    }
}

/// <summary>One row of a file.</summary>
/// <param name="Line">The physical line on which it begins, the header being 1.</param>
/// <param name="Cells">What its columns say; there may be fewer than headers.</param>
public sealed record TableRow(int Line, IReadOnlyList<string> Cells)
{
    /// <summary>What a column says, without blanks around it; none where it says nothing.</summary>
    public string? this[int column]
    {
        get
        {
            if (column >= Cells.Count || Cells[column] is not { Length: > 0 } cell)
            {
                return null;
            }

            return char.IsWhiteSpace(cell[0]) || char.IsWhiteSpace(cell[^1]) ? cell.Trim() is { Length: > 0 } text ? text : null : cell;
        }
    }
}
