using static MathNet.Numerics.SpecialFunctions;

namespace CrmRoi.Metrics.Lifetime;

/// <summary>Customers who gave on some of so many occasions.</summary>
/// <param name="Frequency">On how many occasions they bought or gave.</param>
/// <param name="Recency">The last occasion on which they did, from 1; 0 for none.</param>
/// <param name="Occasions">How many occasions there were.</param>
/// <param name="Customers">How many such customers there are.</param>
public readonly record struct OccasionHistory(int Frequency, int Recency, int Occasions, int Customers)
{
    /// <summary>Whether such a customer can be.</summary>
    public bool IsPossible => Frequency >= 0 && Frequency <= Recency && Recency <= Occasions && Customers > 0 && (Frequency == 0) == (Recency == 0);
}

/// <summary>
/// How often donors and members come back on given occasions, as once a year: on each occasion with a chance of their own (α, β), until
/// they leave with another (γ, δ).
/// </summary>
/// <remarks>P. S. Fader, B. G. S. Hardie, J. Shang, Customer-Base Analysis in a Discrete-Time Noncontractual Setting, Marketing Science 29 (2010) 1086–1108.</remarks>
/// <param name="Alpha">First parameter of the chance to buy.</param>
/// <param name="Beta">Second parameter of the chance to buy.</param>
/// <param name="Gamma">First parameter of the chance to leave.</param>
/// <param name="Delta">Second parameter of the chance to leave.</param>
public sealed record BgBb(double Alpha, double Beta, double Gamma, double Delta)
{
    /// <summary>Fits the parameters by maximum likelihood.</summary>
    /// <param name="histories">Customers, like ones together or not.</param>
    public static LifetimeFit<BgBb> Fit(IReadOnlyCollection<OccasionHistory> histories)
    {
        var repeat = histories.Where(history => history.Frequency > 0).Sum(history => history.Customers);
        var refusal = histories.Count == 0 ? LifetimeRefusal.NoCustomers
            : histories.Any(history => !history.IsPossible) ? LifetimeRefusal.Impossible
            : repeat == 0 ? LifetimeRefusal.NoRepeatBuyers
            : repeat < LifetimeFit<BgBb>.FewestRepeatBuyers ? LifetimeRefusal.TooFewRepeatBuyers
            : histories.Select(history => history with { Customers = 1 }).Distinct().Count() == 1 ? LifetimeRefusal.NoSpread
            : LifetimeRefusal.None;
        return refusal != LifetimeRefusal.None
            ? LifetimeFit<BgBb>.Refused(refusal)
            : LifetimeFit<BgBb>.Of(Simplex.Minimise(Cost, [[1, 1, 0.5, 3], [0.5, 0.5, 1, 1]]), Make, Cost);

        double Cost(double[] parameters) => -Make(parameters).LogLikelihood(histories);
    }

    /// <summary>The natural logarithm of how likely the histories are.</summary>
    public double LogLikelihood(IEnumerable<OccasionHistory> histories) => histories.Sum(history => history.Customers * LogLikelihood(history));

    private double LogLikelihood(OccasionHistory history)
    {
        var (x, last, n, _) = history;
        var sum = Math.Exp(BetaLn(Alpha + x, Beta + n - x) + BetaLn(Gamma, Delta + n));
        for (var i = 0; i < n - last; i++)
        {
            sum += Math.Exp(BetaLn(Alpha + x, Beta + last - x + i) + BetaLn(Gamma + 1, Delta + last + i));
        }

        return Math.Log(sum) - BetaLn(Alpha, Beta) - BetaLn(Gamma, Delta);
    }

    private static BgBb Make(double[] parameters) => new(parameters[0], parameters[1], parameters[2], parameters[3]);
}
