using CrmRoi.Metrics.Records;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Quality;

/// <summary>How good the records are that every figure rests on.</summary>
/// <param name="AsOf">The last day that they tell of: so old open deals are.</param>
/// <param name="Deals">How many deals there are.</param>
/// <param name="Limits">What is usual for deals.</param>
/// <param name="Findings">What each check found, whether anything or not.</param>
/// <param name="Fields">How complete each field is.</param>
/// <param name="Spellings">Names written in several ways.</param>
public sealed record QualityReport(
    DateOnly AsOf, long Deals, DealLimits Limits, IReadOnlyList<QualityFinding> Findings, IReadOnlyList<FieldCoverage> Fields, IReadOnlyList<Spellings> Spellings)
{
    /// <summary>Open deals.</summary>
    public long OpenDeals { get; init; }

    /// <summary>What they are worth, in the company's currency.</summary>
    public decimal OpenValue { get; init; }

    /// <summary>Leads that their source says are another lead again: they never count.</summary>
    public long LeadsFlaggedAsDuplicates { get; init; }

    /// <summary>What the check found; nothing where the report is older than the check.</summary>
    public QualityFinding Of(QualityCheck check) => Findings.FirstOrDefault(finding => finding.Check == check) ?? new(check, 0, 0);

    /// <summary>The report on records that are all at hand.</summary>
    /// <param name="records">The records.</param>
    /// <param name="asOf">The last day that they tell of.</param>
    public static QualityReport Of(RecordSet records, DateOnly asOf)
    {
        var survey = new DealSurvey();
        foreach (var deal in records.Deals)
        {
            survey.Add(deal);
        }

        foreach (var lead in records.Leads)
        {
            survey.Add(lead);
        }

        var count = new QualityCount(survey.Result(), asOf);
        foreach (var record in records.Deals.Cast<Record>().Concat(records.Leads).Concat(records.Activities).Concat(records.Customers).Concat(records.Orders).Concat(records.Cases).Concat(records.SurveyAnswers))
        {
            count.Add(record);
        }

        return count.Report();
    }
}
