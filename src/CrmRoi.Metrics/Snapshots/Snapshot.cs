namespace CrmRoi.Metrics.Snapshots;

/// <summary>What happened in one cell, or in any set of cells, as totals that add up.</summary>
/// <remarks>
/// <para>
/// Every member is a count, a sum, a sum of squares or an exposure, so the snapshot of disjoint sets of records is the sum of
/// their snapshots. An average, a rate, a median or a distinct count does not have that property and never belongs here:
/// the first two are a <see cref="Metric"/>, the last two come from a <see cref="CohortSnapshot"/>.
/// </para>
/// <para>
/// Every member is a flow: something that happened <em>during</em> the month. A level, such as the deals open on the last
/// day, adds up across reps but not across months, and does not belong here either.
/// </para>
/// </remarks>
public sealed record Snapshot
{
    /// <summary>Nothing happened: adding it changes nothing.</summary>
    public static readonly Snapshot Empty = new();

    /// <summary>Calls that took place, system-made ones left out.</summary>
    public long Calls { get; init; }

    /// <summary>Of these, calls that the company began.</summary>
    public long OutboundCalls { get; init; }

    /// <summary>Of these, calls that customers began.</summary>
    public long InboundCalls { get; init; }

    /// <summary>E-mails sent.</summary>
    public long Emails { get; init; }

    /// <summary>Meetings that took place.</summary>
    public long Meetings { get; init; }

    /// <summary>Quotes sent.</summary>
    public long Quotes { get; init; }

    /// <summary>Inbound first contacts by e-mail, web form or telephone.</summary>
    public long Inquiries { get; init; }

    /// <summary>Months that people were there, summed over people: an exposure.</summary>
    public decimal StaffMonths { get; init; }

    /// <summary>Leads created, duplicates once.</summary>
    public long Leads { get; init; }

    /// <summary>Leads found worth pursuing, in the month they were.</summary>
    public long LeadsQualified { get; init; }

    /// <summary>Leads that became a deal, in the month they did.</summary>
    public long LeadsConverted { get; init; }

    /// <summary>Deals opened.</summary>
    public long DealsCreated { get; init; }

    /// <summary>Deals first quoted, in the month they were; a deal quoted twice counts once.</summary>
    public long DealsQuoted { get; init; }

    /// <summary>Deals closed as won.</summary>
    public long DealsWon { get; init; }

    /// <summary>Deals closed as lost.</summary>
    public long DealsLost { get; init; }

    /// <summary>Value of the deals won, in the company's currency.</summary>
    public decimal WonRevenue { get; init; }

    /// <summary>Squares of the values of the deals won, summed.</summary>
    public decimal WonRevenueSquares { get; init; }

    /// <summary>Value of the deals lost, where the source states one.</summary>
    public decimal LostValue { get; init; }

    /// <summary>The part of <see cref="WonRevenue"/> whose cost of goods is known.</summary>
    public decimal CostedRevenue { get; init; }

    /// <summary><see cref="CostedRevenue"/> less its cost of goods.</summary>
    public decimal WonMargin { get; init; }

    /// <summary>Deals won whose start is known.</summary>
    public long CycleDeals { get; init; }

    /// <summary>Days from start to won, summed over <see cref="CycleDeals"/>.</summary>
    public long CycleDays { get; init; }

    /// <summary>Squares of those days, summed.</summary>
    public long CycleDaysSquares { get; init; }

    /// <summary>Deals lost whose start is known.</summary>
    public long LostCycleDeals { get; init; }

    /// <summary>Days from start to lost, summed over <see cref="LostCycleDeals"/>.</summary>
    public long LostCycleDays { get; init; }

    /// <summary>Customers who bought for the first time, as their records say.</summary>
    public long NewCustomers { get; init; }

    /// <summary>Orders placed, cancelled ones left out.</summary>
    public long Orders { get; init; }

    /// <summary>Their lines with quantity and price above zero.</summary>
    public long OrderLines { get; init; }

    /// <summary>What the orders come to, in the company's currency.</summary>
    public decimal OrderRevenue { get; init; }

    /// <summary>Squares of what each order comes to, summed.</summary>
    public decimal OrderRevenueSquares { get; init; }

    /// <summary>The part of <see cref="OrderRevenue"/> whose cost of goods is known.</summary>
    public decimal CostedOrderRevenue { get; init; }

    /// <summary><see cref="CostedOrderRevenue"/> less its cost of goods.</summary>
    public decimal OrderMargin { get; init; }

    /// <summary>Spent on campaigns, spread evenly over their days, in the company's currency.</summary>
    public decimal MarketingSpend { get; init; }

    /// <summary>Mailings sent, in the month the campaign started.</summary>
    public long MailingsSent { get; init; }

    /// <summary>Answers to them, in the same month.</summary>
    public long Responses { get; init; }

    /// <summary>Cases opened.</summary>
    public long CasesOpened { get; init; }

    /// <summary>Cases closed, in the month they were.</summary>
    public long CasesClosed { get; init; }

    /// <summary>Cases closed on the day they were opened, in that month.</summary>
    public long CasesClosedSameDay { get; init; }

    /// <summary>Closed cases of which it is recorded whether the first contact solved them.</summary>
    public long CasesRated { get; init; }

    /// <summary>Of these, cases that the first contact solved.</summary>
    public long CasesSolvedAtFirstContact { get; init; }

    /// <summary>Answers to the question of satisfaction.</summary>
    public long SatisfactionAnswers { get; init; }

    /// <summary>Of these, 4 or 5 on 1 to 5.</summary>
    public long SatisfiedAnswers { get; init; }

    /// <summary>Their scores, summed.</summary>
    public long SatisfactionScores { get; init; }

    /// <summary>Answers to the question of recommendation.</summary>
    public long RecommendationAnswers { get; init; }

    /// <summary>Of these, 9 or 10 on 0 to 10.</summary>
    public long Promoters { get; init; }

    /// <summary>Of these, 0 to 6.</summary>
    public long Detractors { get; init; }

    /// <summary>Hours that people spent on administration, as entered or surveyed.</summary>
    public decimal AdminHours { get; init; }

    /// <summary>What selling cost, as entered: wages, commissions, travel; in the company's currency.</summary>
    public decimal SalesCost { get; init; }

    /// <summary>Closed cases that name no agent.</summary>
    public long CasesClosedByNobody { get; init; }

    /// <summary>Days on which an agent closed at least one case, summed over agents: an exposure.</summary>
    public long AgentDays { get; init; }

    /// <summary>What service cost, as entered, in the company's currency.</summary>
    public decimal ServiceCost { get; init; }

    /// <summary>People who used the CRM in a month, summed over months: an exposure.</summary>
    public long ActiveUsers { get; init; }

    /// <summary>Licences of the CRM in a month, summed over months: an exposure.</summary>
    public long Licences { get; init; }

    /// <summary>Records that somebody checked for being up to date.</summary>
    public long RecordsChecked { get; init; }

    /// <summary>Of these, records that were.</summary>
    public long RecordsUpToDate { get; init; }

    /// <summary>Merges the snapshots of two disjoint sets of records.</summary>
    public static Snapshot operator +(Snapshot left, Snapshot right) => new()
    {
        Calls = left.Calls + right.Calls,
        OutboundCalls = left.OutboundCalls + right.OutboundCalls,
        InboundCalls = left.InboundCalls + right.InboundCalls,
        Emails = left.Emails + right.Emails,
        Meetings = left.Meetings + right.Meetings,
        Quotes = left.Quotes + right.Quotes,
        Inquiries = left.Inquiries + right.Inquiries,
        StaffMonths = left.StaffMonths + right.StaffMonths,
        Leads = left.Leads + right.Leads,
        LeadsQualified = left.LeadsQualified + right.LeadsQualified,
        LeadsConverted = left.LeadsConverted + right.LeadsConverted,
        DealsCreated = left.DealsCreated + right.DealsCreated,
        DealsQuoted = left.DealsQuoted + right.DealsQuoted,
        DealsWon = left.DealsWon + right.DealsWon,
        DealsLost = left.DealsLost + right.DealsLost,
        WonRevenue = left.WonRevenue + right.WonRevenue,
        WonRevenueSquares = left.WonRevenueSquares + right.WonRevenueSquares,
        LostValue = left.LostValue + right.LostValue,
        CostedRevenue = left.CostedRevenue + right.CostedRevenue,
        WonMargin = left.WonMargin + right.WonMargin,
        CycleDeals = left.CycleDeals + right.CycleDeals,
        CycleDays = left.CycleDays + right.CycleDays,
        CycleDaysSquares = left.CycleDaysSquares + right.CycleDaysSquares,
        LostCycleDeals = left.LostCycleDeals + right.LostCycleDeals,
        LostCycleDays = left.LostCycleDays + right.LostCycleDays,
        NewCustomers = left.NewCustomers + right.NewCustomers,
        Orders = left.Orders + right.Orders,
        OrderLines = left.OrderLines + right.OrderLines,
        OrderRevenue = left.OrderRevenue + right.OrderRevenue,
        OrderRevenueSquares = left.OrderRevenueSquares + right.OrderRevenueSquares,
        CostedOrderRevenue = left.CostedOrderRevenue + right.CostedOrderRevenue,
        OrderMargin = left.OrderMargin + right.OrderMargin,
        MarketingSpend = left.MarketingSpend + right.MarketingSpend,
        MailingsSent = left.MailingsSent + right.MailingsSent,
        Responses = left.Responses + right.Responses,
        CasesOpened = left.CasesOpened + right.CasesOpened,
        CasesClosed = left.CasesClosed + right.CasesClosed,
        CasesClosedSameDay = left.CasesClosedSameDay + right.CasesClosedSameDay,
        CasesRated = left.CasesRated + right.CasesRated,
        CasesSolvedAtFirstContact = left.CasesSolvedAtFirstContact + right.CasesSolvedAtFirstContact,
        SatisfactionAnswers = left.SatisfactionAnswers + right.SatisfactionAnswers,
        SatisfiedAnswers = left.SatisfiedAnswers + right.SatisfiedAnswers,
        SatisfactionScores = left.SatisfactionScores + right.SatisfactionScores,
        RecommendationAnswers = left.RecommendationAnswers + right.RecommendationAnswers,
        Promoters = left.Promoters + right.Promoters,
        Detractors = left.Detractors + right.Detractors,
        AdminHours = left.AdminHours + right.AdminHours,
        SalesCost = left.SalesCost + right.SalesCost,
        CasesClosedByNobody = left.CasesClosedByNobody + right.CasesClosedByNobody,
        AgentDays = left.AgentDays + right.AgentDays,
        ServiceCost = left.ServiceCost + right.ServiceCost,
        ActiveUsers = left.ActiveUsers + right.ActiveUsers,
        Licences = left.Licences + right.Licences,
        RecordsChecked = left.RecordsChecked + right.RecordsChecked,
        RecordsUpToDate = left.RecordsUpToDate + right.RecordsUpToDate,
    };
}
