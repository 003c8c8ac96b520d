namespace CrmRoi.Metrics.Quality;

/// <summary>What is looked for in records that may make a figure wrong.</summary>
public enum QualityCheck
{
    /// <summary>A deal that is there already: the same customer, name, product, value and day of opening, names compared by letters and digits.</summary>
    Duplicate,

    /// <summary>Open for longer than deals usually take: see <see cref="DealLimits.LongestOpen"/>.</summary>
    NeverClosed,

    /// <summary>Closed in a source that has won and open deals and not one lost deal.</summary>
    SourceWithoutLost,

    /// <summary>Won before the first month in which a deal was lost: losing was not written down yet.</summary>
    BeforeLosses,

    /// <summary>Closed before it was opened, or before the first contact: it was reopened, and how long it took is not known.</summary>
    ClosedBeforeStart,

    /// <summary>Won for far more than others: see <see cref="DealLimits.LargestUsual"/>.</summary>
    Outlier,

    /// <summary>Won, and worth nothing or nobody knows what.</summary>
    WonWithoutValue,

    /// <summary>A deal that another source has already: the same customer, name and value, whatever its days; names compared by letters and digits.</summary>
    InTwoSources,

    /// <summary>A lead that is there already: created in the same second, of the same channel, campaign, region and segment.</summary>
    LeadTwice,

    /// <summary>A customer that is there already, in its source or another: the same name, compared by letters and digits.</summary>
    CustomerTwice,
}
