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

    /// <summary>Cases closed by one agent on one day.</summary>
    public static readonly SnapshotMetric CasesPerAgent = new()
    {
        Key = "cases-per-agent",
        Name = "Cases per agent and day",
        Unit = Unit.Ratio,
        Better = Direction.Higher,
        Definition = "Cases closed / agent-days. An agent-day is a day on which an agent closed at least one case; days without any are in neither, nor are cases that name no agent. Agent-days can be entered where no case names an agent.",
        Undefined = "When no case names an agent and no agent-days are entered.",
        Of = "agent-days",
        Members = [nameof(Snapshot.CasesClosed), nameof(Snapshot.CasesClosedByNobody), nameof(Snapshot.AgentDays)],
        Numerator = s => s.CasesClosed - s.CasesClosedByNobody,
        Denominator = s => s.AgentDays,
        Inference = Inference.Rate,
    };

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

    /// <summary>Mean of the answers on 1 to 5.</summary>
    public static readonly SnapshotMetric SatisfactionMean = Quotient(
        "csat-mean", "Satisfaction, mean score", Unit.Ratio, Inference.None, nameof(Snapshot.SatisfactionScores), nameof(Snapshot.SatisfactionAnswers), "answers",
        "Scores summed / answers on a scale of 1 to 5. The distance between 4 and 5 need not be that between 2 and 3: the share of 4 and 5 is the figure to compare.");

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

    /// <summary>Service cost for one case closed.</summary>
    public static readonly SnapshotMetric CostPerCase = Quotient(
        "cost-per-case", "Cost per case", Unit.Money, Inference.InverseRate, nameof(Snapshot.ServiceCost), nameof(Snapshot.CasesClosed), "cases closed",
        "Service cost as entered / cases closed in the same window. What is in the cost is up to whoever enters it: wages, systems, rent.") with
    {
        Undefined = "When nobody entered what service cost in the window, or no case was closed.",
        Numerator = s => s.ServiceCost == 0 ? null : s.ServiceCost,
    };

    /// <summary>Share of the CRM's licences that are used.</summary>
    public static readonly SnapshotMetric Adoption = Quotient(
        "adoption", "CRM adoption", Unit.Share, Inference.None, nameof(Snapshot.ActiveUsers), nameof(Snapshot.Licences), "licence-months",
        "People who used the CRM in a month / licences in that month, as entered, summed over months. Who counts as active is up to whoever counts: say it with the figure.");

    /// <summary>Share of the checked records that are up to date.</summary>
    public static readonly SnapshotMetric RecordsUpToDate = Quotient(
        "records-up-to-date", "Records kept up to date", Unit.Share, Inference.Share, nameof(Snapshot.RecordsUpToDate), nameof(Snapshot.RecordsChecked), "records checked",
        "Records found up to date / records that somebody checked, as entered. A check of a sample speaks for all only if the sample was drawn by chance.");

    /// <summary>Hours on administration of one person in one month.</summary>
    public static readonly SnapshotMetric AdminHours = Quotient(
        "admin-hours", "Administration per person and month", Unit.Hours, Inference.None, nameof(Snapshot.AdminHours), nameof(Snapshot.StaffMonths),
        "staff-months", "Hours spent on administration, as entered or surveyed / staff-months.") with
    { Better = Direction.Lower };
}
