namespace CrmRoi.Metrics.Return;

/// <summary>The present value of a flow as a function of the force of interest ln(1 + rate), and where it is 0.</summary>
/// <remarks>
/// The value is divided by the present value of all amounts without their signs, so it lies between −1 and 1 whatever the currency
/// or the length. Outside <see cref="Bounds"/> one end of the flow outweighs all the rest, so that no root can lie there. By Descartes'
/// rule the roots are at most as many as the changes of sign; one change has exactly one root. With more, a grid (fine near 0 and
/// in proportion further out) finds changes of sign, and each dip towards 0 between them is followed to its bottom, where the curve
/// may touch or cross twice.
/// </remarks>
internal sealed class PresentValue
{
    private const int Steps = 4000;
    private const double Touches = 1e-12;
    private readonly double[] times;
    private readonly double[] amounts;
    private readonly double length;

    public PresentValue(IEnumerable<(double Time, decimal Amount)> flow)
    {
        var merged = flow.GroupBy(each => each.Time)
            .Select(group => (Time: group.Key, Amount: group.Sum(each => each.Amount)))
            .Where(each => each.Amount != 0)
            .OrderBy(each => each.Time)
            .ToList();
        length = merged.Count < 2 ? 1 : merged[^1].Time - merged[0].Time;
        times = [.. merged.Select(each => (each.Time - merged[0].Time) / length)];
        amounts = [.. merged.Select(each => (double)each.Amount)];
    }

    private int SignChanges => amounts.Zip(amounts.Skip(1)).Count(pair => pair.First > 0 != pair.Second > 0);

    /// <summary>The forces of interest per unit of time at which the value is 0, lowest first.</summary>
    public IReadOnlyList<double> Roots()
    {
        if (SignChanges == 0)
        {
            return [];
        }

        var (low, high) = Bounds();
        var roots = SignChanges == 1 ? [Bisect(low, high)] : Scan(low, high);
        return [.. roots.Select(root => root / length)];
    }

    private (double Low, double High) Bounds()
    {
        var (low, high) = (-1d, 1d);
        while (!Outweighs(0, high))
        {
            high *= 2;
        }

        while (!Outweighs(amounts.Length - 1, low))
        {
            low *= 2;
        }

        return (low, high);
    }

    private bool Outweighs(int end, double force)
    {
        var others = 0d;
        for (var i = 0; i < amounts.Length; i++)
        {
            others += i == end ? 0 : Math.Abs(amounts[i]) * Math.Exp(-force * (times[i] - times[end]));
        }

        return Math.Abs(amounts[end]) > others;
    }

    private List<double> Scan(double low, double high)
    {
        var (from, to) = (Math.Asinh(low), Math.Asinh(high));
        var points = Enumerable.Range(0, Steps + 1).Select(i => Math.Sinh(from + ((to - from) * i / Steps))).ToArray();
        var values = points.Select(At).ToArray();
        var roots = new List<double>();
        for (var i = 1; i <= Steps; i++)
        {
            if (i >= 2 && IsDip(values[i - 2], values[i - 1], values[i]))
            {
                roots.AddRange(InDip(points[i - 2], points[i]));
            }

            if (values[i] == 0)
            {
                roots.Add(points[i]);
            }
            else if (values[i - 1] * values[i] < 0)
            {
                roots.Add(Bisect(points[i - 1], points[i]));
            }
        }

        return roots;
    }

    private static bool IsDip(double before, double at, double after) =>
        before * at > 0 && at * after > 0 && Math.Abs(at) < 0.1 && Math.Abs(at) <= Math.Abs(before) && Math.Abs(at) < Math.Abs(after);

    /// <summary>The roots in a dip between two points of one sign: none, one where the curve touches, two where it crosses.</summary>
    private IEnumerable<double> InDip(double low, double high)
    {
        var sign = Math.Sign(At(low));
        var bottom = Bottom(low, high, sign);
        var value = At(bottom) * sign;
        return value < -Touches ? [Bisect(low, bottom), Bisect(bottom, high)] : value <= Touches ? [bottom] : [];
    }

    /// <summary>Where the value, turned by <paramref name="sign"/>, is least between two points: golden section.</summary>
    private double Bottom(double low, double high, int sign)
    {
        var golden = (Math.Sqrt(5) - 1) / 2;
        while (high - low > 1e-10 * Math.Max(1, Math.Abs(low)))
        {
            var (left, right) = (high - (golden * (high - low)), low + (golden * (high - low)));
            (low, high) = At(left) * sign < At(right) * sign ? (low, right) : (left, high);
        }

        return (low + high) / 2;
    }

    private double Bisect(double low, double high)
    {
        var sign = Math.Sign(At(low));
        for (var middle = (low + high) / 2; low < middle && middle < high; middle = (low + high) / 2)
        {
            (low, high) = Math.Sign(At(middle)) == sign ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }

    /// <summary>The value at a force of interest over the whole length, from −1 to 1; the largest exponent is taken out, so nothing overflows.</summary>
    private double At(double force)
    {
        var largest = Math.Max(0, -force);
        var (sum, size) = (0d, 0d);
        for (var i = 0; i < amounts.Length; i++)
        {
            var part = amounts[i] * Math.Exp((-force * times[i]) - largest);
            sum += part;
            size += Math.Abs(part);
        }

        return sum / size;
    }
}
