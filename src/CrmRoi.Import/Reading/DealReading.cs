using System.Globalization;
using CrmRoi.Import.Mapping;
using CrmRoi.Metrics.Records;

namespace CrmRoi.Import.Reading;

/// <summary>A row of deals.</summary>
internal static class DealReading
{
    // Closing dates further off than this are typing mistakes, and would stretch every page to that year.
    private const int FutureDays = 366;

    public static Deal? Read(RowReader row, WarningList warnings)
    {
        var created = row.Day("created");
        var firstContact = row.Day("firstContact");
        var stage = row.Text("stage") ?? row.Text("outcome");
        if (Outcome(row, stage, warnings) is not { } outcome)
        {
            return null;
        }

        var closed = outcome == DealOutcome.Open ? null : ClosedOn(row, outcome);
        Check(row, outcome, closed);
        if (closed < created || closed < firstContact)
        {
            // A deal that was reopened: its closing is the last one, and how long it took is not known.
            warnings.AddRow("closed-before-created", row);
        }

        var value = row.Money("value");
        if (outcome == DealOutcome.Won && value is null or 0)
        {
            warnings.AddRow("won-without-value", row);
        }

        var deal = new Deal
        {
            Source = row.Settings.Source,
            Id = row.Id(row.Text("name"), row.Written("customer"), created?.ToString("O", CultureInfo.InvariantCulture)),
            Name = row.Text("name"),
            Rep = row.Text("rep"),
            Customer = row.Text("customer"),
            Product = row.Text("product"),
            Channel = row.Text("channel"),
            Campaign = row.Text("campaign"),
            Region = row.Text("region"),
            Segment = row.Text("segment"),
            Stage = stage,
            Lead = row.Text("lead"),
            CreatedOn = created,
            FirstContactOn = firstContact,
            QuotedOn = row.Day("quoted"),
            ClosedOn = closed,
            Outcome = outcome,
            Value = value,
            CostOfGoods = row.Money("cost"),
        };
        return value is not null && row.CurrencyOf("value") is var currency && currency != row.Settings.Currency
            ? deal with { OriginalValue = row.Number("value"), OriginalCurrency = currency }
            : deal;
    }

    private static DealOutcome? Outcome(RowReader row, string? stage, WarningList warnings)
    {
        var (said, named) = (row.Text("outcome"), row.Text("stage"));
        if ((Stated(row, said) ?? Stated(row, named)) is { } stated)
        {
            return stated;
        }

        var (won, lost, closed) = (row.Flag("isWon"), row.Flag("isLost"), row.Flag("isClosed"));
        if (won == true || lost == true)
        {
            return won == true ? DealOutcome.Won : DealOutcome.Lost;
        }

        if (closed is not null && row.Sheet.Has("isWon"))
        {
            return closed == true ? DealOutcome.Lost : DealOutcome.Open;
        }

        // A status of "open" beside a stage of "won" is older than the stage, and the other way round: what is closed is closed.
        var (bySaid, byNamed) = (ByWord(row, said), ByWord(row, named));
        if ((IsEnd(bySaid) ? bySaid : IsEnd(byNamed) ? byNamed : null) is { } end)
        {
            return end;
        }

        if (row.Text("wonAt") is not null || row.Text("lostAt") is not null)
        {
            return row.Text("wonAt") is not null ? DealOutcome.Won : DealOutcome.Lost;
        }

        var isKnownOpen = closed == false || won == false && lost == false || bySaid == DealOutcome.Open || byNamed == DealOutcome.Open;
        if (isKnownOpen || row.Day("closed") is not { } day || day > row.Settings.Today)
        {
            if (!isKnownOpen && stage is null)
            {
                warnings.AddRow("blank-stage", row);
            }

            return DealOutcome.Open;
        }

        var field = row.Sheet.Has("stage") && (named is not null || !row.Sheet.Has("outcome")) ? "stage" : "outcome";
        if (stage is null)
        {
            row.Refuse("no-stage", field, "The row has a closing date but no stage.");
        }
        else
        {
            row.Refuse("unknown-stage", field, "The stage is neither known as open nor as won or lost: say which under \"outcomes\" in a map file (--map).");
        }

        return null;
    }

    private static DealOutcome? Stated(RowReader row, string? text)
    {
        if (text is null || row.Settings.Map.Outcomes.Count == 0)
        {
            return null;
        }

        var word = row.Sheet.NormalOf(text);
        var outcome = row.Settings.Map.Outcomes.FirstOrDefault(pair => row.Sheet.NormalOf(pair.Key) == word).Value;
        return outcome is null ? null : Enum.Parse<DealOutcome>(outcome, ignoreCase: true);
    }

    private static DealOutcome? ByWord(RowReader row, string? text) => text is null ? null : row.Sheet.OutcomeOf(text);

    private static bool IsEnd(DealOutcome? outcome) => outcome is DealOutcome.Won or DealOutcome.Lost;

    private static DateOnly? ClosedOn(RowReader row, DealOutcome outcome) =>
        row.Day(outcome == DealOutcome.Won ? "wonAt" : "lostAt") ?? row.Day("closed");

    private static void Check(RowReader row, DealOutcome outcome, DateOnly? closed)
    {
        if (outcome == DealOutcome.Open)
        {
            return;
        }

        var word = outcome == DealOutcome.Won ? "won" : "lost";
        if (closed is null)
        {
            row.Refuse("no-closing-date", "closed", $"The deal is {word} but has no closing date.");
        }
        else if (closed > row.Settings.Today.AddDays(FutureDays))
        {
            row.Refuse("future", "closed", $"The deal is {word} but its closing lies more than a year in the future.");
        }
    }
}
