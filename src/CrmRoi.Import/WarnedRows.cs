using CrmRoi.Import.Reading;

namespace CrmRoi.Import;

/// <summary>The first rows that warnings are about, as the file says them, for people to look at.</summary>
/// <param name="Headers">The columns that mean something.</param>
/// <param name="Cells">What those columns say, by the line of the row.</param>
public sealed record WarnedRows(IReadOnlyList<string> Headers, IReadOnlyDictionary<int, IReadOnlyList<string>> Cells)
{
    private const int MostColumns = 12;
    private const int LongestCell = 80;

    // A row far down is named by its line alone: the file is not read to its end once more.
    private const int RowsSearched = 100_000;

    /// <summary>No rows.</summary>
    public static WarnedRows None { get; } = new([], new Dictionary<int, IReadOnlyList<string>>());

    internal static WarnedRows Of(RecordStream stream, IReadOnlyList<ImportWarning> warnings)
    {
        var wanted = warnings.SelectMany(warning => warning.Lines).ToHashSet();
        if (wanted.Count == 0)
        {
            return None;
        }

        List<int> columns = [.. stream.Mapping.Columns.Values.Distinct().Order().Take(MostColumns)];
        var cells = new Dictionary<int, IReadOnlyList<string>>();
        foreach (var row in stream.Table.Rows.Take(RowsSearched))
        {
            if (wanted.Remove(row.Line))
            {
                cells[row.Line] = columns.ConvertAll(column => row[column] is { } said ? said.Length > LongestCell ? $"{said.AsSpan(0, LongestCell)}…" : said : "");
                if (wanted.Count == 0)
                {
                    break;
                }
            }
        }

        return new(columns.ConvertAll(column => stream.Table.Headers[column]), cells);
    }
}
