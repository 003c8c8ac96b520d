using CrmRoi.Metrics.Example;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Tests.Example;

/// <summary>What a plain comparison of before and after says of the example: it knows nothing of growth, prices or seasons.</summary>
internal static class BeforeAfter
{
    /// <summary>(post monthly margin − baseline monthly margin) × post months, summed over teams, from each team's own go-live.</summary>
    public static decimal IncrementalMargin(ExampleCompany company)
    {
        var organisation = new Organisation(company.People, company.Customers);
        var margins = SnapshotBuilder.Build(new RecordSet { Deals = company.Deals }, organisation, company.Window)
            .GroupBy(cell => (cell.Key.Team, cell.Key.Month), cell => cell.Value.WonMargin)
            .ToDictionary(group => group.Key, group => group.Sum());
        return company.Programme.Teams.Sum(team =>
        {
            var post = new Window(team.Month, company.Window.To);
            var baseline = new Window(team.Month.Plus(-company.Programme.BaselineMonths), team.Month.Plus(-1));
            return MarginIn(post, team.Team) - (MarginIn(baseline, team.Team) / baseline.Length * post.Length);
        });

        decimal MarginIn(Window window, string team) => window.Months.Sum(month => margins.GetValueOrDefault((team, month)));
    }

    /// <summary>The return in percent that follows from it.</summary>
    public static decimal? Roi(ExampleTruth truth, decimal incrementalMargin) =>
        Ratio.Of(incrementalMargin + truth.Savings - truth.Cost, truth.Cost) * 100;
}
