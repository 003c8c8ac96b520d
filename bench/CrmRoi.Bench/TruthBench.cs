using CrmRoi.Metrics;
using CrmRoi.Metrics.Evidence;
using CrmRoi.Metrics.Example;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Bench;

/// <summary>Whether the official method finds what was planted in the example company, and nothing where nothing was: beside the plain before/after.</summary>
internal static class TruthBench
{
    private const double Level = 0.9;
    private const double Quantile = 1.6449;

    public static Task<IEnumerable<BenchFigure>> RunAsync(BenchOptions options)
    {
        var seeds = Enumerable.Range(1, options.IsQuick ? 20 : 100).ToList();
        var planted = seeds.ConvertAll(seed => Outcome.Of(seed, new PlantedEffects()));
        var none = seeds.ConvertAll(seed => Outcome.Of(seed, PlantedEffects.None));
        var effect = planted.Average(outcome => outcome.Truth);
        return Task.FromResult<IEnumerable<BenchFigure>>(
        [
            Share("truth: 90 % interval holds the planted effect", planted, outcome => outcome.Official.Holds(outcome.Truth), outcome => outcome.Plain.Holds(outcome.Truth), atLeast: 0.86),
            Bias("truth: mean bias over the planted effect", planted, effect),
            Share("truth: supported, effect planted", planted, outcome => outcome.IsSupported, outcome => !outcome.Plain.Holds(0)),
            Share("truth: 90 % interval holds nothing, none planted", none, outcome => outcome.Official.Holds(0), outcome => outcome.Plain.Holds(0), atLeast: 0.86),
            Share("truth: supported, none planted", none, outcome => outcome.IsSupported, outcome => !outcome.Plain.Holds(0), atMost: 0.08),
            Bias("truth: the same bias, price list not stated", planted, effect, outcome => outcome.Unstated, isGoal: false),
        ]);
    }

    private static BenchFigure Share(
        string name, List<Outcome> outcomes, Func<Outcome, bool> ours, Func<Outcome, bool> plain, double? atLeast = null, double? atMost = null)
    {
        var (share, other) = ((double)outcomes.Count(ours) / outcomes.Count, (double)outcomes.Count(plain) / outcomes.Count);
        var goal = atLeast is { } least ? FormattableString.Invariant($">= {least}") : atMost is { } most ? FormattableString.Invariant($"<= {most}") : null;
        return new(name, share, other, "", null, goal, goal is null ? null : share >= (atLeast ?? 0) && share <= (atMost ?? 1));
    }

    private static BenchFigure Bias(string name, List<Outcome> outcomes, double effect, Func<Outcome, Span>? ours = null, bool isGoal = true)
    {
        var bias = outcomes.Average(outcome => (ours?.Invoke(outcome) ?? outcome.Official).Value - outcome.Truth) / effect;
        var plain = outcomes.Average(outcome => outcome.Plain.Value - outcome.Truth) / effect;
        return new(name, bias, plain, "", null, isGoal ? "< 0.1" : null, isGoal ? Math.Abs(bias) < 0.1 : null);
    }

    private readonly record struct Span(double Value, double Low, double High)
    {
        public bool Holds(double value) => Low <= value && value <= High;
    }

    private sealed record Outcome(double Truth, Span Official, Span Unstated, Span Plain, bool IsSupported)
    {
        public static Outcome Of(int seed, PlantedEffects effects)
        {
            var company = ExampleCompany.Create(seed, effects: effects);
            var organisation = new Organisation(company.People, company.Customers);
            var records = new RecordSet { Deals = company.Deals };
            var cube = new SnapshotCube(
                SnapshotBuilder.Build(records, organisation, company.Window), [.. CohortRules.Build(records, organisation)], [], company.Window.To.LastDay);
            var verdict = OpportunityYield.Of(company.Programme, cube, company.Window.To, company.OtherCauses, new EvidenceSettings()).Verdict;
            return new(
                (double)company.Truth.IncrementalMargin,
                OfficialOf(company, cube, company.OtherCauses),
                OfficialOf(company, cube, []),
                PlainOf(company, cube),
                verdict.Verdict == EvidenceVerdict.Supported);
        }

        private static Span OfficialOf(ExampleCompany company, SnapshotCube cube, IReadOnlyList<OtherCause> causes)
        {
            var estimate = OpportunityYield.Of(company.Programme, cube, company.Window.To, causes, new EvidenceSettings { Level = Level }).Estimate!;
            return new(estimate.Cumulative, estimate.CumulativeLow, estimate.CumulativeHigh);
        }

        // Each team's months since go-live against its twelve before: the sum of the differences, and of their variances.
        private static Span PlainOf(ExampleCompany company, SnapshotCube cube)
        {
            var (value, variance) = (0.0, 0.0);
            var totals = cube.ByTeamAndMonth(Filter.None);
            foreach (var (team, goLive) in company.Programme.Teams)
            {
                var months = new Window(goLive.Plus(-company.Programme.BaselineMonths), company.Window.To).Months;
                var estimate = BeforeAfter.Of(new SeriesInput
                {
                    Outcome = [.. months.Select(month => (double)totals.GetValueOrDefault((month, team), Snapshot.Empty).WonMargin)],
                    PrePeriods = company.Programme.BaselineMonths,
                })!;
                value += estimate.Cumulative;
                variance += Math.Pow(estimate.StandardDeviation * estimate.Periods, 2);
            }

            var width = Quantile * Math.Sqrt(variance);
            return new(value, value - width, value + width);
        }
    }
}
