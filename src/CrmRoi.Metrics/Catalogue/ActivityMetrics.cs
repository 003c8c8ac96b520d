using CrmRoi.Metrics.Snapshots;
using static CrmRoi.Metrics.Catalogue.Define;

namespace CrmRoi.Metrics.Catalogue;

/// <summary>How much sales work is done, and what it brings.</summary>
public static class ActivityMetrics
{
    /// <summary>Completed calls.</summary>
    public static readonly SnapshotMetric Calls = Count(
        "calls", "Calls", nameof(Snapshot.Calls), Direction.Higher,
        "Telephone calls that took place. Planned calls and entries that the CRM made by itself are none.");

    /// <summary>Completed calls that the company began.</summary>
    public static readonly SnapshotMetric OutboundCalls = Count(
        "outbound-calls", "Outbound calls", nameof(Snapshot.OutboundCalls), Direction.Higher,
        "Calls that the company began. Calls of which nobody recorded who began them are in calls only.");

    /// <summary>Completed calls that customers began.</summary>
    public static readonly SnapshotMetric InboundCalls = Count(
        "inbound-calls", "Inbound calls", nameof(Snapshot.InboundCalls), Direction.Neither,
        "Calls that customers began. More can mean more interest or more trouble.");

    /// <summary>E-mails sent.</summary>
    public static readonly SnapshotMetric Emails = Count(
        "emails", "E-mails", nameof(Snapshot.Emails), Direction.Higher,
        "E-mails of reps to customers. Mailings of campaigns are not among them.");

    /// <summary>Meetings held.</summary>
    public static readonly SnapshotMetric Meetings = Count(
        "meetings", "Meetings", nameof(Snapshot.Meetings), Direction.Higher,
        "Meetings that took place, in a room or on a screen.");

    /// <summary>Quotes sent.</summary>
    public static readonly SnapshotMetric Quotes = Count(
        "quotes", "Quotes", nameof(Snapshot.Quotes), Direction.Higher,
        "Quotes sent, every version counted. The funnel counts quoted deals instead, each once.");

    /// <summary>Inbound first contacts.</summary>
    public static readonly SnapshotMetric Inquiries = Count(
        "inquiries", "Inquiries", nameof(Snapshot.Inquiries), Direction.Higher,
        "First contacts from somebody new, by e-mail, web form or telephone.");

    /// <summary>Marketing spend for one inquiry.</summary>
    public static readonly SnapshotMetric CostPerInquiry = Quotient(
        "cost-per-inquiry", "Cost per inquiry", Unit.Money, Inference.InverseRate, nameof(Snapshot.MarketingSpend), nameof(Snapshot.Inquiries),
        "inquiries", "Marketing spend / inquiries of the same window. Wages are not in it.");

    /// <summary>Activities of one person in one month.</summary>
    public static readonly SnapshotMetric ActivitiesPerRep = new()
    {
        Key = "activities-per-rep",
        Name = "Activities per rep and month",
        Unit = Unit.Ratio,
        Better = Direction.Higher,
        Definition = "(Calls + e-mails + meetings + quotes) / staff-months. Somebody there for half a month is half a staff-month.",
        Undefined = "When nobody is known to have been there.",
        Of = "staff-months",
        Members = [nameof(Snapshot.Calls), nameof(Snapshot.Emails), nameof(Snapshot.Meetings), nameof(Snapshot.Quotes), nameof(Snapshot.StaffMonths)],
        Numerator = s => s.Calls + s.Emails + s.Meetings + s.Quotes,
        Denominator = s => s.StaffMonths,
        Inference = Inference.Rate,
    };

    /// <summary>Calls for one deal won.</summary>
    public static readonly SnapshotMetric CallsPerWonDeal = Quotient(
        "calls-per-won-deal", "Calls per won deal", Unit.Ratio, Inference.InverseRate, nameof(Snapshot.Calls), nameof(Snapshot.DealsWon),
        "won deals", "Calls / deals won in the same window. The calls need not be those that led to the deals.");

    /// <summary>Deals won for one call.</summary>
    public static readonly SnapshotMetric WonPerCall = Quotient(
        "won-per-call", "Won deals per call", Unit.Share, Inference.Rate, nameof(Snapshot.DealsWon), nameof(Snapshot.Calls),
        "calls", "Deals won / calls of the same window. The calls need not be those that led to the deals.");
}
