using CrmRoi.Metrics.Comparing;
using CrmRoi.Metrics.Snapshots;
using static CrmRoi.Metrics.Catalogue.Define;

namespace CrmRoi.Metrics.Catalogue;

/// <summary>How inquiries and leads become customers.</summary>
public static class FunnelMetrics
{
    private const string Steps = "Both are counted in the window, so the one need not come from the other, and the share can exceed 100 %.";

    /// <summary>Leads created.</summary>
    public static readonly SnapshotMetric Leads = Count(
        "leads", "Leads", nameof(Snapshot.Leads), Direction.Higher, "Leads created, duplicates once.");

    /// <summary>Share of the matured leads that became a deal in 90 days.</summary>
    public static readonly CohortMetric LeadConversion = new()
    {
        Key = "lead-conversion",
        Name = "Lead conversion in 90 days",
        Unit = Unit.Share,
        Better = Direction.Higher,
        Definition = "Leads that became a deal within 90 days / leads created in the window. Only months of which every lead has had 90 days count.",
        Undefined = "When no lead was created, or none has had 90 days yet.",
        Of = "leads that have had 90 days",
        Clock = Clock.LeadToDeal,
        Choice = CohortChoice.BegunAndMatured,
        FollowUp = 90,
        Inference = Inference.Share,
        Answer = waits => Survival.ShareReached(waits, 90),
    };

    /// <summary>Leads converted for one lead of the same window: the plain figure.</summary>
    public static readonly SnapshotMetric LeadConversionPlain = Quotient(
        "lead-conversion-plain", "Lead conversion, plain", Unit.Share, Inference.Share, nameof(Snapshot.LeadsConverted), nameof(Snapshot.Leads), "leads",
        "Leads converted in the window / leads created in it. Belittles every young window: its leads have not had the time.") with
    { CompareBy = "lead-conversion" };

    /// <summary>Share of the closed deals that were won, by closing month.</summary>
    public static readonly SnapshotMetric ClosingRate = new()
    {
        Key = "closing-rate",
        Name = "Closing rate",
        Unit = Unit.Share,
        Better = Direction.Higher,
        Definition = "Deals won / (won + lost), by the month they closed. The plain figure: quick decisions weigh too much in a young window.",
        Undefined = "When no deal was closed.",
        Of = "closed deals",
        Members = [nameof(Snapshot.DealsWon), nameof(Snapshot.DealsLost)],
        Numerator = s => s.DealsWon,
        Denominator = s => s.DealsWon + s.DealsLost,
        Inference = Inference.Share,
        Beside = "closing-rate-cohort",
    };

    /// <summary>Share of the matured deals that were won in 120 days.</summary>
    public static readonly CohortMetric ClosingRateCohort = new()
    {
        Key = "closing-rate-cohort",
        Name = "Won in 120 days",
        Unit = Unit.Share,
        Better = Direction.Higher,
        Definition = "Deals won within 120 days of their start / deals begun in the window. Only months of which every deal has had 120 days count. The figure to compare with.",
        Undefined = "When no deal was begun, or none has had 120 days yet.",
        Of = "deals that have had 120 days",
        Clock = Clock.DealToClose,
        Choice = CohortChoice.BegunAndMatured,
        FollowUp = 120,
        Inference = Inference.Share,
        Answer = waits => Survival.ShareReached(waits, 120),
    };

    /// <summary>Share of the closed deals' value that was won.</summary>
    public static readonly SnapshotMetric ClosingRateByValue = new()
    {
        Key = "closing-rate-by-value",
        Name = "Closing rate by value",
        Unit = Unit.Share,
        Better = Direction.Higher,
        Definition = "Value won / (value won + value lost), by the month they closed. Too high where lost deals state no value.",
        Undefined = "When nothing of value was closed.",
        Of = "value closed",
        Members = [nameof(Snapshot.WonRevenue), nameof(Snapshot.LostValue)],
        Numerator = s => s.WonRevenue,
        Denominator = s => s.WonRevenue + s.LostValue,
    };

    /// <summary>Deals won for one lead of the same window.</summary>
    public static readonly SnapshotMetric LeadToWon = Quotient(
        "lead-to-won", "Won deals per lead", Unit.Share, Inference.Rate, nameof(Snapshot.DealsWon), nameof(Snapshot.Leads), "leads",
        $"Deals won / leads created. {Steps}");

    /// <summary>Deals won for one inquiry of the same window.</summary>
    public static readonly SnapshotMetric Funnel = Quotient(
        "funnel", "Won deals per inquiry", Unit.Share, Inference.Rate, nameof(Snapshot.DealsWon), nameof(Snapshot.Inquiries), "inquiries",
        $"Deals won / inquiries: the whole funnel in one number. {Steps}");

    /// <summary>Leads for one inquiry of the same window.</summary>
    public static readonly SnapshotMetric InquiryToLead = Quotient(
        "funnel-inquiry-to-lead", "Leads per inquiry", Unit.Share, Inference.Rate, nameof(Snapshot.Leads), nameof(Snapshot.Inquiries), "inquiries",
        $"Leads created / inquiries. {Steps}");

    /// <summary>Qualified leads for one lead of the same window.</summary>
    public static readonly SnapshotMetric LeadToQualified = Quotient(
        "funnel-lead-to-qualified", "Qualified leads per lead", Unit.Share, Inference.Rate, nameof(Snapshot.LeadsQualified), nameof(Snapshot.Leads), "leads",
        $"Leads found worth pursuing / leads created. {Steps}");

    /// <summary>Deals opened for one qualified lead of the same window.</summary>
    public static readonly SnapshotMetric QualifiedToDeal = Quotient(
        "funnel-qualified-to-deal", "Deals per qualified lead", Unit.Share, Inference.Rate, nameof(Snapshot.DealsCreated), nameof(Snapshot.LeadsQualified),
        "qualified leads", $"Deals opened / qualified leads. Deals that come from no lead are in it. {Steps}");

    /// <summary>Quoted deals for one deal opened in the same window.</summary>
    public static readonly SnapshotMetric DealToQuote = Quotient(
        "funnel-deal-to-quote", "Quoted deals per deal", Unit.Share, Inference.Rate, nameof(Snapshot.DealsQuoted), nameof(Snapshot.DealsCreated), "deals opened",
        $"Deals first quoted / deals opened. A deal quoted twice counts once. {Steps}");

    /// <summary>Deals won for one deal quoted in the same window.</summary>
    public static readonly SnapshotMetric QuoteToWon = Quotient(
        "funnel-quote-to-won", "Won deals per quoted deal", Unit.Share, Inference.Rate, nameof(Snapshot.DealsWon), nameof(Snapshot.DealsQuoted), "quoted deals",
        $"Deals won / deals first quoted. Deals won without a quote are in it. {Steps}");

    /// <summary>Median hours from a lead to the first human contact.</summary>
    public static readonly CohortMetric SpeedToLead = new()
    {
        Key = "speed-to-lead",
        Name = "Speed to lead",
        Unit = Unit.Hours,
        Better = Direction.Lower,
        Definition = "Kaplan–Meier median of the hours from a lead's creation to the first human contact. Leads not yet contacted count as still waiting.",
        Undefined = "When no lead was created, or fewer than half are known to have been contacted.",
        Of = "leads",
        Clock = Clock.LeadToContact,
        Choice = CohortChoice.Begun,
        Inference = Inference.Median,
        Answer = Survival.MedianOf,
    };
}
