namespace CrmRoi.Metrics.Lifetime;

/// <summary>Finds the parameters, all above zero, at which a function is smallest: Nelder and Mead's simplex on their logarithms.</summary>
/// <remarks>
/// J. A. Nelder and R. Mead, The Computer Journal 7 (1965) 308–313. It needs no derivatives and is begun anew where it stopped until
/// that gains nothing, because likelihoods of lifetimes have long flat valleys.
/// </remarks>
internal static class Simplex
{
    private const double Rough = 1e-7;
    private const double Fine = 1e-11;
    private const double Widest = 9;
    private const int MostSteps = 2000;
    private const int MostRestarts = 12;

    /// <summary>The parameters; none where they run off to zero or infinity, which is where such a function has no smallest value.</summary>
    public static double[]? Minimise(Func<double[], double> function, params double[][] starts)
    {
        var (point, value) = starts.Select(start => Descend(Inside, [.. start.Select(value => Math.Log(value))], 0.7, Rough)).MinBy(found => found.Value);
        for (var again = 0; again < MostRestarts; again++)
        {
            var (next, lower) = Descend(Inside, point, 0.1, Fine);
            var gain = value - lower;
            (point, value) = lower <= value ? (next, lower) : (point, value);
            if (gain <= Fine * (1 + Math.Abs(value)))
            {
                break;
            }
        }

        return double.IsFinite(value) && point.All(log => Math.Abs(log) < Widest - 0.5) ? [.. point.Select(log => Math.Exp(log))] : null;

        double Inside(double[] logs)
        {
            var found = logs.Any(log => Math.Abs(log) > Widest) ? double.NaN : function([.. logs.Select(log => Math.Exp(log))]);
            return double.IsNaN(found) ? double.PositiveInfinity : found;
        }
    }

    private static (double[] Point, double Value) Descend(Func<double[], double> function, double[] start, double step, double tolerance)
    {
        var size = start.Length;
        var corners = Enumerable.Range(0, size + 1)
            .Select(corner => start.Select((value, i) => i == corner - 1 ? value + step : value).ToArray())
            .Select(point => (Point: point, Value: function(point))).ToArray();
        for (var steps = 0; steps < MostSteps; steps++)
        {
            Array.Sort(corners, (left, right) => left.Value.CompareTo(right.Value));
            if (corners[^1].Value - corners[0].Value <= tolerance * (1 + Math.Abs(corners[0].Value)))
            {
                break;
            }

            Step(function, corners);
        }

        return corners.MinBy(corner => corner.Value);
    }

    private static void Step(Func<double[], double> function, (double[] Point, double Value)[] corners)
    {
        var size = corners.Length - 1;
        var centre = Enumerable.Range(0, size).Select(i => corners.Take(size).Average(corner => corner.Point[i])).ToArray();
        var reflected = At(1);
        if (reflected.Value < corners[0].Value)
        {
            var further = At(2);
            corners[^1] = further.Value < reflected.Value ? further : reflected;
        }
        else if (reflected.Value < corners[^2].Value)
        {
            corners[^1] = reflected;
        }
        else if ((reflected.Value < corners[^1].Value ? At(0.5) : At(-0.5)) is var nearer && nearer.Value < Math.Min(reflected.Value, corners[^1].Value))
        {
            corners[^1] = nearer;
        }
        else
        {
            for (var corner = 1; corner <= size; corner++)
            {
                var point = corners[corner].Point.Zip(corners[0].Point, (value, best) => best + (0.5 * (value - best))).ToArray();
                corners[corner] = (point, function(point));
            }
        }

        (double[] Point, double Value) At(double factor)
        {
            var point = centre.Zip(corners[^1].Point, (middle, worst) => middle + (factor * (middle - worst))).ToArray();
            return (point, function(point));
        }
    }
}
