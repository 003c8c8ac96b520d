using MathNet.Numerics.Distributions;

namespace CrmRoi.Metrics.Evidence;

/// <summary>What teams that went live tell against those that had not yet.</summary>
public sealed record DifferenceInDifferences
{
    /// <summary>The effect of a unit and period; none where nothing could be estimated or its spread is not known.</summary>
    /// <remarks><see cref="Estimate.Periods"/> counts unit-periods, and <see cref="Estimate.Points"/> are sums over the units ever treated.</remarks>
    public required Estimate? Estimate { get; init; }

    /// <summary>The mean effect of a treated unit and period, known even where its spread is not; none without a control.</summary>
    public required double? Average { get; init; }

    /// <summary>Every group-time effect that has two controls; those with one where there never are two.</summary>
    public required IReadOnlyList<GroupTimeEffect> GroupTimes { get; init; }

    /// <summary>By periods since the treatment, those before it as placebos; the period before it is the base and is left out.</summary>
    public required IReadOnlyList<EffectAt> EventStudy { get; init; }

    /// <summary>By group: its mean effect since its treatment.</summary>
    public required IReadOnlyList<EffectAt> Groups { get; init; }

    /// <summary>By period: the mean effect on the units treated by then.</summary>
    public required IReadOnlyList<EffectAt> Calendar { get; init; }

    /// <summary>Whether both went the same way before; none without two periods before.</summary>
    public required PreTrendTest? PreTrends { get; init; }

    /// <summary>The share of treated unit-periods that had controls to compare with: two, or one where there never were two.</summary>
    public required double Identified { get; init; }

    /// <summary>What it carries.</summary>
    public required PanelVerdict Verdict { get; init; }

    /// <summary>The share of wrong alarms that is put up with in the test of the time before.</summary>
    public const double PreTrendLevel = 0.05;

    /// <summary>Compares units treated at different times, in the manner of Callaway and Sant'Anna (2021).</summary>
    /// <param name="panel">The units. Those treated in the first period have no time before, and are left out.</param>
    /// <param name="level">The level of the intervals, as a fraction.</param>
    /// <param name="seed">The seed of the multiplier bootstrap.</param>
    public static DifferenceInDifferences Of(Panel panel, double level = 0.95, int seed = 1)
    {
        var left = panel.Units.Where(unit => unit.TreatedFrom != 0).ToList();
        return left.Count == 0 ? Nothing(EvidenceReason.NoControls) : new Calculation(new Panel(left), level, seed).Calculate();
    }

    private static DifferenceInDifferences Nothing(EvidenceReason reason) => new()
    {
        Estimate = null,
        Average = null,
        GroupTimes = [],
        EventStudy = [],
        Groups = [],
        Calendar = [],
        PreTrends = null,
        Identified = 0,
        Verdict = new(EvidenceVerdict.NotEnoughData, [reason]),
    };

    private sealed class Calculation(Panel panel, double level, int seed)
    {
        private readonly GroupTimeCells cells = new(panel);
        private List<GroupTimeCell> after = [];

        public DifferenceInDifferences Calculate()
        {
            after = [.. cells.Cells.Where(cell => cell.Event >= 0)];
            if (after.Count == 0)
            {
                return Nothing(EvidenceReason.NoControls);
            }

            var overall = Mean(after);
            var bootstrap = new MultiplierBootstrap(cells.Length, cells.DegreesOfFreedom, seed);
            var events = By(cells.Cells, cell => cell.Event);
            var before = events.Where(point => point.At < 0).ToList();
            var treated = panel.Units.Sum(unit => unit.TreatedFrom is { } from ? panel.Periods - from : 0);
            var estimate = cells.HasLoneControl ? null : EstimateOf(overall, bootstrap);
            var preTrends = before.Count == 0 || cells.HasLoneControl ? null : bootstrap.Test([.. before.Select(point => point.Effect)]);
            return new()
            {
                Estimate = estimate,
                Average = overall.Value,
                GroupTimes = [.. cells.Cells.Select(cell => new GroupTimeEffect(cell.Group, cell.Period, cell.Effect.Value, Error(cell.Effect), cell.Treated, cell.Controls))],
                EventStudy = Points(events, bootstrap),
                Groups = Points(By(after, cell => cell.Group), bootstrap),
                Calendar = Points(By(after, cell => cell.Period), bootstrap),
                PreTrends = preTrends,
                Identified = (double)after.Sum(cell => cell.Treated) / treated,
                Verdict = VerdictOf(estimate, preTrends),
            };
        }

        // Each cell weighs as many units as it has: the simple mean over treated unit-periods.
        private Influenced Mean(IReadOnlyCollection<GroupTimeCell> some)
        {
            var units = (double)some.Sum(cell => cell.Treated);
            return Influenced.Sum(some.Select(cell => (cell.Treated / units, cell.Effect)), cells.Length);
        }

        private List<(int At, Influenced Effect)> By(IEnumerable<GroupTimeCell> some, Func<GroupTimeCell, int> key) =>
            [.. some.GroupBy(key).OrderBy(group => group.Key).Select(group => (group.Key, Mean([.. group])))];

        private double Quantile => StudentT.InvCDF(0, 1, cells.DegreesOfFreedom, 0.5 + (level / 2));

        private double? Error(Influenced effect) => cells.HasLoneControl ? null : effect.StandardError;

        private List<EffectAt> Points(List<(int At, Influenced Effect)> points, MultiplierBootstrap bootstrap)
        {
            if (cells.HasLoneControl)
            {
                return [.. points.Select(point => new EffectAt(point.At, point.Effect.Value, null, null, null, null, null))];
            }

            var wide = Math.Max(Quantile, bootstrap.Band([.. points.Select(point => point.Effect)], level));
            return [.. points.Select(point =>
            {
                var (value, error) = (point.Effect.Value, point.Effect.StandardError);
                return new EffectAt(
                    point.At, value, error, value - (Quantile * error), value + (Quantile * error), value - (wide * error), value + (wide * error));
            })];
        }

        private Estimate EstimateOf(Influenced overall, MultiplierBootstrap bootstrap)
        {
            var (error, periods) = (overall.StandardError, after.Sum(cell => cell.Treated));
            var points = PeriodPoints();
            var observed = after.Sum(cell => panel.Units.Where(unit => unit.TreatedFrom == cell.Group).Sum(unit => unit.Outcomes[cell.Period]));
            var expected = (observed / periods) - overall.Value;
            return new()
            {
                Method = EvidenceMethod.DifferenceInDifferences,
                Level = level,
                Points = points,
                Periods = periods,
                Average = overall.Value,
                Low = overall.Value - (Quantile * error),
                High = overall.Value + (Quantile * error),
                StandardDeviation = error,
                Relative = expected == 0 ? null : overall.Value / expected,
                TailProbability = error > 0 ? StudentT.CDF(0, 1, cells.DegreesOfFreedom, -Math.Abs(overall.Value) / error) : overall.Value == 0 ? 0.5 : 0,
                Draws = bootstrap.Draws(overall),
                Diagnostics = [new("units", panel.Units.Count), new("degrees-of-freedom", cells.DegreesOfFreedom), new("group-time-effects", after.Count)],
            };
        }

        private List<EffectPoint> PeriodPoints()
        {
            var points = new List<EffectPoint>();
            var total = new Influenced(0, new double[cells.Length]);
            for (var period = 0; period < panel.Periods; period++)
            {
                var here = Influenced.Sum(after.Where(cell => cell.Period == period).Select(cell => ((double)cell.Treated, cell.Effect)), cells.Length);
                total = Influenced.Sum([(1, total), (1, here)], cells.Length);
                var observed = panel.Units.Where(unit => unit.TreatedFrom is not null).Sum(unit => unit.Outcomes[period]);
                var (effect, width, sum, sumWidth) = (here.Value, Quantile * here.StandardError, total.Value, Quantile * total.StandardError);
                points.Add(new(
                    period, observed, observed - effect, observed - effect - width, observed - effect + width,
                    effect, effect - width, effect + width, sum, sum - sumWidth, sum + sumWidth));
            }

            return points;
        }

        private PanelVerdict VerdictOf(Estimate? estimate, PreTrendTest? preTrends)
        {
            if (estimate is null)
            {
                return new(EvidenceVerdict.NotEnoughData, [EvidenceReason.TooFewUnits]);
            }

            var reasons = new List<EvidenceReason>();
            if (estimate.Low <= 0 && estimate.High >= 0)
            {
                reasons.Add(EvidenceReason.IntervalHoldsZero);
            }

            if (preTrends is { P: < PreTrendLevel })
            {
                reasons.Add(EvidenceReason.PreTrendsDiffer);
            }

            var verdict = reasons.Count == 0 ? EvidenceVerdict.Supported : EvidenceVerdict.Inconclusive;
            return new(verdict, panel.Units.Count < 10 ? [.. reasons, EvidenceReason.FewUnits] : reasons);
        }
    }
}
