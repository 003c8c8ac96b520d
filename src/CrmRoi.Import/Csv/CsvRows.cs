using System.Collections;
using CrmRoi.Import.Files;
using CsvHelper;

namespace CrmRoi.Import.Csv;

/// <summary>The rows of a CSV file below its header, read from the file each time that somebody goes through them: any number in little memory.</summary>
internal sealed class CsvRows(TextScan scan, char separator, bool skipsFirst) : IReadOnlyCollection<TableRow>
{
    // A quotation mark that is never closed would make one row of the rest of the file.
    private const int LongestRecord = 4 * CsvTable.MaxRow;

    private int? count;
    private int titles;

    public int Count => count ??= Read().Skip(titles + 1).Count();

    /// <summary>The cells of the first row that is neither blank nor part of a title above the table.</summary>
    /// <exception cref="RefusedFileException">There is none.</exception>
    public string[] Headers()
    {
        var first = Read().Take(HeaderRow.RowsLooked).ToList();
        titles = first.Count == 0 ? throw new RefusedFileException("empty", "The file is empty.") : HeaderRow.BelowTitles(first);
        return CsvTable.Checked([.. first[titles].Cells]);
    }

    public IEnumerator<TableRow> GetEnumerator() => Read().Skip(titles + 1).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private IEnumerable<TableRow> Read()
    {
        var unclosed = false;
        var options = new CsvReaderOptions
        {
            Separator = separator,
            HasHeader = false,
            TrackLineNumbers = true,
            PoolStrings = true,
            MaxRecordSize = LongestRecord,
            OnMalformedRecord = record => unclosed |= record.Reason == CsvMalformedReason.UnterminatedQuote,
        };
        using var text = scan.IsUtf8 ? null : scan.OpenText();
        using var reader = text is null ? CsvReader.Create(scan.OpenBytes(), options, leaveOpen: false) : CsvReader.Create(text, options, leaveOpen: true);
        while (Next(reader))
        {
            var line = (int)reader.LineNumber;
            if (unclosed)
            {
                throw new RefusedFileException("open-quote", CsvTable.Invariant($"A quotation mark that opens on line {line} is never closed."));
            }

            if (reader.RawRecord.Length > CsvTable.MaxRow)
            {
                throw new RefusedFileException("line-too-long", CsvTable.Invariant($"Line {line} is longer than a million bytes."));
            }

            if (skipsFirst && line == 1)
            {
                continue;
            }

            var cells = reader.Current.ToArray();
            if (!Array.TrueForAll(cells, string.IsNullOrWhiteSpace))
            {
                yield return new TableRow(line, cells);
            }
        }

        scan.Source.CheckUnchanged();
    }

    private static bool Next(CsvReader reader)
    {
        try
        {
            return reader.Read();
        }
        catch (CsvFormatException problem)
        {
            throw new RefusedFileException(
                "open-quote", CsvTable.Invariant($"A quotation mark that opens on line {problem.LineNumber} is never closed, or what it holds is longer than a million bytes."));
        }
    }
}
