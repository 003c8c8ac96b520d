using System.Runtime.CompilerServices;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Return;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Reports.Sections;

/// <summary>What a report reckons from what it is given: once for a state of the figures, however many reports are written of it.</summary>
internal sealed class ReportReckoning
{
    private static readonly ConditionalWeakTable<ProgrammeSummary, ReportReckoning> Kept = [];

    private readonly SnapshotCube cube;
    private readonly Lazy<MarginSplit?> split;
    private readonly Lazy<ReturnModel?> model;
    private readonly Lazy<IReadOnlyList<TornadoBar>> doubts;

    private ReportReckoning(ProgrammeReturn result, SnapshotCube cube)
    {
        this.cube = cube;
        split = new(() => MarginSplit.Of(result, cube));
        model = new(() => ReturnModels.Of(result));
        doubts = new(() => Model is { } known ? Tornado.Of(known) : []);
    }

    /// <summary>What the sales margin that counts is made of; none where it is not known.</summary>
    public MarginSplit? Split => split.Value;

    /// <summary>The return as a model of its assumptions; none where the gain is not known.</summary>
    public ReturnModel? Model => model.Value;

    /// <summary>What matters most, the greatest doubt first.</summary>
    public IReadOnlyList<TornadoBar> Doubts => doubts.Value;

    /// <summary>What is reckoned from an input: its summary and cube never change, so what was reckoned of them stays true.</summary>
    public static ReportReckoning Of(ReportInput input)
    {
        var kept = Kept.GetValue(input.Summary, summary => new(summary.Return, input.Cube));
        return kept.cube == input.Cube ? kept : new(input.Summary.Return, input.Cube);
    }
}
