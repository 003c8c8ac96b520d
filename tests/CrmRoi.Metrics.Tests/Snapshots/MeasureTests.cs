using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Tests.Snapshots;

public sealed class MeasureTests
{
    [Fact]
    public void Every_member_of_a_snapshot_has_exactly_one_measure_in_its_order()
    {
        Measure.All.Select(measure => measure.Member).Should().Equal(SnapshotGenerator.Members.Select(member => member.Name));
    }

    [Fact]
    public void A_measure_reads_its_own_member()
    {
        var snapshot = SnapshotGenerator.Of([.. Enumerable.Range(1, SnapshotGenerator.Members.Count)]);

        Measure.All.Select(measure => measure.Read(snapshot))
            .Should().Equal(Enumerable.Range(1, SnapshotGenerator.Members.Count).Select(value => (decimal)value));
    }

    [Fact]
    public void A_measure_writes_its_own_member_and_nothing_else()
    {
        foreach (var (measure, member) in Measure.All.Zip(SnapshotGenerator.Members))
        {
            measure.Write(7).Should().Be(SnapshotGenerator.With(Snapshot.Empty, member, 7), measure.Member);
        }
    }

    [Fact]
    public void A_count_refuses_a_fraction()
    {
        var write = () => Measure.Of(nameof(Snapshot.Calls)).Write(1.5m);

        write.Should().Throw<ArgumentException>();
    }

    [Fact]
    public void Keys_are_unique_and_found()
    {
        var keys = Measure.Enterable.Select(measure => measure.Key).ToList();

        keys.Should().OnlyHaveUniqueItems();
        keys.Select(Measure.Find).Should().Equal(Measure.Enterable);
        Measure.Find(null).Should().BeNull();
        Measure.Find("no-such-thing").Should().BeNull();
    }
}
