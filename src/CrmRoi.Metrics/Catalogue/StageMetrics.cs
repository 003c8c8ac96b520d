using CrmRoi.Metrics.Comparing;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Catalogue;

/// <summary>How long deals stay in their stages, and how many move on.</summary>
public static class StageMetrics
{
    /// <summary>Mean days that a deal stays in a stage.</summary>
    public static readonly CohortMetric StageTime = new()
    {
        Key = "stage-time",
        Name = "Time in a stage",
        Unit = Unit.Days,
        Better = Direction.Lower,
        Definition = "Days from entering a stage to leaving it / stages left in the window, by winning and losing too. A second visit to a stage counts in neither.",
        Undefined = "When no stage was left.",
        Of = "stages left",
        Clock = Clock.Stage,
        Choice = CohortChoice.Ended,
        Inference = Inference.Mean,
        Answer = Survival.MeanEnded,
        CompareBy = "stage-time-median",
    };

    /// <summary>Kaplan–Meier median days from entering a stage to moving on.</summary>
    public static readonly CohortMetric StageTimeMedian = new()
    {
        Key = "stage-time-median",
        Name = "Time in a stage, median",
        Unit = Unit.Days,
        Better = Direction.Lower,
        Definition = "Kaplan–Meier median of the days from entering a stage to moving on, of the stages entered in the window. Deals still in it count as waiting, lost ones as censored when lost. Compared over months whose deals have all had 60 days.",
        Undefined = "When no stage was entered, or too few deals moved on for half of them to be reached.",
        Of = "stages entered",
        Clock = Clock.Stage,
        Choice = CohortChoice.Begun,
        Maturity = 60,
        Inference = Inference.Median,
        Answer = Survival.MedianOf,
    };

    /// <summary>Share of the matured visits to a stage that moved on in 60 days.</summary>
    public static readonly CohortMetric StageMovedOn = new()
    {
        Key = "stage-moved-on",
        Name = "Moved on in 60 days",
        Unit = Unit.Share,
        Better = Direction.Higher,
        Definition = "Deals that moved on from a stage within 60 days / stages entered in the window. Only months of which every deal has had 60 days count.",
        Undefined = "When no stage was entered, or none has had 60 days yet.",
        Of = "stages entered that have had 60 days",
        Clock = Clock.Stage,
        Choice = CohortChoice.BegunAndMatured,
        FollowUp = 60,
        Inference = Inference.Share,
        Answer = waits => Survival.ShareReached(waits, 60),
    };
}
