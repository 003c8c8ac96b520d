using static CrmRoi.Metrics.Snapshots.Dimensions;

namespace CrmRoi.Metrics.Snapshots;

/// <summary>One member of a <see cref="Snapshot"/>: what it is called, which dimensions its records carry, where it comes from.</summary>
/// <param name="Member">The member's name in <see cref="Snapshot"/>.</param>
/// <param name="Key">What it is called in forms, files and links; none for what only statistics need, and nobody enters.</param>
/// <param name="Name">What it is called on a page.</param>
/// <param name="Family">Members whose records come together: where one has records, all of its family are known.</param>
/// <param name="Carries">The dimensions that its records carry.</param>
/// <param name="Read">Reads it.</param>
/// <param name="Write">Makes a snapshot that has only it. Counts refuse fractions.</param>
/// <param name="IsMoney">Whether it is in the company's currency.</param>
public sealed record Measure(
    string Member, string? Key, string Name, string Family, Dimensions Carries, Func<Snapshot, decimal> Read, Func<decimal, Snapshot> Write, bool IsMoney = false)
{
    /// <summary>Every member of a snapshot, in its order.</summary>
    public static readonly IReadOnlyList<Measure> All =
    [
        new(nameof(Snapshot.Calls), "calls", "Calls", "calls", People, s => s.Calls, v => new() { Calls = Count(v) }),
        new(nameof(Snapshot.OutboundCalls), "outbound-calls", "Outbound calls", "calls", People, s => s.OutboundCalls, v => new() { OutboundCalls = Count(v) }),
        new(nameof(Snapshot.InboundCalls), "inbound-calls", "Inbound calls", "calls", People, s => s.InboundCalls, v => new() { InboundCalls = Count(v) }),
        new(nameof(Snapshot.Emails), "emails", "E-mails", "emails", People, s => s.Emails, v => new() { Emails = Count(v) }),
        new(nameof(Snapshot.Meetings), "meetings", "Meetings", "meetings", People, s => s.Meetings, v => new() { Meetings = Count(v) }),
        new(nameof(Snapshot.Quotes), "quotes", "Quotes", "quotes", People, s => s.Quotes, v => new() { Quotes = Count(v) }),
        new(nameof(Snapshot.Inquiries), "inquiries", "Inquiries", "inquiries", People | Channel, s => s.Inquiries, v => new() { Inquiries = Count(v) }),
        new(nameof(Snapshot.StaffMonths), "staff-months", "Staff-months", "staff", People, s => s.StaffMonths, v => new() { StaffMonths = v }),
        new(nameof(Snapshot.Leads), "leads", "Leads", "leads", People | Segment | Channel | Campaign, s => s.Leads, v => new() { Leads = Count(v) }),
        new(nameof(Snapshot.LeadsQualified), "leads-qualified", "Qualified leads", "leads-qualified", People | Segment | Channel | Campaign, s => s.LeadsQualified, v => new() { LeadsQualified = Count(v) }),
        new(nameof(Snapshot.LeadsConverted), "leads-converted", "Converted leads", "leads-converted", People | Segment | Channel | Campaign, s => s.LeadsConverted, v => new() { LeadsConverted = Count(v) }),
        new(nameof(Snapshot.DealsCreated), "deals-created", "Deals opened", "deals", Dimensions.All, s => s.DealsCreated, v => new() { DealsCreated = Count(v) }),
        new(nameof(Snapshot.DealsQuoted), "deals-quoted", "Deals quoted", "deal-quotes", Dimensions.All, s => s.DealsQuoted, v => new() { DealsQuoted = Count(v) }),
        new(nameof(Snapshot.DealsWon), "deals-won", "Deals won", "deals", Dimensions.All, s => s.DealsWon, v => new() { DealsWon = Count(v) }),
        new(nameof(Snapshot.DealsLost), "deals-lost", "Deals lost", "deals", Dimensions.All, s => s.DealsLost, v => new() { DealsLost = Count(v) }),
        new(nameof(Snapshot.WonRevenue), "won-revenue", "Won revenue", "deals", Dimensions.All, s => s.WonRevenue, v => new() { WonRevenue = v }, IsMoney: true),
        new(nameof(Snapshot.WonRevenueSquares), null, "", "deals", Dimensions.All, s => s.WonRevenueSquares, v => new() { WonRevenueSquares = v }),
        new(nameof(Snapshot.LostValue), "lost-value", "Lost value", "lost-value", Dimensions.All, s => s.LostValue, v => new() { LostValue = v }, IsMoney: true),
        new(nameof(Snapshot.CostedRevenue), null, "", "margin", Dimensions.All, s => s.CostedRevenue, v => new() { CostedRevenue = v }, IsMoney: true),
        new(nameof(Snapshot.WonMargin), "won-margin", "Won margin", "margin", Dimensions.All, s => s.WonMargin, v => new() { WonMargin = v }, IsMoney: true),
        new(nameof(Snapshot.CycleDeals), "cycle-deals", "Won deals with a known start", "deals", Dimensions.All, s => s.CycleDeals, v => new() { CycleDeals = Count(v) }),
        new(nameof(Snapshot.CycleDays), "cycle-days", "Days from start to won, summed", "deals", Dimensions.All, s => s.CycleDays, v => new() { CycleDays = Count(v) }),
        new(nameof(Snapshot.CycleDaysSquares), null, "", "deals", Dimensions.All, s => s.CycleDaysSquares, v => new() { CycleDaysSquares = Count(v) }),
        new(nameof(Snapshot.LostCycleDeals), null, "", "deals", Dimensions.All, s => s.LostCycleDeals, v => new() { LostCycleDeals = Count(v) }),
        new(nameof(Snapshot.LostCycleDays), null, "", "deals", Dimensions.All, s => s.LostCycleDays, v => new() { LostCycleDays = Count(v) }),
        new(nameof(Snapshot.NewCustomers), "new-customers", "New customers", "customers", Region | Segment | Channel, s => s.NewCustomers, v => new() { NewCustomers = Count(v) }),
        new(nameof(Snapshot.Orders), "orders", "Orders", "orders", People | Segment | Channel | Product, s => s.Orders, v => new() { Orders = Count(v) }),
        new(nameof(Snapshot.OrderLines), "order-lines", "Order lines", "orders", People | Segment | Channel | Product, s => s.OrderLines, v => new() { OrderLines = Count(v) }),
        new(nameof(Snapshot.OrderRevenue), "order-revenue", "Order revenue", "orders", People | Segment | Channel | Product, s => s.OrderRevenue, v => new() { OrderRevenue = v }, IsMoney: true),
        new(nameof(Snapshot.OrderRevenueSquares), null, "", "orders", People | Segment | Channel | Product, s => s.OrderRevenueSquares, v => new() { OrderRevenueSquares = v }),
        new(nameof(Snapshot.CostedOrderRevenue), null, "", "order-margin", People | Segment | Channel | Product, s => s.CostedOrderRevenue, v => new() { CostedOrderRevenue = v }, IsMoney: true),
        new(nameof(Snapshot.OrderMargin), "order-margin", "Order margin", "order-margin", People | Segment | Channel | Product, s => s.OrderMargin, v => new() { OrderMargin = v }, IsMoney: true),
        new(nameof(Snapshot.MarketingSpend), "marketing-spend", "Marketing spend", "marketing", Channel | Campaign, s => s.MarketingSpend, v => new() { MarketingSpend = v }, IsMoney: true),
        new(nameof(Snapshot.MailingsSent), "mailings-sent", "Mailings sent", "marketing", Channel | Campaign, s => s.MailingsSent, v => new() { MailingsSent = Count(v) }),
        new(nameof(Snapshot.Responses), "responses", "Responses", "marketing", Channel | Campaign, s => s.Responses, v => new() { Responses = Count(v) }),
        new(nameof(Snapshot.CasesOpened), "cases-opened", "Cases opened", "cases", People | Channel | Product, s => s.CasesOpened, v => new() { CasesOpened = Count(v) }),
        new(nameof(Snapshot.CasesClosed), "cases-closed", "Cases closed", "cases", People | Channel | Product, s => s.CasesClosed, v => new() { CasesClosed = Count(v) }),
        new(nameof(Snapshot.CasesClosedSameDay), "cases-closed-same-day", "Cases closed on the day", "cases", People | Channel | Product, s => s.CasesClosedSameDay, v => new() { CasesClosedSameDay = Count(v) }),
        new(nameof(Snapshot.CasesRated), null, "", "cases", People | Channel | Product, s => s.CasesRated, v => new() { CasesRated = Count(v) }),
        new(nameof(Snapshot.CasesSolvedAtFirstContact), "cases-solved-at-first-contact", "Cases solved at first contact", "cases", People | Channel | Product, s => s.CasesSolvedAtFirstContact, v => new() { CasesSolvedAtFirstContact = Count(v) }),
        new(nameof(Snapshot.SatisfactionAnswers), "satisfaction-answers", "Satisfaction answers", "satisfaction", People, s => s.SatisfactionAnswers, v => new() { SatisfactionAnswers = Count(v) }),
        new(nameof(Snapshot.SatisfiedAnswers), "satisfied-answers", "Satisfied answers", "satisfaction", People, s => s.SatisfiedAnswers, v => new() { SatisfiedAnswers = Count(v) }),
        new(nameof(Snapshot.SatisfactionScores), null, "", "satisfaction", People, s => s.SatisfactionScores, v => new() { SatisfactionScores = Count(v) }),
        new(nameof(Snapshot.RecommendationAnswers), "recommendation-answers", "Recommendation answers", "recommendation", People, s => s.RecommendationAnswers, v => new() { RecommendationAnswers = Count(v) }),
        new(nameof(Snapshot.Promoters), "promoters", "Promoters", "recommendation", People, s => s.Promoters, v => new() { Promoters = Count(v) }),
        new(nameof(Snapshot.Detractors), "detractors", "Detractors", "recommendation", People, s => s.Detractors, v => new() { Detractors = Count(v) }),
        new(nameof(Snapshot.AdminHours), "admin-hours-spent", "Hours on administration", "admin-hours", People, s => s.AdminHours, v => new() { AdminHours = v }),
        new(nameof(Snapshot.SalesCost), "sales-cost", "Sales cost", "sales-cost", Team, s => s.SalesCost, v => new() { SalesCost = v }, IsMoney: true),
        new(nameof(Snapshot.CasesClosedByNobody), null, "", "cases", People, s => s.CasesClosedByNobody, v => new() { CasesClosedByNobody = Count(v) }),
        new(nameof(Snapshot.AgentDays), "agent-days", "Agent-days", "agent-days", People, s => s.AgentDays, v => new() { AgentDays = Count(v) }),
        new(nameof(Snapshot.ServiceCost), "service-cost", "Service cost", "service-cost", Team, s => s.ServiceCost, v => new() { ServiceCost = v }, IsMoney: true),
        new(nameof(Snapshot.ActiveUsers), "active-users", "Active CRM users", "active-users", Team, s => s.ActiveUsers, v => new() { ActiveUsers = Count(v) }),
        new(nameof(Snapshot.Licences), "licences", "CRM licences", "licences", Team, s => s.Licences, v => new() { Licences = Count(v) }),
        new(nameof(Snapshot.RecordsChecked), "records-checked", "Records checked", "records-checked", Team, s => s.RecordsChecked, v => new() { RecordsChecked = Count(v) }),
        new(nameof(Snapshot.RecordsUpToDate), "records-up-to-date", "Records up to date", "records-checked", Team, s => s.RecordsUpToDate, v => new() { RecordsUpToDate = Count(v) }),
    ];

    /// <summary>Those that people can enter for a time of which there are no records.</summary>
    public static IEnumerable<Measure> Enterable => All.Where(measure => measure.Key is not null);

    /// <summary>The member of that name.</summary>
    /// <exception cref="InvalidOperationException">A snapshot has no such member.</exception>
    public static Measure Of(string member) => All.First(measure => measure.Member == member);

    /// <summary>The enterable member with that key, or none.</summary>
    public static Measure? Find(string? key) => All.FirstOrDefault(measure => measure.Key is not null && measure.Key == key);

    private static long Count(decimal value) => value == decimal.Truncate(value)
        ? (long)value
        : throw new ArgumentException("A count has no fraction.", nameof(value));
}
