using System.Globalization;
using CrmRoi.Import.Mapping;
using CrmRoi.Metrics.Records;

namespace CrmRoi.Import.Reading;

/// <summary>Rows of cases and of answers to surveys.</summary>
internal static class ServiceReading
{
    private static readonly HashSet<string> Closed = ["closed", "solved", "resolved", "geschlossen", "gelost", "erledigt"];

    private static readonly HashSet<string> Open = ["open", "new", "pending", "hold", "onhold", "inprogress", "offen", "neu"];

    public static Case Case(RowReader row, WarningList warnings)
    {
        row.Needed("opened");
        var opened = row.Time("opened") ?? default;
        var status = Header.Normal(row.Text("status") ?? "");

        // What was solved once and is open again is open.
        var closed = Open.Contains(status) ? null : row.Time("closed");
        if (closed < opened)
        {
            row.Refuse("closed-before-created", "closed", $"The case was closed before it was opened on {opened:s}.");
        }

        if (closed is null && (Closed.Contains(status) || status.StartsWith("closed", StringComparison.Ordinal)))
        {
            row.Refuse("closed-without-date", "status", "The case is closed, but nothing says since when: export the day on which it was closed too.");
        }

        return new Case
        {
            Source = row.Settings.Source,
            Id = row.Id(opened.ToString("O", CultureInfo.InvariantCulture), row.Written("agent"), row.Written("customer"), row.Written("channel")),
            OpenedAt = opened,
            ClosedAt = closed,
            SolvedAtFirstContact = row.Flag("firstContact"),
            Agent = row.Text("agent"),
            Channel = row.Text("channel"),
            Customer = row.Text("customer"),
            Product = row.Text("product"),
        };
    }

    public static SurveyAnswer? Answer(RowReader row, WarningList warnings)
    {
        row.Needed("answered");
        var answered = row.Day("answered") ?? default;
        var (kind, field) = KindOf(row);
        if (kind is null)
        {
            row.Refuse("unknown-survey", row.Sheet.Has("kind") ? "kind" : null, "The row does not say whether it is a satisfaction score (CSAT) or a recommendation score (NPS).");
            return null;
        }

        var score = row.Count(field);
        var (low, high) = kind == SurveyKind.Satisfaction ? (1, 5) : (0, 10);
        if (score is null)
        {
            row.Refuse("missing", field, "The score is missing.");
        }
        else if (score < low || score > high)
        {
            row.Refuse("out-of-range", field, $"The score must be from {low} to {high}.");
        }

        return new SurveyAnswer
        {
            Source = row.Settings.Source,
            Id = row.Id(answered.ToString("O", CultureInfo.InvariantCulture), row.Written("customer"), row.Written("agent"), field),
            Kind = kind.Value,
            Score = score ?? 0,
            AnsweredOn = answered,
            Customer = row.Text("customer"),
            Agent = row.Text("agent"),
        };
    }

    private static (SurveyKind? Kind, string Field) KindOf(RowReader row)
    {
        if (row.Text("nps") is not null || (row.Sheet.Has("nps") && !row.Sheet.Has("csat") && !row.Sheet.Has("score")))
        {
            return (SurveyKind.Recommendation, "nps");
        }

        if (row.Sheet.Has("csat") && !row.Sheet.Has("score"))
        {
            return (SurveyKind.Satisfaction, "csat");
        }

        return Header.Normal(row.Text("kind") ?? "") switch
        {
            var word when word.Contains("nps", StringComparison.Ordinal) || word.Contains("promoter", StringComparison.Ordinal)
                || word.Contains("recommend", StringComparison.Ordinal) => (SurveyKind.Recommendation, "score"),
            var word when word.Contains("csat", StringComparison.Ordinal) || word.Contains("satisf", StringComparison.Ordinal)
                || word.Contains("zufrieden", StringComparison.Ordinal) => (SurveyKind.Satisfaction, "score"),
            _ => (null, "score"),
        };
    }
}
