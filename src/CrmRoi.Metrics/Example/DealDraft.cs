using CrmRoi.Metrics.Records;

namespace CrmRoi.Metrics.Example;

/// <summary>What becomes of a deal.</summary>
internal sealed record DealFate(bool IsWon, DateOnly ClosedOn, decimal Value, decimal CostOfGoods, double WinProbability)
{
    public decimal Margin => Value - CostOfGoods;

    public decimal ExpectedMargin => (decimal)WinProbability * Margin;
}

/// <summary>A deal with both of its fates, made from the same luck: with the CRM and without.</summary>
internal sealed record DealDraft
{
    public required ExampleTeam Team { get; init; }

    public required string Rep { get; init; }

    public required DateOnly CreatedOn { get; init; }

    public required Customer Customer { get; init; }

    public required string Product { get; init; }

    public required string Channel { get; init; }

    /// <summary>How much of the CRM's effect it gets.</summary>
    public required double Share { get; init; }

    /// <summary>What becomes of it.</summary>
    public required DealFate With { get; init; }

    /// <summary>What would become of it without the CRM.</summary>
    public required DealFate Without { get; init; }

    /// <summary>What becomes of it if it is won.</summary>
    public required DealFate IfWonWith { get; init; }

    /// <summary>What would become of it without the CRM if it were won.</summary>
    public required DealFate IfWonWithout { get; init; }
}

/// <summary>The luck of one deal, drawn before anything is known of the CRM.</summary>
internal sealed record DealLuck(double Won, double Days, double Value, double CostShare, double PriceFactor, double BaseRate)
{
    private const double LostTakesLonger = 1.2;
    private const double ShortestDays = 2;

    /// <summary>What becomes of the deal with a share of the effects; 0 is without the CRM.</summary>
    /// <param name="createdOn">When it was opened.</param>
    /// <param name="effects">What the CRM does.</param>
    /// <param name="share">How much of it the deal gets.</param>
    /// <param name="won">Whether it is taken to be won; none to let luck decide.</param>
    public DealFate Fate(DateOnly createdOn, PlantedEffects effects, double share, bool? won = null)
    {
        var rate = BaseRate + (share * effects.ClosingRate);
        var isWon = won ?? Won < rate;
        var days = Math.Max(ShortestDays, (isWon ? Days : Days * LostTakesLonger) - (share * effects.CycleDays));
        var size = Value * (1 + (share * effects.DealSize));
        return new(isWon, Weekday(createdOn.AddDays((int)Math.Round(days))), Cents(size * PriceFactor), Cents(size * CostShare), rate);
    }

    private static decimal Cents(double amount) => decimal.Round((decimal)amount, 2);

    private static DateOnly Weekday(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => day.AddDays(2),
        DayOfWeek.Sunday => day.AddDays(1),
        _ => day,
    };
}
