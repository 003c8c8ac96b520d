using System.Globalization;
using CrmRoi.Import;
using CrmRoi.Import.Csv;

namespace CrmRoi.Cli.Calculations;

/// <summary>A CSV file that an algorithm is to run on: its columns by name, read strictly, because a cell that is skipped would change the answer.</summary>
internal sealed class CalculationFile
{
    private readonly Table table;
    private readonly List<string> headers;

    private CalculationFile(Table table)
    {
        this.table = table;
        Rows = [.. table.Rows];
        headers = [.. table.Headers.Select(header => header.Trim())];
    }

    /// <summary>The rows, headers apart.</summary>
    public IReadOnlyList<TableRow> Rows { get; }

    /// <summary>The first row as it stands, header or not.</summary>
    public TableRow FirstRow => new(1, table.Headers);

    /// <exception cref="WrongUseException">The file cannot be read.</exception>
    public static async Task<CalculationFile> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return new(CsvTable.Read(await File.ReadAllBytesAsync(path, cancellationToken)));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new WrongUseException($"The file '{path}' cannot be read: {problem.Message}");
        }
    }

    public bool Has(string column) => IndexOf(column) >= 0;

    /// <summary>The texts of a column, trimmed.</summary>
    /// <exception cref="WrongUseException">There is no such column.</exception>
    public IReadOnlyList<string> Texts(string column)
    {
        var index = IndexOf(column);
        return index >= 0
            ? [.. Rows.Select(row => row[index]?.Trim() ?? "")]
            : throw new WrongUseException($"The file has no column '{column}'; it has {string.Join(", ", headers)}.");
    }

    /// <summary>The numbers of a column, with a point before decimals.</summary>
    /// <exception cref="WrongUseException">There is no such column, or a cell of it is no number.</exception>
    public IReadOnlyList<double> Numbers(string column) => Read(column, "a number", text =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : (double?)null);

    /// <summary>The amounts of money of a column, with a point before decimals.</summary>
    /// <exception cref="WrongUseException">There is no such column, or a cell of it is no amount.</exception>
    public IReadOnlyList<decimal> Amounts(string column) => Read(column, "an amount", text =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : (decimal?)null);

    /// <summary>The dates of a column, as 2026-01-31; a time after it is left out.</summary>
    /// <exception cref="WrongUseException">There is no such column, or a cell of it is no date.</exception>
    public IReadOnlyList<DateOnly> Dates(string column) => Read(column, "a date such as 2026-01-31", text =>
        DateOnly.TryParseExact(text.Length > 10 ? text[..10] : text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : (DateOnly?)null);

    private List<T> Read<T>(string column, string what, Func<string, T?> read)
        where T : struct => [.. Texts(column).Zip(Rows, (text, row) =>
            read(text) ?? throw new WrongUseException($"Line {row.Line}: '{text}' in column '{column}' is not {what}."))];

    private int IndexOf(string column) => headers.FindIndex(header => string.Equals(header, column, StringComparison.OrdinalIgnoreCase));
}
