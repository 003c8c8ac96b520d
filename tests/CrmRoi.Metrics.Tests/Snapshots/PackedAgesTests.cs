using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Tests.Snapshots;

public sealed class PackedAgesTests
{
    private readonly PackedAges ages = new();

    [Fact]
    public void What_was_added_is_there_to_the_last_digit_youngest_first()
    {
        List<AgeSum> sums =
        [
            new(0, 1, 0), new(1, 2, -0.5m), new(127, 3, 10.00m), new(128, 4, decimal.MaxValue), new(1_000_000, long.MaxValue, decimal.MinValue),
            new(int.MaxValue, 1, 0.0000000000000000000000000001m),
        ];
        AgesPlace group = default;

        foreach (var sum in Enumerable.Reverse(sums))
        {
            ages.Add(ref group, sum.Age, sum.Count, sum.Value);
        }

        ages.Of(group).Should().Equal(sums);
        ages.Of(group).Select(sum => sum.Value.Scale).Should().Equal(sums.Select(sum => sum.Value.Scale));
    }

    [Fact]
    public void Many_groups_that_grow_in_turns_keep_their_own_sums()
    {
        var random = new Random(5);
        var groups = new AgesPlace[40];
        var expected = groups.Select(_ => new SortedDictionary<int, AgeSum>()).ToList();

        for (var i = 0; i < 60_000; i++)
        {
            // Some have a few ages and some have thousands.
            var (group, value) = (random.Next(groups.Length), random.Next(1, 100_000) / 100m);
            var age = random.Next(5 << (group % 12));
            ages.Add(ref groups[group], age, 1, value);
            var before = expected[group].GetValueOrDefault(age);
            expected[group][age] = new(age, before.Count + 1, before.Value + value);
        }

        foreach (var (group, sums) in groups.Zip(expected))
        {
            ages.Of(group).Should().Equal(sums.Values);
        }
    }

    [Fact]
    public void Sums_take_few_bytes_however_often_something_is_added()
    {
        var groups = new AgesPlace[10_000];

        for (var i = 0; i < 1_000_000; i++)
        {
            ages.Add(ref groups[i % groups.Length], i / groups.Length % 31, 1, i % 9_000);
        }

        ages.Size.Should().BeLessThan(31 * 14 * groups.Length);
        ages.Of(groups[0]).Should().HaveCount(31).And.OnlyContain(sum => sum.Count >= 3);
    }

    [Fact]
    public void A_group_may_have_more_ages_than_a_block_holds()
    {
        AgesPlace large = default;
        AgesPlace small = default;

        for (var age = 300_000; age > 0; age--)
        {
            ages.Add(ref large, age, 1, 1);
        }

        ages.Add(ref small, 1, 1, 2);

        ages.Of(large).Select(sum => sum.Age).Should().Equal(Enumerable.Range(1, 300_000));
        ages.Of(small).Should().Equal(new AgeSum(1, 1, 2));
        ages.Of(default).Should().BeEmpty();
    }
}
