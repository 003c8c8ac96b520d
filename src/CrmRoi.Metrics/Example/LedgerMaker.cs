using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Return;

namespace CrmRoi.Metrics.Example;

/// <summary>What the people of the example entered beside the figures: nothing of it is drawn, and its likely values change no figure.</summary>
internal static class LedgerMaker
{
    private const string Sales = "Head of sales";
    private const string Finance = "Controlling";
    private const string Service = "Head of service";

    public static IReadOnlyList<Benefit> Benefits(string programme) =>
    [
        new() { Programme = programme, Kind = BenefitKind.SalesMargin, Owner = Sales, AttributedReason = "All of it, until an estimate says otherwise: the range is in the assumptions" },
        new() { Programme = programme, Kind = BenefitKind.Retention, Owner = Service, Note = "Watched; its euros are in the sales margin" },
        new() { Programme = programme, Kind = BenefitKind.CostPerLead, Owner = "Marketing", Note = "As much is spent as before, so nothing of it is cash" },
        new()
        {
            Programme = programme,
            Kind = BenefitKind.AdminHours,
            IsOn = false,
            Owner = "Human resources",
            HourlyRate = 46,
            Realised = 0.5m,
            Note = "Switched off until somebody shows what the hours were used for",
        },
        new() { Programme = programme, Kind = BenefitKind.OldSystems, Owner = "Information technology", AttributedReason = "The contract ended because of the CRM" },
    ];

    public static IReadOnlyList<Assumption> Assumptions(string programme) =>
    [
        new()
        {
            Programme = programme,
            Name = "Share of the margin that is the CRM's doing",
            Target = AssumptionTarget.AttributedShare,
            Benefit = BenefitKind.SalesMargin,
            Low = 0.35m,
            Value = 1,
            High = 1,
            Owner = Sales,
            Reason = "The plain difference holds growth and a rise of prices too: at worst a third of it is the CRM's",
            Evidence = "Price list and order book",
            Decision = AssumptionDecision.Rejected,
            DecidedBy = "cfo@example.com",
            DecisionNote = "Not before an estimate against trend and season",
        },
        new()
        {
            Programme = programme,
            Name = "Costs that nobody booked",
            Target = AssumptionTarget.CostFactor,
            Low = 1,
            Value = 1,
            High = 1.2m,
            Owner = Finance,
            Reason = "Hours of the first users are not in the project's time sheets",
            Evidence = "Interviews with two teams",
            Decision = AssumptionDecision.Accepted,
            DecidedBy = "cfo@example.com",
        },
        new()
        {
            Programme = programme,
            Name = "Discount rate",
            Target = AssumptionTarget.DiscountRate,
            Low = 0.06m,
            Value = 0.08m,
            High = 0.11m,
            Owner = Finance,
            Reason = "Cost of capital of the group",
            Evidence = "Board paper of January 2026",
            Decision = AssumptionDecision.Accepted,
            DecidedBy = "cfo@example.com",
        },
        new()
        {
            Programme = programme,
            Name = "Change of the gain a year",
            Target = AssumptionTarget.YearlyChange,
            Low = -0.2m,
            Value = 0,
            High = 0.05m,
            Owner = Sales,
            Reason = "Competitors buy a CRM too",
        },
        new()
        {
            Programme = programme,
            Name = "What an hour on administration costs",
            Target = AssumptionTarget.HourlyRate,
            Benefit = BenefitKind.AdminHours,
            Low = 40,
            Value = 46,
            High = 55,
            Owner = "Human resources",
            Reason = "Mean salary with everything included",
            Evidence = "Payroll 2025",
        },
    ];

    public static IReadOnlyList<Lever> Levers(string programme, Roster roster) =>
    [
        new() { Programme = programme, Function = CrmFunction.Quoting, On = roster.Number(17), Users = 29, MetricKey = "closing-rate", Benefit = BenefitKind.SalesMargin, Owner = Sales },
        new() { Programme = programme, Function = CrmFunction.WebToLead, On = roster.Number(19), Users = null, MetricKey = "speed-to-lead", Benefit = BenefitKind.SalesMargin, Owner = "Marketing" },
        new() { Programme = programme, Function = CrmFunction.CustomerService, On = roster.Number(20), Users = 8, MetricKey = "resolution-time", Benefit = null, Owner = Service },
        new() { Programme = programme, Function = CrmFunction.CrossSelling, On = roster.Number(22), Users = 29, MetricKey = "deal-size", Benefit = BenefitKind.SalesMargin, Owner = Sales },
        new() { Programme = programme, Function = CrmFunction.SalesForecasting, On = roster.Number(24), Users = 6, MetricKey = "sales-cycle-median", Benefit = null, Owner = Sales },
    ];

    public static IReadOnlyList<Scenario> Scenarios(string programme) =>
    [
        new() { Programme = programme, Name = "Half of it is ours", Values = [new("Share of the margin that is the CRM's doing", 0.5m)] },
        new() { Programme = programme, Name = "A third, and dearer", Values = [new("Share of the margin that is the CRM's doing", 0.33m), new("Costs that nobody booked", 1.15m)] },
    ];
}
