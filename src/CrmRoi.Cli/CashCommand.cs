using System.CommandLine;
using System.Globalization;
using CrmRoi.Import.Csv;
using CrmRoi.Metrics.Return;

namespace CrmRoi.Cli;

/// <summary><c>calc cash FILE --rate R</c>: what the library makes of anyone's dated amounts.</summary>
internal sealed class CashCommand(TextWriter output)
{
    private readonly Argument<string> file = new("FILE") { Description = "CSV with the columns date (2026-01-31) and amount; the header is optional" };
    private readonly Option<double> rate = new("--rate") { Description = "The effective rate a year, as a fraction: 0.08", Required = true };

    public Command Build()
    {
        var cash = new Command("cash", "Net present value, internal rates of return and payback of dated amounts") { file, rate };
        cash.SetAction(RunAsync);
        return new Command("calc", "Run the library's own algorithms on a file") { cash };
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var yearly = parsed.GetValue(rate);
        if (!(yearly > -1) || double.IsInfinity(yearly))
        {
            throw new WrongUseException("--rate must be a fraction above -1, such as 0.08.");
        }

        var flow = await ReadAsync(parsed.GetValue(file)!, cancellationToken);
        await output.WriteJsonAsync(new { npv = Npv.Dated(yearly, flow), irr = Irr.Dated(flow), paybackMonths = Payback.Months(flow) });
        return CommandLine.Done;
    }

    private static async Task<List<DatedAmount>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        byte[] content;
        try
        {
            content = await File.ReadAllBytesAsync(path, cancellationToken);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new WrongUseException($"The file '{path}' cannot be read: {problem.Message}");
        }

        var table = CsvTable.Read(content);
        var headers = table.Headers.Select(header => header.Trim().ToLowerInvariant()).ToList();
        var (date, amount) = (headers.IndexOf("date"), headers.IndexOf("amount"));
        var hasHeader = date >= 0 && amount >= 0;
        if (!hasHeader && (headers.Count < 2 || AmountOf(headers[0], headers[1]) is null))
        {
            throw new WrongUseException("The file needs the columns date and amount.");
        }

        var rows = hasHeader ? table.Rows : [new Import.TableRow(1, table.Headers), .. table.Rows];
        return [.. rows.Select(row => AmountOf(row[hasHeader ? date : 0], row[hasHeader ? amount : 1])
            ?? throw new WrongUseException($"Line {row.Line} is not a date such as 2026-01-31 and an amount."))];
    }

    private static DatedAmount? AmountOf(string? date, string? amount) =>
        DateOnly.TryParseExact(date?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && decimal.TryParse(amount, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? new DatedAmount(day, value)
            : null;
}
