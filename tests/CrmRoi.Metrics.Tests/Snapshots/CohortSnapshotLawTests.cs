using CrmRoi.Metrics.Snapshots;
using FsCheck;
using FsCheck.Fluent;

namespace CrmRoi.Metrics.Tests.Snapshots;

public sealed class CohortSnapshotLawTests
{
    [Fact]
    public void Merging_is_associative() => Prop.ForAll(
        SnapshotGenerator.Cohorts, SnapshotGenerator.Cohorts, SnapshotGenerator.Cohorts,
        (a, b, c) => Same((a + b) + c, a + (b + c))).QuickCheckThrowOnFailure();

    [Fact]
    public void Merging_is_commutative() => Prop.ForAll(
        SnapshotGenerator.Cohorts, SnapshotGenerator.Cohorts, (a, b) => Same(a + b, b + a)).QuickCheckThrowOnFailure();

    [Fact]
    public void Merging_with_nothing_changes_nothing() => Prop.ForAll(
        SnapshotGenerator.Cohorts, a => Same(a + CohortSnapshot.Empty, a) && Same(CohortSnapshot.Empty + a, a)).QuickCheckThrowOnFailure();

    [Fact]
    public void Merging_adds_how_many_there_are() => Prop.ForAll(
        SnapshotGenerator.Cohorts, SnapshotGenerator.Cohorts,
        (a, b) => (a + b).Count == a.Count + b.Count && (a + b).Reached == a.Reached + b.Reached).QuickCheckThrowOnFailure();

    [Fact]
    public void The_age_of_an_open_wait_is_told_at_the_day_asked_for()
    {
        var cohort = new CohortGroup(Clock.DealToClose, new Cell(new Month(2026, 1)), "", Ending.Open, default, [new(21, 1, 0)]);

        var waits = CohortSnapshot.Of([cohort], new DateOnly(2026, 2, 20));

        waits.Ages.Should().Equal(new Dictionary<int, AgeCounts> { [30] = new(0, 0, 1) });
    }

    [Fact]
    public void The_age_of_an_open_case_is_told_in_hours()
    {
        var cohort = new CohortGroup(Clock.CaseToClose, new Cell(new Month(2026, 1)), "", Ending.Open, default, [new(1, 1, 0)]);

        var waits = CohortSnapshot.Of([cohort], new DateOnly(2026, 1, 3));

        waits.Ages.Keys.Should().Equal(48);
    }

    [Fact]
    public void A_wait_without_a_known_start_has_no_age()
    {
        var cohort = new CohortGroup(Clock.DealToClose, new Cell(default), "", Ending.Open, default, [new(0, 1, 0)]);

        CohortSnapshot.Of([cohort], new DateOnly(2026, 1, 3)).Count.Should().Be(0);
    }

    private static bool Same(CohortSnapshot left, CohortSnapshot right) => left.Ages.SequenceEqual(right.Ages);
}
