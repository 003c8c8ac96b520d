using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Evidence;

/// <summary>One series of a subject in which each team's months are counted from its own go-live, and what is known beside it.</summary>
internal sealed class AlignedSeries
{
    private readonly SnapshotCube cube;
    private readonly IReadOnlyList<OtherCause> causes;
    private readonly int lag;

    public AlignedSeries(SubjectMonths months, SnapshotCube cube, EvidenceSubject subject, IReadOnlyList<OtherCause> causes, int rampUp, EvidenceSettings settings)
    {
        (this.cube, this.causes) = (cube, causes);
        var enough = months.Units.Where(unit => unit.Before >= EvidenceSettings.FewestBefore && unit.After >= rampUp + EvidenceSettings.FewestAfter).ToList();
        Units = enough.Count > 0 ? enough : months.Units;
        (Before, After) = (Units.Min(unit => unit.Before), Units.Min(unit => unit.After));
        lag = Math.Clamp(Before - EvidenceSettings.FewestBefore, 0, 2);
        Before = subject.ComesFromDeals && settings.Untouched != UntouchedSeries.None ? Before - lag : Before;
        Input = Build(months, subject, rampUp, settings);
    }

    /// <summary>The units in it.</summary>
    public IReadOnlyList<SubjectUnit> Units { get; }

    /// <summary>Periods before go-live that every unit has.</summary>
    public int Before { get; }

    /// <summary>Periods from go-live on that every unit has.</summary>
    public int After { get; }

    /// <summary>The series; none without a period on both sides.</summary>
    public SeriesInput? Input { get; }

    private SeriesInput? Build(SubjectMonths months, EvidenceSubject subject, int rampUp, EvidenceSettings settings)
    {
        if (Before <= 0 || After <= 0)
        {
            return null;
        }

        var leftOut = Enumerable.Range(Before, Math.Min(rampUp, After)).ToHashSet();
        var outcome = new List<double>();
        for (var period = 0; period < Before + After; period++)
        {
            var value = months.Value(Units.Select(unit => (unit.Team, MonthOf(unit, period))));
            if (value is null || IsCut(period))
            {
                leftOut.Add(period);
            }

            outcome.Add(value ?? (outcome.Count > 0 ? outcome[^1] : 0));
        }

        var isOneGoLive = Units.Select(unit => unit.GoLive).Distinct().Count() == 1;
        return new()
        {
            Outcome = outcome,
            PrePeriods = Before,
            Controls = [.. Controls(subject, settings.Untouched), .. Regressors()],
            SeasonLength = isOneGoLive && Before >= 24 ? 12 : 1,
            SeasonStart = MonthOf(Units[0], 0).Number - 1,
            LeftOut = leftOut,
            Level = settings.Level,
            Seed = settings.Seed,
        };
    }

    private Month MonthOf(SubjectUnit unit, int period) => unit.GoLive.Plus(period - Before);

    private bool IsCut(int period) => causes.Any(cause =>
        cause.Treatment == CauseTreatment.CutMonths && Units.Any(unit => cause.Touches(unit.Team ?? "", MonthOf(unit, period))));

    private IEnumerable<ControlSeries> Regressors() => causes
        .Where(cause => cause.Treatment == CauseTreatment.Regressor)
        .Select(cause => new ControlSeries(cause.Name, [.. Periods(period => Units.Average(unit => cause.Touches(unit.Team ?? "", MonthOf(unit, period)) ? 1.0 : 0))]))
        .Where(IsVaried);

    private IEnumerable<ControlSeries> Controls(EvidenceSubject subject, UntouchedSeries untouched)
    {
        if (!subject.ComesFromDeals)
        {
            return [];
        }

        var series = new List<ControlSeries>();
        if (untouched.HasFlag(UntouchedSeries.DealsOpened) && subject.Metric?.Members.Contains(nameof(Snapshot.DealsCreated)) != true)
        {
            series.Add(new("deals-opened", [.. Periods(period => Sum(period, total => total.DealsCreated))]));
        }

        if (untouched.HasFlag(UntouchedSeries.Leads))
        {
            series.Add(new("leads", [.. Periods(period => Sum(period, total => total.Leads))]));
        }

        return series.Where(IsVaried);
    }

    private double Sum(int period, Func<Snapshot, long> read) => Units.Sum(unit =>
    {
        var month = MonthOf(unit, period).Plus(-lag);
        return (double)read(unit.Team is null
            ? cube.ByMonth(Filter.None).GetValueOrDefault(month, Snapshot.Empty)
            : cube.ByTeamAndMonth(Filter.None).GetValueOrDefault((month, unit.Team), Snapshot.Empty));
    });

    private IEnumerable<double> Periods(Func<int, double> value) => Enumerable.Range(0, Before + After).Select(value);

    // What does not move before go-live says nothing of how the outcome goes along with it.
    private bool IsVaried(ControlSeries series) => series.Values.Take(Before).Distinct().Count() > 1;
}
