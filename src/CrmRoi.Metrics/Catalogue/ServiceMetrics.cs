using CrmRoi.Metrics.Comparing;
using CrmRoi.Metrics.Snapshots;
using static CrmRoi.Metrics.Catalogue.Define;

namespace CrmRoi.Metrics.Catalogue;

/// <summary>How customers are helped, and what they say of it.</summary>
public static class ServiceMetrics
{
    /// <summary>Cases closed.</summary>
    public static readonly SnapshotMetric Cases = Count(
        "cases", "Cases closed", nameof(Snapshot.CasesClosed), Direction.Neither,
        "Cases closed, by the month they were. More can mean quicker work or more trouble.");

    /// <summary>Share of the cases that were closed on the day they were opened.</summary>
    public static readonly SnapshotMetric SameDayClosure = Quotient(
        "same-day-closure", "Closed on the same day", Unit.Share, Inference.Share, nameof(Snapshot.CasesClosedSameDay), nameof(Snapshot.CasesOpened),
        "cases opened", "Cases closed on the day they were opened / cases opened. Days are those of the company's time zone.");

    /// <summary>Share of the rated cases that the first contact solved.</summary>
    public static readonly SnapshotMetric FirstContactResolution = Quotient(
        "first-contact-resolution", "Solved at first contact", Unit.Share, Inference.Share, nameof(Snapshot.CasesSolvedAtFirstContact), nameof(Snapshot.CasesRated),
        "closed cases that were rated", "Cases that the first contact solved / closed cases of which it is recorded. Cases nobody rated are in neither.");

    /// <summary>Median hours from opening a case to closing it.</summary>
    public static readonly CohortMetric ResolutionTime = new()
    {
        Key = "resolution-time",
        Name = "Resolution time",
        Unit = Unit.Hours,
        Better = Direction.Lower,
        Definition = "Kaplan–Meier median of the hours from opening to closing, of the cases opened in the window. Open cases count as still going on.",
        Undefined = "When no case was opened, or too few were closed for half of them to be reached.",
        Of = "cases opened",
        Clock = Clock.CaseToClose,
        Choice = CohortChoice.Begun,
        Inference = Inference.Median,
        Answer = Survival.MedianOf,
    };

    /// <summary>Share of the answers that are 4 or 5 on 1 to 5.</summary>
    public static readonly SnapshotMetric Satisfaction = Quotient(
        "csat", "Satisfied customers", Unit.Share, Inference.Share, nameof(Snapshot.SatisfiedAnswers), nameof(Snapshot.SatisfactionAnswers), "answers",
        "Answers of 4 or 5 / answers on a scale of 1 to 5. Speaks for those who answered.");

    /// <summary>Promoters less detractors, for a hundred answers.</summary>
    public static readonly SnapshotMetric NetPromoterScore = new()
    {
        Key = "nps",
        Name = "Net promoter score",
        Unit = Unit.Points,
        Better = Direction.Higher,
        Definition = "Share of answers of 9–10 less share of answers of 0–6, on 0 to 10, in points from −100 to 100. Speaks for those who answered.",
        Undefined = "When nobody answered.",
        Of = "answers",
        Members = [nameof(Snapshot.Promoters), nameof(Snapshot.Detractors), nameof(Snapshot.RecommendationAnswers)],
        Numerator = s => s.Promoters - s.Detractors,
        Denominator = s => s.RecommendationAnswers,
        Squares = s => s.Promoters + s.Detractors,
        Scale = 100,
        Inference = Inference.Mean,
    };

    /// <summary>Hours on administration of one person in one month.</summary>
    public static readonly SnapshotMetric AdminHours = Quotient(
        "admin-hours", "Administration per person and month", Unit.Hours, Inference.None, nameof(Snapshot.AdminHours), nameof(Snapshot.StaffMonths),
        "staff-months", "Hours spent on administration, as entered or surveyed / staff-months.") with
    { Better = Direction.Lower };
}
