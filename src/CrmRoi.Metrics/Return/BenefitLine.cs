using CrmRoi.Metrics.Programmes;

namespace CrmRoi.Metrics.Return;

/// <summary>What a benefit is multiplied by on its way from what was measured to what counts.</summary>
public enum FactorKind
{
    /// <summary>The programme's share of the company's margin.</summary>
    ProgrammeShare,

    /// <summary>The part of the sales margin.</summary>
    MarginPart,

    /// <summary>What an hour costs.</summary>
    HourlyRate,

    /// <summary>The share of hours that is really used.</summary>
    RealisedShare,

    /// <summary>The share that is the CRM's doing.</summary>
    AttributedShare,
}

/// <summary>One such number.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Value">How much.</param>
/// <param name="Assumption">The assumption that it comes from; none for what the benefit itself states.</param>
public sealed record Factor(FactorKind Kind, decimal Value, Assumption? Assumption = null);

/// <summary>One benefit with what was measured of it and what of that counts.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Entry">What was entered of it; none where nothing was and the rule of the kind holds.</param>
/// <param name="Raw">What was measured, by month: money, or hours for <see cref="BenefitKind.AdminHours"/>.</param>
/// <param name="Factors">What it is multiplied by.</param>
/// <param name="NotCounted">Why it does not count; none when it does.</param>
public sealed record BenefitLine(BenefitKind Kind, Benefit? Entry, CashFlow Raw, IReadOnlyList<Factor> Factors, Reason? NotCounted)
{
    /// <summary>The official estimate that <see cref="Raw"/> rests on, of its metric by month; none where it is entered or the plain difference of before and after.</summary>
    public GainEstimate? Estimate { get; init; }

    /// <summary>By how much <see cref="Raw"/> moves in each month where the estimate's monthly mean moves by 1; empty without an estimate.</summary>
    public CashFlow Moved { get; init; } = CashFlow.Empty;

    /// <summary>Whether it counts.</summary>
    public bool IsCounted => NotCounted is null;

    /// <summary>All factors together.</summary>
    public decimal Factor => Factors.Aggregate(1m, (product, factor) => product * factor.Value);

    /// <summary>What it would count, whether or not it does.</summary>
    public CashFlow Worth => Raw * Factor;

    /// <summary>What counts, by month.</summary>
    public CashFlow Monthly => IsCounted ? Worth : CashFlow.Empty;

    /// <summary>All that counts.</summary>
    public decimal Total => Monthly.Total;
}
