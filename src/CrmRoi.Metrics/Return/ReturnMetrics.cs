using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Return;

/// <summary>A metric of a whole programme's return; it cannot be broken down, because costs cannot.</summary>
public sealed record ReturnMetric : Metric
{
    /// <summary>The answer in the metric's unit; none when it is undefined.</summary>
    public required Func<ProgrammeReturn, decimal?> Answer { get; init; }

    /// <inheritdoc/>
    public override Dimensions Dimensions => Dimensions.None;
}

/// <summary>The metrics of money: was it worth it?</summary>
/// <remarks>Shares are fractions here as everywhere: an ROI of 525 % is 5.25, while <see cref="ProgrammeReturn.Roi"/> is 525.</remarks>
public static class ReturnMetrics
{
    private const string GainUndefined = "When the gain is not known: no baseline, no month after go-live, unknown margin, unlike sources.";
    private const string RoiUndefined = GainUndefined + " When nothing was spent.";
    private const string NotBack = RoiUndefined + " When the money is not back yet.";

    /// <summary>Won revenue for a year at the pace of the window.</summary>
    public static readonly SnapshotMetric AnnualRevenue = new()
    {
        Key = "annual-revenue",
        Name = "Annual revenue",
        Unit = Unit.Money,
        Better = Direction.Higher,
        Definition = "Won revenue / months × 12.",
        Undefined = "Without a month.",
        Of = "months",
        Members = [nameof(Snapshot.WonRevenue)],
        Numerator = s => s.WonRevenue,
        IsPerMonth = true,
        Scale = 12,
    };

    /// <summary>The metrics of a programme's return.</summary>
    public static readonly IReadOnlyList<ReturnMetric> OfReturn =
    [
        Money("cost-total", "Total cost", Direction.Lower, "Everything spent on the CRM from its first cost to the last full month.", "Never: nothing spent is 0.", r => r.Cost.Total),
        Money("tco", "Total cost of ownership", Direction.Lower, "Everything that falls due from the first cost to the end of the horizon, spent or planned.", "Without costs.", r => r.Cost.OverHorizon),
        Money("cost-per-user", "Cost per user and month", Direction.Lower, "Total cost / user-months. Users are those of licences paid per user.", "When no users are stated.", r => r.Cost.PerUserAndMonth) with { Of = "user-months" },
        Money("benefit-total", "Total gain", Direction.Higher, "Margin gained from sales, by the official estimate or else by the plain difference of before and after, and savings that count.", GainUndefined, r => r.Gain),
        Money("net-benefit", "Net benefit", Direction.Higher, "Total gain − total cost.", GainUndefined, r => r.NetBenefit),
        Share("roi", "ROI", "(Gain − cost) / cost. Break-even is 0 %: 1.00 back for each 1.00 spent.", RoiUndefined, r => r.Roi),
        new() { Key = "roi-multiple", Name = "Gain per unit spent", Unit = Unit.Ratio, Better = Direction.Higher, Definition = "Gain / cost. Break-even is 1.00.", Undefined = RoiUndefined, Answer = r => r.Multiple },
        Share("roi-average-annual", "Average annual ROI", "(Gain − recurring cost) / years / one-off cost, over the months from the first cost or go-live.", RoiUndefined + " When nothing was spent once.", r => r.AverageAnnualRoi),
        Share("roi-discounted", "Discounted ROI", "(Present gain − present cost) / present cost, at the programme's rate.", RoiUndefined, r => r.DiscountedRoi),
        Share("roi-annualised", "Annualised ROI", "(Gain / cost)^(1 / years) − 1, over the months from the first cost or go-live.", RoiUndefined + " When the gain is below 0.", r => r.AnnualisedRoi),
        Money("npv", "Net present value", Direction.Higher, "Net benefit by month, discounted to the first month at the programme's rate: a month counts 1 / (1 + rate)^(1/12).", GainUndefined, r => r.Npv),
        new() { Key = "irr", Name = "Internal rate of return", Unit = Unit.Share, Better = Direction.Higher, Definition = "The yearly rate at which the net present value is 0.", Undefined = RoiUndefined + " When no rate or more than one does that.", Answer = r => Only(r.IrrRoots) },
        Months("payback-from-cost", "Payback from first cost", "Months from the first cost to break-even, both counted.", NotBack, r => r.PaybackFromCost),
        Months("payback-from-go-live", "Payback from go-live", "Months from the first go-live to break-even, both counted; 0 when it had paid before.", NotBack, r => r.PaybackFromGoLive),
        Months("payback-discounted", "Discounted payback", "Months from the first cost to break-even in discounted money, both counted.", NotBack, r => r.DiscountedPayback),
        new() { Key = "break-even-month", Name = "Break-even month", Unit = Unit.Month, Better = Direction.Lower, Definition = "The first month from which the cumulative net benefit stays at or above 0 to the last full month.", Undefined = NotBack, Answer = r => r.BreakEven?.Index },
        new() { Key = "break-even-uplift", Name = "Rise of the closing rate that pays", Unit = Unit.Share, Better = Direction.Lower, Definition = "Total cost of ownership / (closed deals a month × margin per won deal in the baseline × months from go-live to the end of the horizon): it pays if the closing rate rises by at least so many points, all else unchanged.", Undefined = "Without costs or go-live, or when the baseline has no deals or no known margin above 0.", Answer = r => r.BreakEvenUplift },
        new() { Key = "probability-paid", Name = "Probability that it paid", Unit = Unit.Share, Better = Direction.Higher, Definition = "The share of 10,000 draws, of the official estimate and of every assumption with a range, in which at least as much came back as was spent.", Undefined = RoiUndefined + " When nothing is stated as uncertain.", Answer = r => (decimal?)r.Drawn?.ProbabilityPaid },
    ];

    /// <summary>Every metric of money.</summary>
    public static readonly IReadOnlyList<Metric> All = [AnnualRevenue, .. OfReturn];

    private static ReturnMetric Money(string key, string name, Direction better, string definition, string undefined, Func<ProgrammeReturn, decimal?> answer) =>
        new() { Key = key, Name = name, Unit = Unit.Money, Better = better, Definition = definition, Undefined = undefined, Answer = answer };

    private static ReturnMetric Share(string key, string name, string definition, string undefined, Func<ProgrammeReturn, decimal?> percent) =>
        new() { Key = key, Name = name, Unit = Unit.Share, Better = Direction.Higher, Definition = definition, Undefined = undefined, Answer = r => Ratio.Of(percent(r), 100) };

    private static ReturnMetric Months(string key, string name, string definition, string undefined, Func<ProgrammeReturn, decimal?> answer) =>
        new() { Key = key, Name = name, Unit = Unit.Months, Better = Direction.Lower, Definition = definition, Undefined = undefined, Answer = answer };

    private static decimal? Only(IReadOnlyList<double> roots) => roots.Count == 1 && roots[0] < 1e20 ? (decimal)roots[0] : null;
}
