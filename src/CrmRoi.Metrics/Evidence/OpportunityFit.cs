using MathNet.Numerics.LinearAlgebra;

namespace CrmRoi.Metrics.Evidence;

/// <summary>A sum of months' effects with its variance.</summary>
internal readonly record struct Contrast(double Value, double Variance, double Expected);

/// <summary>Levels of the teams and sizes of other causes, by weighted least squares, and the effects that follow.</summary>
/// <remarks>
/// A month's margin is a sum over deals, so its variance is taken to be in proportion to what is expected: φ times it. Where a cause is estimated,
/// months after go-live take part with an effect of their own for the time of ramp-up, the three months after it, and all later ones, so that the
/// cause is told from the CRM by its own months. Without such causes only months before go-live are fitted. How far months stray is told from all of
/// them, those after go-live around the mean effect of their phase.
/// </remarks>
internal sealed class OpportunityFit
{
    private readonly IReadOnlyList<OpportunityRow> rows;
    private readonly Matrix<double> inverse;
    private readonly Vector<double> sizes;
    private readonly int teams;
    private readonly int causes;
    private readonly int rampUp;

    private OpportunityFit(IReadOnlyList<OpportunityRow> rows, int causes, int rampUp, Matrix<double> inverse, Vector<double> sizes)
    {
        (this.rows, this.causes, this.rampUp, this.inverse, this.sizes) = (rows, causes, rampUp, inverse, sizes);
        teams = rows.Max(row => row.Team) + 1;
        var effects = rows.Where(row => row.IsAfter).GroupBy(row => Phase(row, rampUp))
            .ToDictionary(phase => phase.Key, phase => phase.Sum(row => row.Observed - Fitted(row)) / phase.Sum(row => row.Expected));
        var residuals = rows.Select(row => (row, Left: row.Observed - Fitted(row) - (row.IsAfter ? row.Expected * effects[Phase(row, rampUp)] : 0))).ToList();
        var byMonth = residuals.GroupBy(pair => pair.row.Month).OrderBy(month => month.Key)
            .Select(month => month.Sum(pair => pair.Left) / Math.Sqrt(month.Sum(pair => pair.row.Expected))).ToList();
        Months = byMonth.Count;
        DegreesOfFreedom = Math.Max(1, Months - 1 - effects.Count);
        var freedom = residuals.Count - residuals.Select(pair => pair.row.Team).Distinct().Count() - effects.Count;
        var squares = byMonth.Sum(left => left * left);
        DispersionOfTeams = freedom > 0 ? residuals.Sum(pair => pair.Left * pair.Left / pair.row.Expected) / freedom : 0;
        DispersionOfMonths = squares / DegreesOfFreedom;
        Autocorrelation = squares > 0 ? byMonth.Zip(byMonth.Skip(1), (left, next) => left * next).Sum() / squares : 0;
    }

    /// <summary>Months of which something is left unexplained, from which dispersion and autocorrelation are told.</summary>
    public int Months { get; }

    public int DegreesOfFreedom { get; }

    /// <summary>φ from months of single teams: luck of single deals.</summary>
    public double DispersionOfTeams { get; }

    /// <summary>φ from months of all teams together: larger where something moves all teams at once.</summary>
    public double DispersionOfMonths { get; }

    /// <summary>Of the residuals of all teams together, from one month to the next.</summary>
    public double Autocorrelation { get; }

    /// <summary>Whether that is more than chance, one-sided at five per cent.</summary>
    public bool IsAutocorrelated => Autocorrelation * Math.Sqrt(Months) > 1.645;

    /// <summary>φ: the larger of both, and widened where residuals follow each other.</summary>
    public double Dispersion => Math.Max(DispersionOfTeams, DispersionOfMonths) * (IsAutocorrelated ? (1 + Autocorrelation) / (1 - Math.Min(Autocorrelation, 0.9)) : 1);

    /// <summary>Fits the rows.</summary>
    /// <returns>The fit; none where a cause cannot be told from the CRM or from a team.</returns>
    public static OpportunityFit? Of(OpportunityRows input, int rampUp)
    {
        var causes = input.Regressors.Count;
        var teams = input.Rows.Max(row => row.Team) + 1;
        var size = teams + causes + (causes > 0 ? 3 : 0);
        var (products, right) = (Matrix<double>.Build.Dense(size, size), Vector<double>.Build.Dense(size));
        foreach (var row in input.Rows.Where(row => causes > 0 || !row.IsAfter))
        {
            var design = Design(row, teams, causes, rampUp);
            products += design.OuterProduct(design) * row.Expected;
            right += design * row.Observed;
        }

        // A team without rows, and an effect without months, has no column; whatever else cannot be solved cannot be told apart.
        var used = Enumerable.Range(0, size).Where(i => products[i, i] > 0).ToList();
        var part = Matrix<double>.Build.Dense(used.Count, used.Count, (i, j) => products[used[i], used[j]] / Math.Sqrt(products[used[i], used[i]] * products[used[j], used[j]]));
        if (Enumerable.Range(teams, causes).Any(i => !used.Contains(i)) || part.ConditionNumber() > 1e8)
        {
            return null;
        }

        var scaled = part.Inverse();
        var inverse = Matrix<double>.Build.Dense(size, size);
        for (var i = 0; i < used.Count; i++)
        {
            for (var j = 0; j < used.Count; j++)
            {
                inverse[used[i], used[j]] = scaled[i, j] / Math.Sqrt(products[used[i], used[i]] * products[used[j], used[j]]);
            }
        }

        return new(input.Rows, causes, rampUp, inverse, inverse * right);
    }

    /// <summary>What was to be expected of a month without the CRM, other causes included.</summary>
    public double Fitted(OpportunityRow row) => row.Expected * Without(row).DotProduct(sizes);

    /// <summary>The effects of some months, each counted so often, with all doubt: of luck in these months, of levels and of causes.</summary>
    public Contrast Sum(IEnumerable<OpportunityRow> months, Func<OpportunityRow, double> weight)
    {
        double value = 0, luck = 0, expected = 0;
        var (loads, shared) = (Vector<double>.Build.Dense(sizes.Count), Vector<double>.Build.Dense(sizes.Count));
        foreach (var row in months)
        {
            var (often, fitted) = (weight(row), Fitted(row));
            value += often * (row.Observed - fitted);
            expected += often * fitted;
            luck += often * often * row.Expected;
            loads += Without(row) * (often * row.Expected);
            if (causes > 0 || !row.IsAfter)
            {
                shared += Design(row, teams, causes, rampUp) * (often * row.Expected);
            }
        }

        var known = inverse * loads;
        return new(value, Dispersion * Math.Max(0, luck + loads.DotProduct(known) - (2 * shared.DotProduct(known))), expected);
    }

    private Vector<double> Without(OpportunityRow row)
    {
        var design = Design(row, teams, causes, rampUp);
        for (var i = teams + causes; i < design.Count; i++)
        {
            design[i] = 0;
        }

        return design;
    }

    private static Vector<double> Design(OpportunityRow row, int teams, int causes, int rampUp)
    {
        var design = Vector<double>.Build.Dense(teams + causes + (causes > 0 ? 3 : 0));
        design[row.Team] = 1;
        for (var i = 0; i < causes; i++)
        {
            design[teams + i] = row.Causes[i];
        }

        if (causes > 0 && row.IsAfter)
        {
            design[teams + causes + Phase(row, rampUp)] = 1;
        }

        return design;
    }

    private static int Phase(OpportunityRow row, int rampUp) => row.SinceGoLive < rampUp ? 0 : row.SinceGoLive < rampUp + 3 ? 1 : 2;
}
