using System.CommandLine;
using System.Globalization;
using CrmRoi.Import;
using CrmRoi.Metrics.Return;

namespace CrmRoi.Cli.Calculations;

/// <summary><c>calc cash FILE --rate R</c>: what the library makes of anyone's dated amounts.</summary>
internal sealed class CashCalculation(TextWriter output)
{
    private readonly Argument<string> file = new("FILE") { Description = "CSV with the columns date (2026-01-31) and amount; the header is optional" };
    private readonly Option<double> rate = new("--rate") { Description = "The effective rate a year, as a fraction: 0.08", Required = true };

    public Command Build()
    {
        var cash = new Command("cash", "Net present value, internal rates of return and payback of dated amounts") { file, rate };
        cash.SetAction(RunAsync);
        return cash;
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
        var content = await CalculationFile.ReadAsync(path, cancellationToken);
        if (content.Has("date") && content.Has("amount"))
        {
            return [.. content.Dates("date").Zip(content.Amounts("amount"), (day, amount) => new DatedAmount(day, amount))];
        }

        if (AmountOf(content.FirstRow) is null)
        {
            throw new WrongUseException("The file needs the columns date and amount.");
        }

        return [.. content.Rows.Prepend(content.FirstRow).Select(row => AmountOf(row)
            ?? throw new WrongUseException($"Line {row.Line} is not a date such as 2026-01-31 and an amount."))];
    }

    private static DatedAmount? AmountOf(TableRow row) => AmountOf(row[0], row[1]);

    private static DatedAmount? AmountOf(string? date, string? amount) =>
        DateOnly.TryParseExact(date?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && decimal.TryParse(amount, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? new DatedAmount(day, value)
            : null;
}
