using CrmRoi.Metrics.Evidence;
using CrmRoi.Metrics.Return;

namespace CrmRoi.Web.Pages.Shared;

/// <summary>What an administrator does so that a figure that is not known becomes known.</summary>
/// <param name="Text">The key of the sentence, in the texts of _NextSteps.</param>
/// <param name="Path">Where it is done.</param>
public sealed record NextStep(string Text, string Path)
{
    private static readonly NextStep Programme = new("State when each team went live", "/admin/programme");
    private static readonly NextStep Import = new("Import deals from before and after go-live", "/import");
    private static readonly NextStep Baseline = new("Enter what sales were before go-live", "/admin/baseline");
    private static readonly NextStep Costs = new("Enter what the CRM costs", "/admin/costs");

    /// <summary>What to do in a company that has nothing yet, in order.</summary>
    public static IReadOnlyList<NextStep> First { get; } = [new("Describe the programme: vendor, currency, go-live", "/admin/programme"), Costs, Import, Baseline];

    /// <summary>What to do about reasons why a return is not known.</summary>
    public static IReadOnlyList<NextStep> Of(IEnumerable<Reason> reasons) => [.. reasons.SelectMany(Of).Distinct()];

    /// <summary>What to do about reasons why evidence carries no figure.</summary>
    public static IReadOnlyList<NextStep> Of(IEnumerable<EvidenceReason> reasons) => [.. reasons.SelectMany(Of).Distinct()];

    private static IEnumerable<NextStep> Of(EvidenceReason reason) => reason switch
    {
        EvidenceReason.NoGoLive => [Programme],
        EvidenceReason.NoFigures or EvidenceReason.TooFewBaselineMonths or EvidenceReason.SpreadFigures => [Import, Baseline],
        EvidenceReason.MarginUnknown => Of(Reason.MarginUnknown),
        EvidenceReason.OpeningsUnknown or EvidenceReason.CycleLongerThanBaseline => [Import],
        _ => [],
    };

    private static IEnumerable<NextStep> Of(Reason reason) => reason.Key switch
    {
        "no-go-live" => [Programme],
        "no-baseline" => [Import, Baseline],
        "no-figures" => [Import, Baseline],
        "no-post-month" => [new("Import the deals of the months since go-live", "/import")],
        "margin-unknown" => [new("Import deals with their cost of goods", "/import"), new("State a margin rate, with its reason", "/admin/programme")],
        "unlike-sources" => [new("State whether the entered figures were counted as the records are", "/admin/baseline")],
        "no-cost" => [Costs],
        _ => [],
    };
}
