using CrmRoi.Metrics.Comparing;
using CrmRoi.Metrics.Snapshots;
using CrmRoi.Web.TagHelpers;

namespace CrmRoi.Web.Pages.Metrics;

/// <summary>What the partial _Waits draws: how long deals take, before and after.</summary>
/// <param name="Page">The page that it stands on.</param>
/// <param name="Sides">The waits.</param>
/// <param name="TableId">The id of its table.</param>
public sealed record WaitsCard(MeasuringPage Page, IReadOnlyList<(ChartRole Role, CohortSnapshot Waits)> Sides, string TableId)
{
    private static readonly int[] Ages = [30, 60, 90, 120, 180, 240];

    /// <summary>Whether there is any wait.</summary>
    public bool HasWaits => Sides.Any(side => side.Waits.Count > 0);

    /// <summary>The curves, in the order of the sides.</summary>
    public IReadOnlyList<Survival> Curves { get; } = [.. Sides.Select(side => Survival.Of(side.Waits))];

    /// <summary>The share that goes on past some ages on each side; none where no wait of the side has got so old.</summary>
    public IEnumerable<(int Age, IReadOnlyList<decimal?> Shares)> Rows => Ages
        .Where(age => Sides.Any(side => IsReached(side.Waits, age)))
        .Select(age => (age, (IReadOnlyList<decimal?>)[.. Sides.Select((side, index) => IsReached(side.Waits, age) ? (decimal?)Curves[index].At(age) : null)]));

    private static bool IsReached(CohortSnapshot waits, int age) => waits.Count > 0 && waits.Ages.Keys.Max() >= age;
}
