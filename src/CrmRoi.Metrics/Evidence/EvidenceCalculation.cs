using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Evidence;

/// <summary>Runs every method that applies and chooses the official one by the rule.</summary>
internal sealed class EvidenceCalculation(
    Programme programme, SnapshotCube cube, EvidenceSubject subject, IReadOnlyList<OtherCause> causes, EvidenceSettings settings, Month until)
{
    private const int TwoYears = 24;

    private static readonly (EvidenceMethod Method, OfficialRule Rule, int Fewest)[] Order =
    [
        (EvidenceMethod.OpportunityYield, OfficialRule.ByOpportunities, 0),
        (EvidenceMethod.StructuralTimeSeries, OfficialRule.ByStructure, TwoYears),
        (EvidenceMethod.InterruptedTimeSeries, OfficialRule.BySegments, 0),
    ];

    private readonly SubjectMonths months = new(programme, cube, subject, until);

    public ProgrammeEvidence Calculate()
    {
        var opportunities = Opportunities(causes);
        var (panel, from) = TeamPanel.Of(months, cube, until, (team, month) => months.Value([(team, month)]));
        var differences = panel is null ? null : DifferenceInDifferences.Of(panel, settings.Level, settings.Seed);
        var methods = new List<MethodEvidence>();
        if (opportunities is not null)
        {
            methods.Add(Of(opportunities));
        }

        var series = Series(causes);
        methods.AddRange(SeriesEvidence.Of(series, subject, months.Reasons));
        if (differences is not null)
        {
            var first = Math.Max(0, panel!.Units.Min(unit => unit.TreatedFrom ?? panel.Periods));
            methods.Add(new(EvidenceMethod.DifferenceInDifferences, differences.Estimate, differences.Verdict.Verdict, differences.Verdict.Reasons, from, first));
        }

        methods = methods.ConvertAll(WithKnownSpread);
        var (official, rule) = Official(methods);
        var check = ControlCheck(opportunities);
        return new()
        {
            Programme = programme,
            Subject = subject,
            Settings = settings,
            Until = until,
            Methods = methods,
            Official = official,
            Rule = rule,
            Reasons = ReasonsOf(official, check),
            Causes = [.. causes.Select(cause => EffectOf(cause, official))],
            Differences = differences,
            DifferencesFrom = from,
            Opportunities = opportunities,
            ControlCheck = check,
            LevelPriors = SeriesEvidence.LevelPriors(series),
        };
    }

    // Months that do not vary at all are shares of a longer total: what an interval would be made of is not known.
    private static MethodEvidence WithKnownSpread(MethodEvidence method) =>
        method.Estimate is { } estimate && estimate.StandardDeviation <= 1e-9 * Math.Max(1, Math.Abs(estimate.Average))
            ? method with { Verdict = EvidenceVerdict.NotEnoughData, Reasons = [.. method.Reasons.Append(EvidenceReason.SpreadFigures).Distinct()] }
            : method;

    private OpportunityYield? Opportunities(IReadOnlyList<OtherCause> stated) =>
        subject.OfDeals is { } measure && settings.Untouched.HasFlag(UntouchedSeries.DealsOpened)
            ? OpportunityYield.Of(programme, cube, until, stated, settings, measure)
            : null;

    private MethodEvidence Of(OpportunityYield opportunities) => new(
        EvidenceMethod.OpportunityYield,
        opportunities.Estimate,
        opportunities.Verdict.Verdict,
        opportunities.Verdict.Reasons,
        opportunities.From,
        opportunities.Teams.Count == 0 ? 0 : Math.Max(0, opportunities.Teams.Min(team => opportunities.From.MonthsUntil(programme.GoLiveOf(team)))));

    private AlignedSeries? Series(IReadOnlyList<OtherCause> stated) =>
        months.Units.Count == 0 ? null : new(months, cube, subject, stated, programme.RampUpMonths, settings);

    private (MethodEvidence? Official, OfficialRule Rule) Official(List<MethodEvidence> methods)
    {
        if (settings.Official is { } chosen && methods.Find(method => method.Method == chosen) is { } overriding)
        {
            return (overriding, OfficialRule.Overridden);
        }

        foreach (var (method, rule, fewest) in Order)
        {
            if (methods.Find(one => one.Method == method && one.Verdict != EvidenceVerdict.NotEnoughData && one.GoLivePeriod >= fewest) is { } found)
            {
                return (found, rule);
            }
        }

        return (methods.Find(method => method.Method != EvidenceMethod.BeforeAfter), OfficialRule.None);
    }

    private IReadOnlyList<EvidenceReason> ReasonsOf(MethodEvidence? official, EffectAt? check)
    {
        var reasons = official?.Reasons ?? Missing();
        var isMoved = official?.Method == EvidenceMethod.OpportunityYield && check is { Low: > 0 } or { High: < 0 };
        return isMoved ? [.. reasons, EvidenceReason.ControlMoved] : reasons;
    }

    private List<EvidenceReason> Missing()
    {
        if (months.Units.Count == 0)
        {
            return [programme.GoLive.IsKnown || programme.Teams.Count > 0 ? EvidenceReason.NoFigures : EvidenceReason.NoGoLive];
        }

        var isShort = months.Units.All(unit => unit.Before < EvidenceSettings.FewestBefore);
        return [.. months.Reasons, isShort ? EvidenceReason.TooFewBaselineMonths : EvidenceReason.TooFewMonthsAfter];
    }

    private CauseEffect EffectOf(OtherCause cause, MethodEvidence? official)
    {
        var others = causes.Where(other => other != cause).ToList();
        var without = official?.Method switch
        {
            null => null,
            EvidenceMethod.OpportunityYield => Opportunities(others)?.Estimate,

            // Prices are taken back deal by deal, which a series does not know of.
            _ when cause.Treatment == CauseTreatment.OldPrices => official.Estimate,
            var method => SeriesEvidence.Of(Series(others), subject, months.Reasons).FirstOrDefault(one => one.Method == method)?.Estimate,
        };
        return new(cause, without?.Average, official?.Estimate?.Average);
    }

    // Each team's deals opened as a fraction of its own mean before go-live, live against not yet live.
    private EffectAt? ControlCheck(OpportunityYield? opportunities)
    {
        if (opportunities?.Estimate is null)
        {
            return null;
        }

        var (panel, _) = TeamPanel.Of(months, cube, until, (team, month) =>
            cube.ByTeamAndMonth(Filter.None).GetValueOrDefault((month, team!), Snapshot.Empty).DealsCreated);
        if (panel is null || panel.Units.Any(unit => Before(unit).Sum() <= 0))
        {
            return null;
        }

        var indexed = new Panel(panel.Units.Select(unit => unit with { Outcomes = [.. unit.Outcomes.Select(value => value / Before(unit).Average())] }));
        return DifferenceInDifferences.Of(indexed, settings.Level, settings.Seed).Estimate is { } estimate
            ? new(0, estimate.Average, estimate.StandardDeviation, estimate.Low, estimate.High, null, null)
            : null;

        static IEnumerable<double> Before(PanelUnit unit) => unit.Outcomes.Take(unit.TreatedFrom ?? unit.Outcomes.Count);
    }
}
