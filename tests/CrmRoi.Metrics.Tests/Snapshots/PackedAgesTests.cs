using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Tests.Snapshots;

public sealed class PackedAgesTests
{
    [Fact]
    public void What_is_unpacked_is_what_was_packed_to_the_last_digit()
    {
        List<AgeSum> sums =
        [
            new(0, 1, 0), new(1, 2, -0.5m), new(127, 3, 10.00m), new(128, 4, decimal.MaxValue), new(1_000_000, long.MaxValue, decimal.MinValue),
            new(int.MaxValue, 1, 0.0000000000000000000000000001m),
        ];

        var unpacked = PackedAges.Unpack(PackedAges.Pack(sums));

        unpacked.Should().Equal(sums);
        unpacked.Select(sum => sum.Value.Scale).Should().Equal(sums.Select(sum => sum.Value.Scale));
    }

    [Fact]
    public void Many_sums_take_few_bytes_and_none_take_none()
    {
        var sums = Enumerable.Range(0, 1_000).Select(age => new AgeSum(age, 1 + (age % 90), age * 99)).ToList();

        var packed = PackedAges.Pack(sums);

        packed.Length.Should().BeLessThan(8 * sums.Count);
        PackedAges.Unpack(packed).Should().Equal(sums);
        PackedAges.Unpack(PackedAges.Pack([])).Should().BeEmpty();
    }
}
