using System.Reflection;
using CrmRoi.Metrics.Snapshots;
using FsCheck;
using FsCheck.Fluent;

namespace CrmRoi.Metrics.Tests;

/// <summary>Random snapshots and cohorts, every member filled.</summary>
internal static class SnapshotGenerator
{
    public static readonly IReadOnlyList<PropertyInfo> Members = typeof(Snapshot).GetProperties(BindingFlags.Public | BindingFlags.Instance);

    public static Arbitrary<Snapshot> Snapshots => Arb.From(Gen.Choose(0, 1_000_000).ArrayOf(Members.Count).Select(Of));

    public static Arbitrary<CohortSnapshot> Cohorts => Arb.From(
        Gen.Choose(0, 90).ArrayOf(20).SelectMany(ages => Gen.Choose(0, 2).ArrayOf(20).Select(endings =>
            CohortSnapshot.Of(ages.Zip(endings, (age, ending) => (age, (Ending)ending))))));

    public static Snapshot Of(IReadOnlyList<int> values)
    {
        var snapshot = new Snapshot();
        for (var i = 0; i < Members.Count; i++)
        {
            Members[i].SetValue(snapshot, Convert.ChangeType(values[i], Members[i].PropertyType, System.Globalization.CultureInfo.InvariantCulture));
        }

        return snapshot;
    }

    public static Snapshot With(Snapshot snapshot, PropertyInfo member, decimal value)
    {
        var copy = snapshot with { };
        member.SetValue(copy, Convert.ChangeType(value, member.PropertyType, System.Globalization.CultureInfo.InvariantCulture));
        return copy;
    }

    public static decimal Read(Snapshot snapshot, PropertyInfo member) =>
        Convert.ToDecimal(member.GetValue(snapshot), System.Globalization.CultureInfo.InvariantCulture);
}
