namespace CrmRoi.Metrics.Evidence;

/// <summary>Why evidence carries no more than it does.</summary>
public enum EvidenceReason
{
    /// <summary>Nobody has said when the CRM went live.</summary>
    NoGoLive,

    /// <summary>Nothing is known of the subject in the months that are needed.</summary>
    NoFigures,

    /// <summary>Fewer than twelve clean months before go-live.</summary>
    TooFewBaselineMonths,

    /// <summary>Fewer than three months after the ramp-up.</summary>
    TooFewMonthsAfter,

    /// <summary>Months of the baseline are even shares of a quarter's or a year's total: their variation is not known.</summary>
    SpreadFigures,

    /// <summary>It is counted in another way after than before: recorded and entered, or beginning with go-live.</summary>
    ChangedLogging,

    /// <summary>Revenue is known, and what the goods cost is not.</summary>
    MarginUnknown,

    /// <summary>Deals have no day of opening, so that it is not known what they should have brought.</summary>
    OpeningsUnknown,

    /// <summary>Deals take longer than the baseline is long: their course from opening to closing is not known.</summary>
    CycleLongerThanBaseline,

    /// <summary>Too few units for their spread to be known: fewer than two treated or controls.</summary>
    TooFewUnits,

    /// <summary>No unit was left that had not gone live, at any time after the first had.</summary>
    NoControls,

    /// <summary>The interval holds zero.</summary>
    IntervalHoldsZero,

    /// <summary>A go-live that was not, in the middle of the baseline, shows an effect.</summary>
    PlaceboFailed,

    /// <summary>Those that went live and those that had not yet went different ways before.</summary>
    PreTrendsDiffer,

    /// <summary>The counterfactual does not follow the time before go-live.</summary>
    PoorFit,

    /// <summary>What the counterfactual leaves unexplained follows itself: its doubt is larger than it seems.</summary>
    ResidualsFollowEachOther,

    /// <summary>Without one of the controls the figure has another sign, or is no longer told from zero.</summary>
    HangsOnOneControl,

    /// <summary>Fewer than ten units: errors clustered by unit are rough.</summary>
    FewUnits,

    /// <summary>Another cause began with the CRM, for the same teams and months: the data cannot tell them apart.</summary>
    CauseCannotBeToldApart,

    /// <summary>The control series itself changed when the CRM went live, so it may be the CRM's doing.</summary>
    ControlMoved,
}
