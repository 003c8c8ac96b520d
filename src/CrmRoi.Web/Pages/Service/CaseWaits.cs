using CrmRoi.Metrics.Comparing;
using CrmRoi.Metrics.Snapshots;
using CrmRoi.Web.Pages.Metrics;
using CrmRoi.Web.TagHelpers;

namespace CrmRoi.Web.Pages.Service;

/// <summary>How long cases stay open, before and after.</summary>
/// <param name="Page">The page that it stands on.</param>
/// <param name="Sides">The waits.</param>
/// <param name="TableId">The id of its table.</param>
public sealed record CaseWaits(MeasuringPage Page, IReadOnlyList<(ChartRole Role, CohortSnapshot Waits)> Sides, string TableId)
{
    private static readonly int[] Ages = [1, 4, 8, 24, 48, 96, 168, 240];

    public bool HasWaits => Sides.Any(side => side.Waits.Count > 0);

    /// <summary>The curves, in the order of the sides.</summary>
    public IReadOnlyList<Survival> Curves { get; } = [.. Sides.Select(side => Survival.Of(side.Waits))];

    /// <summary>The share still open past some hours on each side; none where no case of the side has got so old.</summary>
    public IEnumerable<(int Age, IReadOnlyList<decimal?> Shares)> Rows => Ages
        .Where(age => Sides.Any(side => IsReached(side.Waits, age)))
        .Select(age => (age, (IReadOnlyList<decimal?>)[.. Sides.Select((side, index) => IsReached(side.Waits, age) ? (decimal?)Curves[index].At(age) : null)]));

    private static bool IsReached(CohortSnapshot waits, int age) => waits.Count > 0 && waits.Ages.Keys.Max() >= age;
}
