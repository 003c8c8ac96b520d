using static MathNet.Numerics.SpecialFunctions;

namespace CrmRoi.Metrics.Lifetime;

/// <summary>
/// How often customers without a contract come back and when they stop: purchases come at random at a customer's own rate, and after each
/// one the customer leaves with a chance of its own; rates are gamma-distributed (r, α) among customers, chances beta-distributed (a, b).
/// </summary>
/// <remarks>
/// P. S. Fader, B. G. S. Hardie, K. L. Lee, “Counting Your Customers” the Easy Way: An Alternative to the Pareto/NBD Model, Marketing Science 24
/// (2005) 275–284. Times are in the unit of the histories, weeks in CrmRoi.
/// </remarks>
/// <param name="R">Shape of the rates.</param>
/// <param name="Alpha">Scale of the rates, in the unit of time: r / α is the mean rate.</param>
/// <param name="A">First parameter of the chance to leave.</param>
/// <param name="B">Second parameter: a / (a + b) is the mean chance.</param>
public sealed record BgNbd(double R, double Alpha, double A, double B)
{
    private static readonly double[][] Starts = [[0.3, 5, 0.8, 2.5], [1, 10, 1, 5], [2, 2, 0.3, 3]];

    /// <summary>Fits the parameters by maximum likelihood.</summary>
    /// <param name="histories">One for each customer.</param>
    public static LifetimeFit<BgNbd> Fit(IReadOnlyCollection<PurchaseHistory> histories)
    {
        var repeat = histories.Count(history => history.Frequency > 0);
        var refusal = histories.Count == 0 ? LifetimeRefusal.NoCustomers
            : histories.Any(history => !history.IsPossible) ? LifetimeRefusal.Impossible
            : repeat == 0 ? LifetimeRefusal.NoRepeatBuyers
            : repeat < LifetimeFit<BgNbd>.FewestRepeatBuyers ? LifetimeRefusal.TooFewRepeatBuyers
            : histories.Distinct().Count() == 1 ? LifetimeRefusal.NoSpread
            : LifetimeRefusal.None;
        if (refusal != LifetimeRefusal.None)
        {
            return LifetimeFit<BgNbd>.Refused(refusal);
        }

        var alike = Alike(histories);

        // The unit of time is taken out of the search, so that days, weeks and months find the same.
        var unit = histories.Average(history => history.Age) / 30;
        var found = Simplex.Minimise(Cost, [.. Starts.Select(start => new[] { start[0], start[1] * unit, start[2], start[3] })]);
        return LifetimeFit<BgNbd>.Of(found, Make, Cost);

        double Cost(double[] parameters) => -Make(parameters).LogLikelihood(alike);
    }

    /// <summary>The natural logarithm of how likely the histories are.</summary>
    public double LogLikelihood(IReadOnlyCollection<PurchaseHistory> histories) => LogLikelihood(Alike(histories));

    /// <summary>The chance that a customer still is one at the end of its observation.</summary>
    public double ProbabilityAlive(PurchaseHistory history) => 1 / (1 + LeftAgainstThere(history));

    /// <summary>How many purchases a customer is expected to make in the time after its observation.</summary>
    /// <param name="history">The customer.</param>
    /// <param name="time">How long, in the unit of the history.</param>
    public double ExpectedPurchases(PurchaseHistory history, double time)
    {
        // At a = 1 the formula is 0/0, and smooth on both sides of it.
        if (Math.Abs(A - 1) < 1e-5)
        {
            return ((this with { A = 1 - 2e-5 }).ExpectedPurchases(history, time) + (this with { A = 1 + 2e-5 }).ExpectedPurchases(history, time)) / 2;
        }

        // Euler's transformation of the published 2F1(r + x, b + x; a + b + x − 1; z): the powers of x cancel, so that it never overflows.
        var (x, z) = (history.Frequency, time / (Alpha + history.Age + time));
        var never = Math.Pow(1 - z, A - 1) * Hypergeometric.Of(A + B - 1 - R, A - 1, A + B + x - 1, z);
        return (A + B + x - 1) / (A - 1) * (1 - never) * ProbabilityAlive(history);
    }

    /// <summary>How many purchases a new customer is expected to make in a time, its first one apart.</summary>
    /// <param name="time">How long, in the unit of the histories.</param>
    public double ExpectedPurchases(double time) => ExpectedPurchases(new PurchaseHistory(0, 0, 0), time);

    private double LogLikelihood(List<(PurchaseHistory History, int Customers)> alike)
    {
        var constant = GammaLn(A + B) - GammaLn(B) - GammaLn(R) + (R * Math.Log(Alpha));
        var ofFrequency = new Dictionary<int, double>();
        var sum = 0.0;
        foreach (var (history, customers) in alike)
        {
            var x = history.Frequency;
            if (!ofFrequency.TryGetValue(x, out var common))
            {
                ofFrequency[x] = common = constant + GammaLn(B + x) - GammaLn(A + B + x) + GammaLn(R + x);
            }

            var there = -(R + x) * Math.Log(Alpha + history.Age);
            sum += customers * (common + there + (x == 0 ? 0 : Math.Log(1 + LeftAgainstThere(history))));
        }

        return sum;
    }

    private double LeftAgainstThere(PurchaseHistory history) => history.Frequency == 0
        ? 0
        : A / (B + history.Frequency - 1) * Math.Exp((R + history.Frequency) * Math.Log((Alpha + history.Age) / (Alpha + history.Recency)));

    private static BgNbd Make(double[] parameters) => new(parameters[0], parameters[1], parameters[2], parameters[3]);

    private static List<(PurchaseHistory History, int Customers)> Alike(IEnumerable<PurchaseHistory> histories) =>
        [.. histories.GroupBy(history => history).Select(group => (group.Key, group.Count()))];
}
