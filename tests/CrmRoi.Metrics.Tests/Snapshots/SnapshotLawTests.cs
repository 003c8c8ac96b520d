using CrmRoi.Metrics.Snapshots;
using FsCheck;
using FsCheck.Fluent;

namespace CrmRoi.Metrics.Tests.Snapshots;

public sealed class SnapshotLawTests
{
    [Fact]
    public void Merging_is_associative() => Prop.ForAll(
        SnapshotGenerator.Snapshots, SnapshotGenerator.Snapshots, SnapshotGenerator.Snapshots,
        (a, b, c) => (a + b) + c == a + (b + c)).QuickCheckThrowOnFailure();

    [Fact]
    public void Merging_is_commutative() => Prop.ForAll(
        SnapshotGenerator.Snapshots, SnapshotGenerator.Snapshots, (a, b) => a + b == b + a).QuickCheckThrowOnFailure();

    [Fact]
    public void Merging_with_nothing_changes_nothing() => Prop.ForAll(
        SnapshotGenerator.Snapshots, a => a + Snapshot.Empty == a && Snapshot.Empty + a == a).QuickCheckThrowOnFailure();

    [Fact]
    public void Merging_adds_every_member() => Prop.ForAll(
        SnapshotGenerator.Snapshots, SnapshotGenerator.Snapshots, (a, b) => SnapshotGenerator.Members.All(member =>
            SnapshotGenerator.Read(a + b, member) == SnapshotGenerator.Read(a, member) + SnapshotGenerator.Read(b, member)))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Merging_no_snapshots_gives_the_empty_one()
    {
        Array.Empty<Snapshot>().Merge().Should().Be(Snapshot.Empty);
    }

    [Fact]
    public void Every_member_is_a_count_or_an_amount()
    {
        SnapshotGenerator.Members.Select(member => member.PropertyType).Should().OnlyContain(type => type == typeof(long) || type == typeof(decimal));
    }
}
