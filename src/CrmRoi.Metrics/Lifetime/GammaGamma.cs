using static MathNet.Numerics.SpecialFunctions;

namespace CrmRoi.Metrics.Lifetime;

/// <summary>
/// What a customer spends on a purchase: gamma-distributed around a mean of its own (p), the means differing among customers (q, v), and
/// neither having to do with how often it buys.
/// </summary>
/// <remarks>P. S. Fader, B. G. S. Hardie, The Gamma-Gamma Model of Monetary Value (2013), brucehardie.com/notes/025.</remarks>
/// <param name="P">Shape of the purchases of one customer.</param>
/// <param name="Q">Shape of the customers' scales.</param>
/// <param name="V">Scale of the customers' scales, in money.</param>
public sealed record GammaGamma(double P, double Q, double V)
{
    /// <summary>The mean of a purchase among all customers; undefined for q of 1 and less, where it is infinite.</summary>
    public double? PopulationMean => Q > 1 ? P * V / (Q - 1) : null;

    /// <summary>Fits the parameters by maximum likelihood.</summary>
    /// <param name="spendings">One for each customer of whom a purchase counts.</param>
    public static LifetimeFit<GammaGamma> Fit(IReadOnlyCollection<Spending> spendings)
    {
        var refusal = spendings.Count == 0 ? LifetimeRefusal.NoCustomers
            : spendings.Any(spending => spending.Purchases < 1 || !(spending.Mean > 0) || double.IsInfinity(spending.Mean)) ? LifetimeRefusal.Impossible
            : spendings.All(spending => spending.Mean == spendings.First().Mean) ? LifetimeRefusal.NoSpread
            : spendings.Count < LifetimeFit<GammaGamma>.FewestRepeatBuyers ? LifetimeRefusal.TooFewRepeatBuyers
            : LifetimeRefusal.None;
        if (refusal != LifetimeRefusal.None)
        {
            return LifetimeFit<GammaGamma>.Refused(refusal);
        }

        // Money is taken out of the search, so that cents and euros find the same.
        var unit = spendings.Average(spending => spending.Mean);
        var scaled = spendings.Select(spending => spending with { Mean = spending.Mean / unit }).ToList();
        var found = Simplex.Minimise(Cost, [[5, 4, 0.5], [1, 2, 1], [10, 10, 1]]);
        var fit = LifetimeFit<GammaGamma>.Of(found, parameters => Make(parameters) with { V = parameters[2] * unit }, Cost);
        return fit.Model switch
        {
            null => fit,
            { PopulationMean: null } => LifetimeFit<GammaGamma>.Refused(LifetimeRefusal.NoMaximum),
            var model => fit with { LogLikelihood = model.LogLikelihood(spendings) },
        };

        double Cost(double[] parameters) => -Make(parameters).LogLikelihood(scaled);
    }

    /// <summary>The natural logarithm of how likely the spendings are.</summary>
    public double LogLikelihood(IReadOnlyCollection<Spending> spendings)
    {
        var constant = -GammaLn(Q) + (Q * Math.Log(V));
        var sum = 0.0;
        foreach (var (x, mean) in spendings)
        {
            sum += GammaLn((P * x) + Q) - GammaLn(P * x) + constant
                + (((P * x) - 1) * Math.Log(mean)) + (P * x * Math.Log(x)) - (((P * x) + Q) * Math.Log((x * mean) + V));
        }

        return sum;
    }

    /// <summary>What a customer is expected to spend on a purchase: between its own mean and that of all, the nearer to its own the more it bought.</summary>
    /// <param name="purchases">How many purchases the mean is of; 0 for a customer of whom none counts.</param>
    /// <param name="mean">Its own mean, 0 for none.</param>
    /// <returns>In money; undefined where <see cref="PopulationMean"/> is.</returns>
    public double? ExpectedValue(int purchases, double mean) => Q > 1 ? P * (V + (purchases * mean)) / ((P * purchases) + Q - 1) : null;

    private static GammaGamma Make(double[] parameters) => new(parameters[0], parameters[1], parameters[2]);
}
