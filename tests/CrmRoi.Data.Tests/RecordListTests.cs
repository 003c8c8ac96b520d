using CrmRoi.Metrics;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Data.Tests;

public sealed class RecordListTests
{
    private const int Size = 3;

    [Theory, OnSqlite, OnPostgreSql, OnSqlServer]
    public async Task As_many_records_are_listed_as_the_figure_counts_for_every_measure_and_part_of_the_business(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var company = new RandomCompany(7);
        await database.UpsertAsync(company.Batch(withPeople: true));
        await database.UpsertAsync(company.Batch(withPeople: true));
        await database.UpsertAsync(company.Batch(withPeople: false));
        var cube = (await database.Figures.LoadAsync(CancellationToken.None)).Cube;
        Window[] windows = [cube.Horizon, new(new(2023, 4), new(2023, 9))];
        var asked = 0;

        foreach (var measure in RecordList.Kinds.SelectMany(known => known.Members).Select(Measure.Of))
        {
            foreach (var filter in FiltersOf(cube, measure))
            {
                foreach (var window in windows)
                {
                    var expected = measure.Read(cube.Total(window, filter));

                    var listed = await AllAsync(database, new(measure, window, filter), cube);

                    listed.Should().HaveCount((int)expected, "{0} of {1} in {2}", measure.Member, filter, window);
                    listed.Should().BeInDescendingOrder(record => record.At).And.OnlyHaveUniqueItems(record => record.Key);
                    asked += listed.Count > 0 ? 1 : 0;
                }
            }
        }

        asked.Should().BeGreaterThan(20);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("1-2-3")]
    [InlineData("9223372036854775807-1")]
    [InlineData("-5-1")]
    public void What_is_no_place_in_a_list_is_not_read(string text)
    {
        RecordCursor.TryParse(text, out _).Should().BeFalse();
    }

    private static IEnumerable<Filter> FiltersOf(SnapshotCube cube, Measure measure) =>
    [
        Filter.None,
        .. new[] { Dimensions.Team, Dimensions.Rep, Dimensions.Region, Dimensions.Segment, Dimensions.Channel }
            .Where(dimension => measure.Carries.HasFlag(dimension))
            .SelectMany(dimension => cube.Members(dimension).Select(member => Filter.None.With(dimension, member))),
    ];

    private static async Task<List<ListedRecord>> AllAsync(TestDatabase database, RecordQuestion question, SnapshotCube cube)
    {
        var (all, cursor) = (new List<ListedRecord>(), (RecordCursor?)null);
        do
        {
            var page = await database.DoAsync<RecordList, RecordPage>(list =>
                list.ReadAsync(question, cube.Members(Dimensions.Rep), cursor, Size, CancellationToken.None));
            all.AddRange(page.Records);
            cursor = page.Next;
        }
        while (cursor is not null);

        return all;
    }
}
