using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using CrmRoi.Metrics;
using CrmRoi.Metrics.Evidence;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Data;

/// <summary>Whether evidence has been reckoned from the inputs as they are: the SHA-256 of them.</summary>
internal sealed class EvidenceFingerprint
{
    // A cube never changes, and many ask of the same one.
    private static readonly ConditionalWeakTable<SnapshotCube, byte[]> Known = [];

    private readonly byte[] data;
    private readonly byte[] causes;

    /// <summary>Takes in what the evidence of every programme is reckoned from.</summary>
    public EvidenceFingerprint(SnapshotCube cube, IReadOnlyList<OtherCause> causes)
    {
        data = Known.GetValue(cube, HashOf);
        this.causes = SHA256.HashData(EvidenceJson.Trace(causes));
    }

    private static byte[] HashOf(SnapshotCube cube)
    {
        var months = cube.ByTeamAndMonth(Filter.None).OrderBy(cell => cell.Key.Month).ThenBy(cell => cell.Key.Team, StringComparer.Ordinal)
            .Select(cell => new { cell.Key.Month, cell.Key.Team, Totals = Measure.All.Select(measure => measure.Read(cell.Value)).ToList() });
        var openings = cube.DealsByOpening().OrderBy(opened => opened.Opened).ThenBy(opened => opened.Team, StringComparer.Ordinal).ThenBy(opened => opened.Won);
        return SHA256.HashData(EvidenceJson.Trace(new { months, openings, cube.Entered, cube.Statements, cube.AsOf, Program = typeof(ProgrammeEvidence).Module.ModuleVersionId }));
    }

    /// <summary>The fingerprint of one programme's evidence on one subject.</summary>
    public string Of(Programme programme, EvidenceSubject subject, EvidenceSettings settings)
    {
        // What the return needs besides, as rates and horizons, changes no evidence.
        var own = EvidenceJson.Trace(new
        {
            programme.Name,
            programme.GoLive,
            programme.Teams,
            programme.BaselineMonths,
            programme.RampUpMonths,
            programme.MarginSource,
            programme.MarginRate,
            subject,
            settings,
        });
        return Convert.ToHexStringLower(SHA256.HashData([.. data, .. causes, .. own]));
    }
}
