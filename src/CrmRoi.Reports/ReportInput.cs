using CrmRoi.Metrics.Evidence;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Return;
using CrmRoi.Metrics.Snapshots;
using CrmRoi.Pdf;

namespace CrmRoi.Reports;

/// <summary>Everything that a report says; it asks nothing else of anybody.</summary>
/// <param name="CompanyName">Whose report it is.</param>
/// <param name="Summary">What is told: return and comparisons.</param>
/// <param name="Cube">The figures that the summary was made of: their span and what was entered.</param>
/// <param name="WrittenAt">When, on the reader's clock; the caller has the clock.</param>
/// <param name="WrittenBy">By whom, as a name.</param>
/// <param name="DataVersion">Which state of the data.</param>
/// <param name="Size">A4 or Letter, upright.</param>
/// <param name="FiscalYearStart">The month in which the fiscal year starts, 1 to 12.</param>
public sealed record ReportInput(
    string CompanyName,
    ProgrammeSummary Summary,
    SnapshotCube Cube,
    DateTimeOffset WrittenAt,
    string WrittenBy,
    long DataVersion,
    PageSize Size,
    int FiscalYearStart)
{
    /// <summary>Whether single costs are listed: not for readers who may only see totals and kinds.</summary>
    public bool HasCostLines { get; init; } = true;

    /// <summary>What the CRM did to the sales margin and to metrics, the sales margin first; empty where no evidence was reckoned.</summary>
    public IReadOnlyList<ProgrammeEvidence> Evidence { get; init; } = [];

    /// <summary>The scenarios that somebody saved for the programme.</summary>
    public IReadOnlyList<Scenario> Scenarios { get; init; } = [];

    /// <summary>The SHA-256 of the inputs, in hexadecimal digits; reckoned by <see cref="ReportFingerprint"/> where none is given.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>The version of the program.</summary>
    public string? ProgramVersion { get; init; } = typeof(ReportInput).Assembly.GetName().Version?.ToString(3);

    /// <summary>Which sections, and how they look.</summary>
    public ReportOptions Options { get; init; } = new();
}
