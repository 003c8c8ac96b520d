using MathNet.Numerics.Distributions;
using MathNet.Numerics.Random;

namespace CrmRoi.Metrics.Evidence;

/// <summary>Fits, sums up, and checks: a placebo go-live, each team left out.</summary>
internal sealed class OpportunityCalculation
{
    private const int DrawCount = 2000;
    private const double MostUndated = 0.05;

    private readonly OpportunityTable table;
    private readonly IReadOnlyList<OtherCause> causes;
    private readonly int rampUp;
    private readonly EvidenceSettings settings;
    private readonly List<OpportunityTeam> teams;

    public OpportunityCalculation(OpportunityTable table, IReadOnlyList<OtherCause> causes, int rampUp, EvidenceSettings settings)
    {
        (this.table, this.causes, this.rampUp, this.settings) = (table, causes, rampUp, settings);
        teams = [.. table.Teams.Where(team => CleanMonths(team) >= EvidenceSettings.FewestBefore && team.GoLive < table.Months)];
    }

    public OpportunityYield Calculate()
    {
        if (Refusal() is { } refusal)
        {
            return OpportunityYield.Nothing(table.From, refusal);
        }

        var rows = Rows(teams, [.. teams.Select(team => new OpportunitySpan(team.GoLive, table.Months))], causes);
        if (rows.UsualLag * 2 > teams.Max(team => team.GoLive))
        {
            return OpportunityYield.Nothing(table.From, EvidenceReason.CycleLongerThanBaseline);
        }

        if (OpportunityFit.Of(rows, rampUp) is not { } fit)
        {
            return OpportunityYield.Nothing(table.From, EvidenceReason.CauseCannotBeToldApart);
        }

        var placebo = Placebo(fit);
        var without = teams.Count == 1 ? [] : teams.Select(team => new DonorLeftOut(team.Name, Relative(Total(rows, fit, row => teams[row.Team] != team)) ?? 0)).ToList();
        var estimate = EstimateOf(rows, fit, placebo, without);
        return new()
        {
            Estimate = estimate,
            From = table.From,
            SinceGoLive = Course(rows, fit),
            Course = rows.Course,
            Teams = [.. teams.Select(team => team.Name)],
            TeamsLeftOut = [.. table.Teams.Except(teams).Select(team => team.Name)],
            WithoutTeam = without,
            Placebo = placebo,
            Verdict = VerdictOf(estimate, fit, placebo, without),
        };
    }

    private EvidenceReason? Refusal()
    {
        if (teams.Count == 0)
        {
            return table.Teams.All(team => CleanMonths(team) < EvidenceSettings.FewestBefore) ? EvidenceReason.TooFewBaselineMonths : EvidenceReason.TooFewMonthsAfter;
        }

        var after = teams.SelectMany(team => Enumerable.Range(team.GoLive, table.Months - team.GoLive).Select(month => (Dated: team.Dated(month), Undated: team.Undated[month]))).ToList();
        return table.Months - teams.Min(team => team.GoLive) - rampUp < EvidenceSettings.FewestAfter ? EvidenceReason.TooFewMonthsAfter
            : after.Sum(month => month.Undated) > MostUndated * after.Sum(month => month.Dated + month.Undated) ? EvidenceReason.OpeningsUnknown
            : null;
    }

    private int CleanMonths(OpportunityTeam team) => Enumerable.Range(0, team.GoLive)
        .Count(month => !causes.Any(cause => cause.Treatment == CauseTreatment.CutMonths && cause.Touches(team.Name, table.From.Plus(month))));

    private OpportunityRows Rows(IReadOnlyList<OpportunityTeam> some, IReadOnlyList<OpportunitySpan> spans, IReadOnlyList<OtherCause> stated) =>
        new(table, some, spans, stated);

    private double Quantile(OpportunityFit fit) => StudentT.InvCDF(0, 1, fit.DegreesOfFreedom, 0.5 + (settings.Level / 2));

    // What was taken off at old prices comes back: an effect on margin is worth what the margin is sold at.
    private double PricesOf(int month)
    {
        var old = teams.Sum(team => team.Dated(month));
        return old > 0 ? 1 + (teams.Sum(team => team.CutMargin[month]) / old) : 1;
    }

    private Contrast Total(OpportunityRows rows, OpportunityFit fit, Func<OpportunityRow, bool> choice) =>
        fit.Sum(rows.Rows.Where(row => row.IsAfter && choice(row)), row => PricesOf(row.Month));

    private static double? Relative(Contrast total) => total.Expected > 0 ? total.Value / total.Expected : null;

    /// <summary>The effect of a go-live in the middle of each baseline, told by the doubt that the whole of it has.</summary>
    private EffectAt? Placebo(OpportunityFit fit)
    {
        var spans = teams.Select(team => new OpportunitySpan(team.GoLive / 2, team.GoLive)).ToList();
        var rows = Rows(teams, spans, [.. causes.Where(cause => cause.Treatment == CauseTreatment.CutMonths)]);
        if (!rows.Rows.Any(row => row.IsAfter) || OpportunityFit.Of(rows, rampUp) is not { } placebo)
        {
            return null;
        }

        var total = placebo.Sum(rows.Rows.Where(row => row.IsAfter), _ => 1);
        if (placebo.Dispersion <= 0 || total.Expected <= 0)
        {
            return null;
        }

        var (effect, error) = (total.Value / total.Expected, Math.Sqrt(total.Variance / placebo.Dispersion * fit.Dispersion) / total.Expected);
        var width = error * StudentT.InvCDF(0, 1, fit.DegreesOfFreedom, 1 - (EvidenceSettings.CheckLevel / 2));
        return new(0, effect, error, effect - width, effect + width, null, null);
    }

    private List<EffectAt> Course(OpportunityRows rows, OpportunityFit fit)
    {
        var points = new List<EffectAt>();
        foreach (var group in rows.Rows.GroupBy(row => row.SinceGoLive).OrderBy(group => group.Key))
        {
            var sum = fit.Sum(group, _ => 1);
            if (sum.Expected > 0)
            {
                var (effect, error) = (sum.Value / sum.Expected, Math.Sqrt(sum.Variance) / sum.Expected);
                points.Add(new(group.Key, effect, error, effect - (Quantile(fit) * error), effect + (Quantile(fit) * error), null, null));
            }
        }

        return points;
    }

    private Estimate EstimateOf(OpportunityRows rows, OpportunityFit fit, EffectAt? placebo, List<DonorLeftOut> without)
    {
        var total = Total(rows, fit, _ => true);
        var periods = rows.Rows.Where(row => row.IsAfter).Select(row => row.Month).Distinct().Count();
        var (average, error) = (total.Value / periods, Math.Sqrt(total.Variance) / periods);
        var student = new StudentT(0, 1, fit.DegreesOfFreedom, new Xoshiro256StarStar(settings.Seed));
        return new()
        {
            Method = EvidenceMethod.OpportunityYield,
            Level = settings.Level,
            Points = Points(rows, fit),
            Periods = periods,
            Average = average,
            Low = average - (Quantile(fit) * error),
            High = average + (Quantile(fit) * error),
            StandardDeviation = error,
            Relative = Relative(total),
            TailProbability = error > 0 ? student.CumulativeDistribution(-Math.Abs(average) / error) : average == 0 ? 0.5 : 0,
            Draws = [.. Enumerable.Range(0, DrawCount).Select(_ => average + (error * student.Sample()))],
            Diagnostics = [.. Diagnostics(rows, fit, placebo, without)],
        };
    }

    private static IEnumerable<Diagnostic> Diagnostics(OpportunityRows rows, OpportunityFit fit, EffectAt? placebo, List<DonorLeftOut> without)
    {
        yield return new("months-before", rows.Rows.Where(row => !row.IsAfter).Select(row => row.Month).Distinct().Count());
        yield return new("usual-lag", rows.UsualLag);
        yield return new("dispersion-of-teams", fit.DispersionOfTeams);
        yield return new("dispersion-of-months", fit.DispersionOfMonths);
        yield return new("autocorrelation", fit.Autocorrelation);
        if (placebo is not null)
        {
            yield return new("placebo", placebo.Effect);
            yield return new("placebo-low", placebo.Low!.Value);
            yield return new("placebo-high", placebo.High!.Value);
        }

        if (without.Count > 0)
        {
            yield return new("without-one-team-lowest", without.Min(one => one.Average));
            yield return new("without-one-team-highest", without.Max(one => one.Average));
        }

        var before = rows.Rows.Where(row => !row.IsAfter).GroupBy(row => row.Month).ToList();
        var fitted = MathNet.Numerics.Statistics.Correlation.Pearson(before.Select(month => month.Sum(row => row.Observed)), before.Select(month => month.Sum(fit.Fitted)));
        yield return new("correlation-before", double.IsFinite(fitted) ? fitted : 0);
    }

    // Until the first go-live a month's effect is what the fit leaves; from then on only teams that are live have one.
    private List<EffectPoint> Points(OpportunityRows rows, OpportunityFit fit)
    {
        var (first, quantile) = (rows.Rows.Where(row => row.IsAfter).Min(row => row.Month), Quantile(fit));
        var points = new List<EffectPoint>();
        for (var month = 0; month < table.Months; month++)
        {
            var here = fit.Sum(rows.Rows.Where(row => row.Month == month && row.IsAfter == (month >= first)), row => PricesOf(row.Month));
            var upTo = fit.Sum(rows.Rows.Where(row => row.Month <= month && row.IsAfter), row => PricesOf(row.Month));
            var observed = teams.Sum(team => team.Dated(month) + team.Undated[month] + team.CutMargin[month]);
            var (width, sumWidth) = (quantile * Math.Sqrt(here.Variance), quantile * Math.Sqrt(upTo.Variance));
            var expected = observed - here.Value;
            points.Add(new(
                month, observed, expected, expected - width, expected + width, here.Value, here.Value - width, here.Value + width,
                upTo.Value, upTo.Value - sumWidth, upTo.Value + sumWidth));
        }

        return points;
    }

    private static PanelVerdict VerdictOf(Estimate estimate, OpportunityFit fit, EffectAt? placebo, List<DonorLeftOut> without)
    {
        var reasons = new List<EvidenceReason>();
        if (estimate.Low <= 0 && estimate.High >= 0)
        {
            reasons.Add(EvidenceReason.IntervalHoldsZero);
        }

        if (placebo is not null && (placebo.Low > 0 || placebo.High < 0))
        {
            reasons.Add(EvidenceReason.PlaceboFailed);
        }

        if (without.Exists(one => Math.Sign(one.Average) != Math.Sign(estimate.Average)))
        {
            reasons.Add(EvidenceReason.HangsOnOneControl);
        }

        var verdict = reasons.Count == 0 ? EvidenceVerdict.Supported : EvidenceVerdict.Inconclusive;
        return new(verdict, fit.IsAutocorrelated ? [.. reasons, EvidenceReason.ResidualsFollowEachOther] : reasons);
    }
}
