using System.Globalization;
using CrmRoi.Metrics;
using CrmRoi.Metrics.Evidence;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Web.Pages.Shared;

namespace CrmRoi.Web.Pages.Evidence;

/// <summary>Evidence with what the parts of its page need to show it.</summary>
public sealed record ShownEvidence(ProgrammeEvidence Evidence, EvidenceFormats Written)
{
    /// <summary>By team; empty where nothing is known of the CRM's use.</summary>
    public IReadOnlyList<TeamUse> Teams { get; init; } = [];

    public MethodEvidence? Official => Evidence.Official;

    /// <summary>The official estimate; none where the evidence carries no figure.</summary>
    public Estimate? Estimate => Official is { } official ? FigureOf(official) : null;

    /// <summary>The points of the event study that have an interval.</summary>
    public IReadOnlyList<EffectAt> EventStudy => [.. (Evidence.Differences?.EventStudy ?? []).Where(point => point.Low is not null)];

    /// <summary>The estimate of a method; none where its data carry no figure, whatever came out.</summary>
    public static Estimate? FigureOf(MethodEvidence method) => method.Verdict == EvidenceVerdict.NotEnoughData ? null : method.Estimate;

    /// <summary>The pill of a verdict.</summary>
    public static string PillOf(EvidenceVerdict verdict) => verdict switch
    {
        EvidenceVerdict.Supported => "supported",
        EvidenceVerdict.Inconclusive => "inconclusive",
        _ => "not-enough-data",
    };

    /// <summary>What a period of a method is called along an axis: a month, or how many months since go-live.</summary>
    public static string LabelOf(MethodEvidence method, int period) => method.From is { } from
        ? from.Plus(period).ToString()
        : LabelOf(period - method.GoLivePeriod);

    /// <summary>What a number of months since go-live is called along an axis.</summary>
    public static string LabelOf(int sinceGoLive) => sinceGoLive.ToString(CultureInfo.InvariantCulture).Replace('-', '\u2212');

    /// <summary>The first and the last go-live of the programme that have come.</summary>
    public static (Month First, Month Last) GoLivesOf(Programme programme) => (
        programme.FirstGoLive(),
        programme.LastGoLive());
}
