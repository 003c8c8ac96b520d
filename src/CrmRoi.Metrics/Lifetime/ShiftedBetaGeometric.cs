using static MathNet.Numerics.SpecialFunctions;

namespace CrmRoi.Metrics.Lifetime;

/// <summary>
/// How many of those who began a contract together still have it after so many periods: each leaves at the end of a period with a chance of
/// its own, and because those who leave easily leave first, retention rises with age.
/// </summary>
/// <remarks>P. S. Fader, B. G. S. Hardie, How to Project Customer Retention, Journal of Interactive Marketing 21 (2007) 76–90.</remarks>
/// <param name="Alpha">First parameter of the chance to leave.</param>
/// <param name="Beta">Second parameter of the chance to leave.</param>
public sealed record ShiftedBetaGeometric(double Alpha, double Beta)
{
    /// <summary>Fits the parameters by maximum likelihood.</summary>
    /// <param name="there">How many were there at the start, after one period, after two: never more than before.</param>
    public static LifetimeFit<ShiftedBetaGeometric> Fit(IReadOnlyList<double> there)
    {
        var refusal = there.Count == 0 || !(there[0] > 0) ? LifetimeRefusal.NoCustomers
            : there.Skip(1).Where((now, i) => !(now >= 0 && now <= there[i])).Any() ? LifetimeRefusal.Impossible
            : there.Count < 3 || there[^1] == there[0] || there[1] == 0 ? LifetimeRefusal.NoSpread
            : LifetimeRefusal.None;
        return refusal != LifetimeRefusal.None
            ? LifetimeFit<ShiftedBetaGeometric>.Refused(refusal)
            : LifetimeFit<ShiftedBetaGeometric>.Of(Simplex.Minimise(Cost, [[1, 1], [0.5, 4]]), Make, Cost);

        double Cost(double[] parameters) => -Make(parameters).LogLikelihood(there);
    }

    /// <summary>The natural logarithm of how likely it is that so many were left each time.</summary>
    public double LogLikelihood(IReadOnlyList<double> there)
    {
        var sum = there[^1] * LogSurvival(there.Count - 1);
        for (var period = 1; period < there.Count; period++)
        {
            sum += (there[period - 1] - there[period]) * (BetaLn(Alpha + 1, Beta + period - 1) - BetaLn(Alpha, Beta));
        }

        return sum;
    }

    /// <summary>The share of those who began that is still there after so many periods.</summary>
    public double Survival(int periods) => Math.Exp(LogSurvival(periods));

    /// <summary>Of those there after the period before, the share still there after this one.</summary>
    /// <param name="period">From 1.</param>
    public double RetentionIn(int period) => (Beta + period - 1) / (Alpha + Beta + period - 1);

    private double LogSurvival(int periods) => BetaLn(Alpha, Beta + periods) - BetaLn(Alpha, Beta);

    private static ShiftedBetaGeometric Make(double[] parameters) => new(parameters[0], parameters[1]);
}
