using CrmRoi.Metrics.Evidence;

namespace CrmRoi.Metrics.Programmes;

/// <summary>What a CRM may bring in money. A programme has at most one benefit of a kind, so nothing can be entered twice.</summary>
public enum BenefitKind
{
    /// <summary>More margin from sales, which the bridge parts into leads, closing rate, deal size and the rest. It owns every euro of that margin.</summary>
    SalesMargin,

    /// <summary>Margin of customers who stayed: a view of the sales margin, money only by a part that the others lose.</summary>
    Retention,

    /// <summary>Margin credited to campaigns: a view of the sales margin.</summary>
    CampaignCredit,

    /// <summary>Customer lifetime value: a view of the sales margin.</summary>
    LifetimeValue,

    /// <summary>Less marketing spend for each lead, as far as less is really spent.</summary>
    CostPerLead,

    /// <summary>Hours on administration that are no longer needed.</summary>
    AdminHours,

    /// <summary>Less spend for each case, as far as less is really spent.</summary>
    CostPerCase,

    /// <summary>Spend no longer sent to those who do not respond, as entered.</summary>
    LowResponders,

    /// <summary>Old systems that are no longer paid for, as entered.</summary>
    OldSystems,

    /// <summary>Other money that is no longer spent, as entered.</summary>
    OtherCash,
}

/// <summary>What a programme brings, of one kind: who answers for it and how much of it is the CRM's doing.</summary>
public sealed record Benefit
{
    /// <summary>Name of the programme that it belongs to.</summary>
    public required string Programme { get; init; }

    /// <summary>What it is.</summary>
    public required BenefitKind Kind { get; init; }

    /// <summary>Whether it counts.</summary>
    public bool IsOn { get; init; } = true;

    /// <summary>Who answers for it.</summary>
    public string? Owner { get; init; }

    /// <summary>The first month in which it counts; none for the go-live.</summary>
    public Month? From { get; init; }

    /// <summary>The share of it that is the CRM's doing, from 0 to 1; an assumption of the ledger takes its place.</summary>
    public decimal Attributed { get; init; } = 1;

    /// <summary>Why that share.</summary>
    public string? AttributedReason { get; init; }

    /// <summary>For a view of the sales margin: the part of that margin that it takes from the others, from 0 to 1.</summary>
    public decimal MarginPart { get; init; }

    /// <summary>For hours: what an hour costs, everything included, in the programme's currency; none when nobody has stated it.</summary>
    public decimal? HourlyRate { get; init; }

    /// <summary>For hours: the share of them that is really used for something else, from 0 to 1; none when nobody has stated it.</summary>
    public decimal? Realised { get; init; }

    /// <summary>For a measured cost: whether somebody states that the money is really no longer spent.</summary>
    public bool IsCash { get; init; }

    /// <summary>Why it is counted so, and on what grounds.</summary>
    public string? Note { get; init; }
}

/// <summary>What is known of each kind of benefit.</summary>
public static class BenefitKinds
{
    /// <summary>Every kind, in the order in which they are shown.</summary>
    public static IReadOnlyList<BenefitKind> All { get; } = Enum.GetValues<BenefitKind>();

    /// <summary>Whether it is the sales margin or a view of it.</summary>
    public static bool IsMargin(this BenefitKind kind) => kind <= BenefitKind.LifetimeValue;

    /// <summary>Whether it is only a view of the sales margin.</summary>
    public static bool IsView(this BenefitKind kind) => kind is > BenefitKind.SalesMargin and <= BenefitKind.LifetimeValue;

    /// <summary>Whether somebody enters it as amounts saved in cash.</summary>
    public static bool IsEntered(this BenefitKind kind) => kind >= BenefitKind.LowResponders;

    /// <summary>The kinds that are measured, so that there can be an estimate of what the CRM did to them.</summary>
    public static IReadOnlyList<BenefitKind> Measured { get; } = [BenefitKind.SalesMargin, BenefitKind.CostPerLead, BenefitKind.AdminHours, BenefitKind.CostPerCase];

    /// <summary>What the evidence of it is reckoned on; none for what is not measured.</summary>
    public static EvidenceSubject? SubjectOf(this BenefitKind kind) =>
        kind == BenefitKind.SalesMargin ? EvidenceSubject.SalesMargin : Measured.Contains(kind) ? EvidenceSubject.Find(kind.MetricOf()) : null;

    /// <summary>Whether it is money spent for each of something.</summary>
    public static bool IsUnitCost(this BenefitKind kind) => kind is BenefitKind.CostPerLead or BenefitKind.CostPerCase;

    /// <summary>The key of the metric that measures it; none for what is entered without one.</summary>
    public static string? MetricOf(this BenefitKind kind) => kind switch
    {
        BenefitKind.SalesMargin => "won-margin",
        BenefitKind.Retention => "retention",
        BenefitKind.CampaignCredit => "campaign-margin",
        BenefitKind.LifetimeValue => "clv-predicted",
        BenefitKind.CostPerLead => "cost-per-lead",
        BenefitKind.AdminHours => "admin-hours",
        BenefitKind.CostPerCase => "cost-per-case",
        BenefitKind.LowResponders => "response-rate",
        _ => null,
    };
}
